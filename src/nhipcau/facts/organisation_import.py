"""One spreadsheet of organisations on its way into the register: its columns, rows and their problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from nhipcau.facts.message import Message

# What a cell says in place of a formula that nobody calculated: a formula never runs here.
NOT_CALCULATED = "=?"


class Column(StrEnum):
    """What a column of a spreadsheet holds."""

    IGNORE = ""
    NAME = "name"
    NAME_VI = "name-vi"
    NAME_KO = "name-ko"
    NAME_EN = "name-en"
    ACRONYM = "acronym"
    KIND = "kind"
    COUNTRY = "country"
    TAX_CODE = "tax-code"
    BUSINESS_NUMBER = "business-number"
    CORPORATE_NUMBER = "corporate-number"
    LEI = "lei"
    OWN_NUMBER = "own-number"
    ADDRESS = "address"
    PLACE = "place"
    PHONE = "phone"
    WEBSITE = "website"
    EMAIL = "email"
    PERSON = "person"
    POST = "post"
    FOUNDED = "founded"


class ImportState(StrEnum):
    """How far an import came."""

    PREVIEW = "preview"
    DONE = "done"
    UNDONE = "undone"


class Severity(StrEnum):
    """Whether a row with this problem can be taken in."""

    WARNING = "warning"
    ERROR = "error"


class Outcome(StrEnum):
    """What became of a row: "same" is one that the register had from this source already."""

    WAITING = ""
    NEW = "new"
    LINKED = "linked"
    REVIEW = "review"
    SAME = "same"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with a cell (``column`` is its place from 0), or with the whole row (``None``)."""

    said: Message
    severity: Severity = Severity.ERROR
    column: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One sheet of one file from one source. ``first_row`` is the number of the first row below the heads.

    ``mapping`` says for every head what its column holds. ``counts`` are of outcomes once it is done; ``batch`` is what
    the history calls it. ``file_key`` is the fingerprint of the file as it came.
    """

    id: str
    source: str
    file_name: str
    file_key: str
    sheet: str
    created_at: datetime
    created_by: str
    sheets: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    mapping: tuple[Column, ...] = ()
    rows: int = 0
    state: ImportState = ImportState.PREVIEW
    batch: str = ""
    committed_at: datetime | None = None
    committed_by: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    kept: int = 0
    demo: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One row: its cells as text, what is wrong with it, and what became of it.

    ``key`` is what the source calls the record, or a fingerprint of what the row says; ``numbers`` are its identifiers.
    Both tell whether the file has it twice.
    """

    number: int
    cells: tuple[str, ...]
    key: str = ""
    numbers: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: bool = False
    outcome: Outcome = Outcome.WAITING
    organisation_id: str | None = None

    @property
    def refused(self) -> bool:
        """Whether an error keeps the row out."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCounts:
    """How many rows an import has, and of them with errors, with warnings alone, skipped; ``problems`` by code."""

    rows: int = 0
    errors: int = 0
    warnings: int = 0
    skipped: int = 0
    problems: Mapping[str, int] = field(default_factory=dict)
    outcomes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class HowFar:
    """How far the work on an import came; ``stopped`` says why it ended before its end."""

    done: int
    total: int
    at: datetime
    stopped: Message | None = None
