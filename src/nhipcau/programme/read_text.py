"""To be filled."""

from __future__ import annotations

from nhipcau.facts.reading import Reading


def read_text(text: str, *, published: str | None = None) -> Reading:
    """Read a text without an office and without storing anything."""
    raise NotImplementedError
