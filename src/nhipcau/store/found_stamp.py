"""Which version of the market the engine went through to its end is kept, and told."""

from __future__ import annotations

from typing import Final

from nhipcau.programme.views import FoundStamp, MarketStamp
from nhipcau.store.models import FoundStampRow

_ONE: Final = 1


def found_stamp() -> FoundStamp | None:
    """Return of which version of the market, and of which day, all pairs are found."""
    row = FoundStampRow.objects.filter(pk=_ONE).first()
    if row is None:
        return None
    return FoundStamp(market=MarketStamp(epoch=row.epoch, items=row.items, concepts=row.concepts), day=row.day)


def found_up_to(stamp: FoundStamp) -> None:
    """Keep it."""
    market = stamp.market
    FoundStampRow.objects.update_or_create(
        pk=_ONE,
        defaults={"epoch": market.epoch, "items": market.items, "concepts": market.concepts, "day": stamp.day},
    )
