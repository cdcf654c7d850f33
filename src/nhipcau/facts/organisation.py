"""Organisations, people and their names in every language, as the register keeps them."""

from __future__ import annotations

from dataclasses import dataclass

from nhipcau.facts.codes import PartyKind


@dataclass(frozen=True, slots=True)
class Name:
    """One name: its text, its language ("vi", "ko", "en", "und"), official, acronym or alias."""

    text: str
    language: str = "und"
    kind: str = "alias"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body under all its names; the first name is the one shown. ``country`` is ISO 3166-1 alpha-2."""

    id: str
    names: tuple[Name, ...]
    country: str | None = None
    kind: PartyKind | None = None
    parent_id: str | None = None
    place: str | None = None
    demo: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A human being under all spellings of the name; the first is the one shown.

    ``organisation_id`` is the body that the name was first read with.
    """

    id: str
    names: tuple[Name, ...]
    organisation_id: str | None = None
    demo: bool = False
    version: int = 1
