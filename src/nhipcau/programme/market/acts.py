"""A person and an item, its state as of today, come in; what the person may do with it as it stands goes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Item, ItemState, Offer
from nhipcau.programme.market.posting import STILL_WRITTEN
from nhipcau.programme.permissions import allowed

_EDITS: Final[Mapping[ItemState, tuple[str, ...]]] = {
    ItemState.DRAFT: ("send", "edit", "withdraw"),
    ItemState.IN_REVIEW: ("edit", "withdraw"),
    ItemState.PUBLISHED: ("edit", "renew", "close", "withdraw"),
    ItemState.EXPIRED: ("renew", "edit", "close", "withdraw"),
    ItemState.WITHDRAWN: ("send",),
    ItemState.CLOSED: ("send",),
}


def acts_of(actor: Actor, item: Item) -> tuple[str, ...]:
    """Return the verbs, the next step first: publish, return, send, edit, renew, close, record, withdraw."""
    found: list[str] = []
    if allowed(actor, "market.review", item):
        if item.state is ItemState.IN_REVIEW:
            found += ["publish", "return"]
        elif item.state is ItemState.DRAFT and allowed(actor, "market.publish-unreviewed"):
            found.append("publish")
    if allowed(actor, "market.edit", item):
        found += _EDITS[item.state]
        if isinstance(item, Offer) and item.state in STILL_WRITTEN:
            found.insert(len(found) - 1, "record")
    return tuple(found)
