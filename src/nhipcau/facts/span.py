"""A place in a document's text goes in, the same place travels with every value read from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """The exact words of a document that say something.

    ``start`` and ``end`` count Unicode code points of the text as it was given, so that
    ``text[start:end] == quote`` always holds.
    """

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut the span out of ``text``."""
        return cls(start, end, text[start:end])
