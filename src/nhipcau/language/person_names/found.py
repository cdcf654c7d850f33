"""A name's place in a text and the title before it go out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameFound:
    """A candidate: ``name`` stands at ``start:end``; ``title`` (Ông, TS., Mr.) stands at ``title_start`` before it."""

    start: int
    end: int
    name: str
    title: str | None = None
    title_start: int | None = None


def spaced(name: str) -> str:
    """Return ``name`` with one space between its words."""
    return " ".join(name.split())
