"""A need or an offer that ends soon, or ended, comes in; it is shown for another term."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Item, ItemState
from nhipcau.programme.market.lifetime import last_day_of
from nhipcau.programme.market.posting import demand_state, moved
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work

Some = TypeVar("Some", bound=Item)


def renew_item(office: Office, actor: Actor, fact: type[Some], item_id: str, *, version: int | None = None) -> Some:
    """Show a published item for another term from today; it was reviewed, and nothing of it changes."""
    demand(actor, "market.edit")
    with work(office, actor, "renew-item") as opened:
        item = moved(opened, fact, item_id, version)
        demand_state(opened, item, ItemState.PUBLISHED, ItemState.EXPIRED)
        last_day = max(item.expires_on, last_day_of(fact, office.clock.today()))
        return opened.save(replace(item, expires_on=last_day), before=item)
