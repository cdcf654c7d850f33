"""A need or an offer that no longer holds comes in; it is off the market."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Item, ItemState
from nhipcau.programme.market.posting import demand_state, moved
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work

Some = TypeVar("Some", bound=Item)


def withdraw_item(office: Office, actor: Actor, fact: type[Some], item_id: str, *, version: int | None = None) -> Some:
    """Take an item off the market, or give up a draft; sent for review again, it can come back."""
    demand(actor, "market.edit")
    with work(office, actor, "withdraw-item") as opened:
        item = moved(opened, fact, item_id, version)
        demand_state(opened, item, ItemState.DRAFT, ItemState.IN_REVIEW, ItemState.PUBLISHED, ItemState.EXPIRED)
        return opened.save(replace(item, state=ItemState.WITHDRAWN), before=item)
