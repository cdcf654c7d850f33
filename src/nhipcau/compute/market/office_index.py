"""The store's questions about one side of its market come in; an index of it, never behind the store, goes out."""

from __future__ import annotations

import functools
import hashlib
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from nhipcau.compute.market.folder import IndexFolder
from nhipcau.compute.market.index import MarketIndex
from nhipcau.compute.market.understanding import understood
from nhipcau.engine.match.query import Item
from nhipcau.facts.errors import Unavailable
from nhipcau.facts.market import Listing
from nhipcau.language.thesaurus.vocabulary import Vocabulary
from nhipcau.programme.ports import Reads
from nhipcau.programme.views import MarketEntry, MarketStamp

_AT_ONCE: Final = 1_000
# Another number where what an index holds of an item is read otherwise: every index is then built anew.
_READING: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What an index on disk is of: the store's market, the day, and the vocabulary that it was read with."""

    market: MarketStamp
    day: date
    vocabulary: str

    def written(self) -> str:
        """Return it as the folder keeps it."""
        market = self.market
        return f"{market.epoch}|{market.items}|{market.concepts}|{self.day.isoformat()}|{self.vocabulary}"

    @classmethod
    def read(cls, written: str) -> Kept | None:
        """Return what ``written`` says, or nothing where another version of this programme wrote it."""
        try:
            epoch, items, concepts, day, words = written.split("|")
            market = MarketStamp(epoch=epoch, items=int(items), concepts=int(concepts))
            return cls(market=market, day=date.fromisoformat(day), vocabulary=words)
        except ValueError:
            return None


class OfficeIndex:
    """The index of the needs, or of the offers, of an office; one for each in a process."""

    def __init__(self, folder: Path, side: str) -> None:
        """Keep it in a folder."""
        self._folder = IndexFolder(folder)
        self._side = side
        self._one_at_a_time = threading.Lock()

    def caught_up(self, reads: Reads, today: date, vocabulary: Vocabulary) -> MarketIndex:
        """Return the index as of what the store holds now and what is on the market today."""
        wanted = Kept(market=reads.market_stamp(), day=today, vocabulary=_named(vocabulary))
        try:
            with self._one_at_a_time:
                return self._folder.open(wanted.written()) or self._brought_up(reads, wanted, vocabulary)
        except OSError as broken:
            raise Unavailable("error.market-index") from broken

    def _brought_up(self, reads: Reads, wanted: Kept, vocabulary: Vocabulary) -> MarketIndex:
        written = self._folder.stamp
        held = Kept.read(written) if written is not None else None
        if held is not None and _continues(held, wanted):
            index = self._apply(reads, held, wanted, vocabulary)
            if index is not None:
                return index
        listings = (entry.listing for entry in self._entries(reads, wanted, 0) if entry.listing is not None)
        return self._folder.replace(self._items(listings, vocabulary), wanted.written())

    def _apply(self, reads: Reads, held: Kept, wanted: Kept, vocabulary: Vocabulary) -> MarketIndex | None:
        """Take in what changed, what was deleted and what ended since; nothing where the folder cannot be added to."""
        gone = [*reads.market_items_gone(self._side, since=held.market.items)]
        if wanted.day > held.day:
            gone += reads.market_items_ended(self._side, first=held.day, last=wanted.day - timedelta(days=1))
        # Nothing was ever changed at stamp 0: from there everything counts as changed, and nothing else is asked.
        entries = list(self._entries(reads, wanted, held.market.items))
        gone += [entry.id for entry in entries if entry.listing is None]
        listings = (entry.listing for entry in entries if entry.listing is not None)
        changed = list(self._items(listings, vocabulary))
        shown = {item.id for item in changed}
        removed = [item_id for item_id in gone if item_id not in shown]
        return self._folder.apply(changed, removed, wanted.written(), since=held.written())

    def _items(self, listings: Iterable[Listing], vocabulary: Vocabulary) -> Iterator[Item]:
        return (one.item for one in understood(listings, vocabulary, sought=self._side == "need"))

    def _entries(self, reads: Reads, wanted: Kept, since: int) -> Iterator[MarketEntry]:
        last = ""
        while some := reads.market_items_after(self._side, last, limit=_AT_ONCE, today=wanted.day, since=since):
            yield from some
            last = some[-1].id


def _continues(held: Kept, wanted: Kept) -> bool:
    """Tell whether what is held is of the same past, read with the same words, and not of a later day."""
    same = (held.market.epoch, held.market.concepts, held.vocabulary) == (
        wanted.market.epoch,
        wanted.market.concepts,
        wanted.vocabulary,
    )
    return same and held.market.items <= wanted.market.items and held.day <= wanted.day


@functools.lru_cache(maxsize=4)
def _named(vocabulary: Vocabulary) -> str:
    """Return a short name of everything that the vocabulary says, and of how listings are read."""
    said = repr((_READING, *vocabulary.concepts.values())).encode()
    return hashlib.blake2b(said, digest_size=10).hexdigest()
