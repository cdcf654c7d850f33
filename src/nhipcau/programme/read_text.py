"""A text comes in; what the reader takes from it goes out. No office is needed and nothing is stored."""

from __future__ import annotations

from nhipcau.engine.read.read import read_document
from nhipcau.facts.reading import Reading


def read_text(text: str, *, published: str | None = None) -> Reading:
    """Read a text; ``published`` is the day of its publication as EDTF where it is known."""
    return read_document(text, published=published)
