"""A name or title comes in, the forms by which lists are sorted and things are found go out."""

from __future__ import annotations

from nhipcau.programme.name_keys import folded

_SORT_LENGTH = 200
_KEY_LENGTH = 500


def sort_key(text: str) -> str | None:
    """Return ``text`` folded, as long as an index takes; ``None`` where no letter or digit is in it."""
    return folded(text)[:_SORT_LENGTH] or None


def index_key(key: str) -> str:
    """Return a key of ``programme.name_keys``, as long as an index takes."""
    return key[:_KEY_LENGTH]
