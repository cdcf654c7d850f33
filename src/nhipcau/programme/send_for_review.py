"""A need or an offer comes in; it waits for an adviser to look at it."""

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


def send_for_review(
    office: Office, actor: Actor, fact: type[Some], item_id: str, *, version: int | None = None
) -> Some:
    """Send a draft, or one that was withdrawn or closed, for review; ``fact`` is ``Need`` or ``Offer``.

    What the adviser asked for last time is forgotten, and one whose last day is over gets a new one.
    """
    demand(actor, "market.edit")
    with work(office, actor, "send-for-review") as opened:
        item = moved(opened, fact, item_id, version)
        demand_state(opened, item, ItemState.DRAFT, ItemState.WITHDRAWN, ItemState.CLOSED)
        today = office.clock.today()
        last_day = item.expires_on if item.expires_on >= today else last_day_of(fact, today)
        sent = replace(item, state=ItemState.IN_REVIEW, sent_at=opened.at, returned="", expires_on=last_day)
        return opened.save(sent, before=item)
