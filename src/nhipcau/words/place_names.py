"""The code of a province or city and a language come in; its name goes out."""

from __future__ import annotations

from nhipcau.language.places import place_of
from nhipcau.words.numbers import listed


def place(code: str, language: str) -> str:
    """The name of a province or city; several codes are parted by commas."""
    known = [(part, place_of(part)) for part in code.split(", ")]
    return listed([found.name(language) if found else part for part, found in known], language)
