"""Nothing comes in; clock, ids, files, extractor and second reader for tests go out, and an office of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo

from nhipcau.facts.errors import DocumentRefused, NotFound, Unavailable
from nhipcau.facts.organisation_import import HowFar
from nhipcau.facts.reading import Reading
from nhipcau.intake.spreadsheet.reader import SpreadsheetReader
from nhipcau.programme.office import Limits, Office
from nhipcau.programme.ports import Extracted, SecondReader
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import NOW, TODAY


@dataclass
class StillClock:
    """A clock that shows one moment until a test moves it."""

    moment: datetime = NOW
    day: date = TODAY
    zone: tzinfo = UTC

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.day


@dataclass
class CountedIds:
    """Ids that count."""

    last: int = 0

    def new(self) -> str:
        self.last += 1
        return f"id-{self.last:08d}"


@dataclass
class MemoryFiles:
    """Bytes in a dict; ``full`` makes the disk full."""

    kept: dict[str, bytes] = field(default_factory=dict)
    full: bool = False

    def put(self, data: bytes, /) -> str:
        if self.full:
            raise Unavailable("error.disk-full")
        key = hashlib.sha256(data).hexdigest()
        self.kept[key] = data
        return key

    def get(self, key: str, /) -> bytes:
        if key not in self.kept:
            raise NotFound("error.file-missing", key=key)
        return self.kept[key]


class PlainExtractor:
    """Takes UTF-8 text and refuses anything else."""

    def extract(self, data: bytes, name: str, /) -> Extracted:
        try:
            return Extracted(text=data.decode())
        except UnicodeDecodeError as mistake:
            raise DocumentRefused("error.not-text", name=name) from mistake


@dataclass
class GivenReader:
    """A second reader that says what a test gave it, or does not answer."""

    reading: Reading | None = None

    def read(self, text: str, /, *, published: str | None) -> Reading:
        if self.reading is None:
            raise Unavailable("error.endpoint-down")
        return self.reading


@dataclass
class MemoryProgress:
    """What works said of themselves, in a dict."""

    said: dict[str, HowFar] = field(default_factory=dict)

    def tell(self, key: str, how_far: HowFar, /) -> None:
        self.said[key] = how_far

    def of(self, key: str, /) -> HowFar | None:
        return self.said.get(key)

    def forget(self, key: str, /) -> None:
        self.said.pop(key, None)


def memory_office(store: MemoryStore, *, second_reader: SecondReader | None = None) -> Office:
    """Return an office that lives in memory."""
    return Office(
        store=store,
        clock=StillClock(),
        ids=CountedIds(),
        files=MemoryFiles(),
        extract=PlainExtractor(),
        spreadsheets=SpreadsheetReader(largest_file=1_000_000, most_rows=1_000),
        progress=MemoryProgress(),
        second_reader=second_reader,
        limits=Limits(largest_upload=10_000, largest_file=1_000),
    )
