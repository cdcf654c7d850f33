"""A need that was met or an offer that is taken comes in; it is off the market, and counts as done."""

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


def close_item(office: Office, actor: Actor, fact: type[Some], item_id: str, *, version: int | None = None) -> Some:
    """Close a published item: what was sought is found, what was offered is taken."""
    demand(actor, "market.edit")
    with work(office, actor, "close-item") as opened:
        item = moved(opened, fact, item_id, version)
        demand_state(opened, item, ItemState.PUBLISHED, ItemState.EXPIRED)
        return opened.save(replace(item, state=ItemState.CLOSED), before=item)
