"""Everything that a verb needs from outside, bundled once by ``wiring`` and handed to every verb."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from nhipcau.programme.ports import (
    Clock,
    Extractor,
    Files,
    Finder,
    Ids,
    Linkage,
    Mailer,
    Progress,
    SecondReader,
    Spreadsheets,
    Store,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much the office takes in; ``largest_upload`` and ``largest_file`` in bytes, texts in characters."""

    largest_upload: int = 20 * 1024 * 1024
    largest_file: int = 20 * 1024 * 1024
    longest_text: int = 2_000_000
    longest_note: int = 10_000
    longest_line: int = 500
    most_files: int = 20
    largest_page: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One office: its store, clock, ids, files, readers of documents and spreadsheets, linkage, and limits.

    ``finder`` tells what fits on the market; without one nothing is found. ``secret`` makes a word that nobody can
    guess. ``beside`` does a long work beside the request; without it the work is done at once. ``market_moved`` is
    called after a verb that changed what is on the market.
    """

    store: Store
    clock: Clock
    ids: Ids
    files: Files
    extract: Extractor
    spreadsheets: Spreadsheets
    progress: Progress
    second_reader: SecondReader | None = None
    linkage: Linkage | None = None
    finder: Finder | None = None
    mailer: Mailer | None = None
    beside: Callable[[Callable[[], object]], None] | None = None
    market_moved: Callable[[Office], None] | None = None
    secret: Callable[[], str] = secrets.token_urlsafe
    limits: Limits = field(default_factory=Limits)
