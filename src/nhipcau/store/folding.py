"""Names and texts come in, the folded forms that the register sorts and searches by go out."""

from __future__ import annotations

from collections.abc import Iterable

from nhipcau.language.text import fold, normalise

_SORT_LENGTH = 200
_KEY_LENGTH = 500


def folded(text: str) -> str:
    """Return ``text`` in lower case, without diacritics, with single spaces."""
    return " ".join(fold(normalise(text).text).split())


def name_key(text: str) -> str:
    """Return the form by which a name is found: ``folded``, as long as an index takes."""
    return folded(text)[:_KEY_LENGTH]


def sort_key(text: str) -> str:
    """Return the form by which lists are sorted."""
    return folded(text)[:_SORT_LENGTH]


def search_text(parts: Iterable[str | None]) -> str:
    """Return everything that a search may find a thing by, folded, one part a line."""
    return "\n".join(dict.fromkeys(folded(part) for part in parts if part))
