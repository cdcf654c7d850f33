"""A need or an offer and a day come in; its last day, or the state in which it is on that day, goes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final, TypeVar

from nhipcau.facts.market import Item, ItemState, Need

NEED_DAYS: Final = 180
OFFER_DAYS: Final = 365
LONGEST_DAYS: Final = 3 * 365
RENEWAL_DAYS: Final = 30

Some = TypeVar("Some", bound=Item)


def last_day_of(fact: type[Some], today: date) -> date:
    """Return the last day of one that is posted or renewed today."""
    return today + timedelta(days=NEED_DAYS if fact is Need else OFFER_DAYS)


def state_on(item: Item, today: date) -> ItemState:
    """Return the state: a published one whose last day is over has expired."""
    if item.state is ItemState.PUBLISHED and item.expires_on < today:
        return ItemState.EXPIRED
    return item.state


def as_of(item: Some, today: date) -> Some:
    """Return the item with its state as of a day, for a question; kept is the other one."""
    return replace(item, state=state_on(item, today))
