"""Changes of needs, offers and own concepts come in; the stamp of the market moves on, in the same transaction.

Whoever moves it on holds its row until the transaction ends: stamps are given in the order in which changes are seen.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Final

from django.db.models import F

from nhipcau.programme.views import MarketStamp
from nhipcau.store.models import GoneItemRow, MarketStampRow, NeedRow, OfferRow

_ONE: Final = 1
_AT_ONCE: Final = 500


def stamp_now() -> MarketStamp:
    """Return the stamp; of a market on which nothing ever happened it has no epoch."""
    row = MarketStampRow.objects.filter(pk=_ONE).first()
    return (
        MarketStamp(epoch=row.epoch, items=row.items, concepts=row.concepts)
        if row
        else MarketStamp(epoch="", items=0, concepts=0)
    )


def items_changed(model: type[NeedRow | OfferRow], item_ids: Sequence[str]) -> None:
    """Note that items were added or changed."""
    if not item_ids:
        return
    stamp = _moved_on("items")
    for start in range(0, len(item_ids), _AT_ONCE):
        some = item_ids[start : start + _AT_ONCE]
        model._default_manager.filter(pk__in=some).update(stamp=stamp)  # noqa: SLF001 -- Django's documented name
        GoneItemRow.objects.filter(pk__in=some).delete()


def items_gone(side: str, item_ids: Sequence[str]) -> None:
    """Note that items were deleted."""
    if item_ids:
        stamp = _moved_on("items")
        GoneItemRow.objects.bulk_create(GoneItemRow(item=item_id, side=side, stamp=stamp) for item_id in item_ids)


def concepts_changed() -> None:
    """Note that an own concept was added, changed or deleted."""
    _moved_on("concepts")


def new_epoch() -> None:
    """Let the numbers count for another past: what was kept beside the database is of no use any more."""
    MarketStampRow.objects.update(epoch=_epoch())


def _moved_on(column: str) -> int:
    """Count one more change and return its number."""
    mine = MarketStampRow.objects.filter(pk=_ONE)
    if not mine.update(**{column: F(column) + 1}):
        MarketStampRow.objects.create(id=_ONE, epoch=_epoch(), **{column: 1})
    return int(mine.values_list(column, flat=True).get())


def _epoch() -> str:
    return secrets.token_hex(8)
