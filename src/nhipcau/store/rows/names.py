"""Names and the columns of their rows, for organisations and people alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from nhipcau.facts.organisation import Name


class NameRow(Protocol):
    """A row that keeps one name."""

    text: str
    language: str
    kind: str


def name_columns(position: int, name: Name) -> dict[str, object]:
    """Return the columns of the ``position``-th name."""
    return {
        "position": position,
        "text": name.text,
        "language": name.language,
        "kind": name.kind,
    }


def names_of(rows: Iterable[NameRow]) -> tuple[Name, ...]:
    """Return the names in their order."""
    return tuple(Name(text=row.text, language=row.language, kind=row.kind) for row in rows)


def shown(names: tuple[Name, ...]) -> str:
    """Return the name that is shown: the first."""
    return names[0].text if names else ""
