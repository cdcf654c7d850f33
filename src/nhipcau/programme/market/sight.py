"""A need or an offer as it is kept comes in; what a person may see of it goes out, or that there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final, TypeVar

from nhipcau.engine.match.contradictions import contradictions
from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Item, ItemState, Need
from nhipcau.facts.message import Message
from nhipcau.programme.market.lifetime import as_of
from nhipcau.programme.market.masking import without_identity
from nhipcau.programme.permissions import allowed
from nhipcau.programme.views import ItemRow, ItemView

_ON_AN_ITEM: Final = ("market.edit", "market.review", "market.who")
_NOT_SAID: Final = "████████"
# What is no longer on the market and is not written anew is as an adviser saw it.
_READ_BY_OTHERS: Final = (ItemState.PUBLISHED, ItemState.EXPIRED, ItemState.CLOSED)

Some = TypeVar("Some", bound=Item)


def within_sight(actor: Actor, row: ItemRow[Some]) -> ItemRow[Some]:
    """Return a line of a list as this person may see it.

    A match or a plan leads to items of others that are written anew by now: of these nothing is read before an adviser.
    """
    if allowed(actor, "market.edit", row.item):
        return row
    read = replace(row, item=as_reviewed(row))
    if allowed(actor, "market.who", row.item):
        return replace(read, item=for_partners(read.item))
    return replace(read, item=without_identity(read.item), organisation_name="", known=False)


def page_within_sight(actor: Actor, view: ItemView[Some]) -> ItemView[Some] | None:
    """Return the page of an item as this person may see it; ``None`` where it may not know of it."""
    item = replace(view.row.item, state=view.row.state)
    if not allowed(actor, "market.see", item):
        return None
    row = within_sight(actor, view.row)
    if not allowed(actor, "market.edit", item):
        return ItemView(row=row, warnings=_warnings(row.item))
    return replace(
        view,
        row=row,
        warnings=_warnings(item),
        may=may_do(actor, item),
        changes=view.changes if allowed(actor, "history.see") else 0,
    )


def may_see(actor: Actor, item: Item, today: date) -> bool:
    """Tell whether a person may know of an item."""
    return allowed(actor, "market.see", as_of(item, today))


def may_do(actor: Actor, item: Item) -> tuple[str, ...]:
    """Return the permissions that a person has on an item."""
    return tuple(permission for permission in _ON_AN_ITEM if allowed(actor, permission, item))


def as_reviewed(row: ItemRow[Some]) -> Some:
    """Return an item as others may read it: of one that is written anew and no adviser saw since, no word."""
    if row.state in _READ_BY_OTHERS or (row.state is ItemState.WITHDRAWN and _was_seen(row.item)):
        return row.item
    bare = replace(row.item, title=_NOT_SAID, text="", place=None, concepts=(), dropped=(), found=(), hidden=())
    return replace(bare, requirements=()) if isinstance(bare, Need) else replace(bare, attributes=())


def _was_seen(item: Item) -> bool:
    """Tell whether a withdrawn item is as it was published, not as it was sent for another review."""
    return item.published_at is not None and (item.sent_at is None or item.sent_at <= item.published_at)


def for_partners(item: Some) -> Some:
    """Return an item without what is between its organisation and the office."""
    return replace(
        item,
        created_by="",
        created_by_name="",
        reviewed_by="",
        returned="",
        agreement_id=None,
        source="",
        source_key="",
    )


def _warnings(item: Item) -> tuple[Message, ...]:
    """Return what is odd in an item: what cannot be met together, words that are blotted out for others."""
    odd = contradictions(item.requirements) if isinstance(item, Need) else ()
    hidden = (Message("market.words-hidden", {"words": ", ".join(item.hidden)}),) if item.hidden else ()
    return (*odd, *hidden)
