"""Organisations, people and their names in every language, as the register keeps them, and what each source said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nhipcau.facts.codes import PartyKind


@dataclass(frozen=True, slots=True)
class Name:
    """One name: its text, its language ("vi", "ko", "en", "und"), official, acronym or alias."""

    text: str
    language: str = "und"
    kind: str = "alias"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that one body alone carries.

    ``scheme`` is "VN-MST" (Vietnamese tax code), "KR-BRN" (Korean business registration number), "LEI" (ISO 17442) or
    "own:<source>" (a number that a source gives its own records). ``value`` is in canonical form.
    """

    scheme: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which of several conflicting values of a field the office shows; ``value`` is as a source record has it.

    ``before`` is what was shown until then, and again when the choice is taken back.
    """

    field: str
    value: str
    chosen_by: str
    chosen_on: date
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body under all its names; the first name is the one shown. ``country`` is ISO 3166-1 alpha-2.

    ``founded`` is a year. ``merged_into`` names the body that this one turned out to be: it stays as the address that
    leads there. ``chosen`` holds what the office chose where sources disagree.
    """

    id: str
    names: tuple[Name, ...]
    country: str | None = None
    kind: PartyKind | None = None
    parent_id: str | None = None
    place: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    address: str | None = None
    phone: str | None = None
    domain: str | None = None
    founded: int | None = None
    chosen: tuple[Choice, ...] = ()
    merged_into: str | None = None
    demo: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRecord:
    """What one source said of one organisation on one day, such as a row of an office's spreadsheet; it never changes.

    ``organisation_id`` is the body that it hangs on now. ``source`` is the name of the source, ``source_key`` the
    source's own number of the record or a fingerprint of the row, unique within the source. ``people`` are names with
    an optional post behind a comma.
    """

    id: str
    organisation_id: str
    source: str
    source_key: str
    received_on: date
    names: tuple[Name, ...]
    import_id: str | None = None
    row: int | None = None
    kind: PartyKind | None = None
    country: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    address: str | None = None
    place: str | None = None
    phone: str | None = None
    domain: str | None = None
    founded: int | None = None
    people: tuple[str, ...] = ()
    demo: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What a person was at an organisation; ``since`` and ``until`` are EDTF, ``source`` says who told it."""

    organisation_id: str
    title: str
    since: str | None = None
    until: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A human being under all spellings of the name; the first is the one shown.

    ``organisation_id`` is the body that the name was first read with. ``merged_into`` names the person that this one
    turned out to be.
    """

    id: str
    names: tuple[Name, ...]
    organisation_id: str | None = None
    posts: tuple[Post, ...] = ()
    merged_into: str | None = None
    demo: bool = False
    version: int = 1
