"""Up to where pairs were found, and where the market stands now, come in; the needs to look at again go out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nhipcau.programme.ports import Finder, Reads
from nhipcau.programme.views import FoundStamp, MarketEntry

_AT_ONCE: Final = 1_000
# Beyond so many changed offers it is quicker to look at every need again.
_MOST_OFFERS: Final = 500
_MOST_NEEDS: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What changed: every need on the market is to be looked at again, or these needs, and those that offers touch."""

    everything: bool
    needs: tuple[str, ...] = ()
    offers: tuple[MarketEntry, ...] = ()
    offers_gone: tuple[str, ...] = ()


def moved(reads: Reads, held: FoundStamp | None, wanted: FoundStamp) -> Moved:
    """Return what changed between two versions of the market."""
    if held is None or not _continues(held, wanted):
        return Moved(everything=True)
    since = held.market.items
    if since == 0:
        return Moved(everything=True)
    offers = tuple(_entries(reads, "offer", wanted, since, _MOST_OFFERS + 1))
    if len(offers) > _MOST_OFFERS:
        return Moved(everything=True)
    needs = [entry.id for entry in _entries(reads, "need", wanted, since, None)]
    ended: tuple[str, ...] = ()
    if wanted.day > held.day:
        needs += reads.market_items_ended("need", first=held.day, last=wanted.day)
        ended = reads.market_items_ended("offer", first=held.day, last=wanted.day)
    return Moved(everything=False, needs=tuple(dict.fromkeys(needs)), offers=offers, offers_gone=ended)


def every_need(reads: Reads, wanted: FoundStamp) -> Iterator[str]:
    """Yield the ids of the needs on the market."""
    return (entry.id for entry in _entries(reads, "need", wanted, 0, None))


def needs_touched(finder: Finder, offers: tuple[MarketEntry, ...]) -> list[str]:
    """Return the ids of the needs that changed offers fit, or nearly, as they are now."""
    found: dict[str, None] = {}
    for entry in offers:
        if entry.listing is not None:
            ranking = finder.for_offer(entry.listing, top=_MOST_NEEDS)
            found.update(dict.fromkeys(fit.need for fit in (*ranking.matches, *ranking.near_misses)))
    return list(found)


def _continues(held: FoundStamp, wanted: FoundStamp) -> bool:
    """Tell whether the one is a later moment of the same market, read with the same words."""
    same = (held.market.epoch, held.market.concepts) == (wanted.market.epoch, wanted.market.concepts)
    return same and held.market.items <= wanted.market.items and held.day <= wanted.day


def _entries(reads: Reads, side: str, wanted: FoundStamp, since: int, most: int | None) -> Iterator[MarketEntry]:
    last, number = "", 0
    while some := reads.market_items_after(side, last, limit=_AT_ONCE, today=wanted.day, since=since):
        for entry in some:
            yield entry
            number += 1
            if number == most:
                return
        last = some[-1].id
