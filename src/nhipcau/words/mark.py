"""English phrases come in and go out unchanged, marked so that the catalogue finds them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """An English phrase as it stands in the catalogue.

    ``many`` is the plural form, chosen by the parameter that ``count`` names. ``context`` tells apart
    phrases that are one in English and two in another language.
    """

    text: str
    many: str | None = None
    context: str | None = None
    count: str = "count"


def phrase(text: str) -> Phrase:
    """Mark a phrase for the catalogue."""
    return Phrase(text)


def plural_phrase(one: str, many: str, count: str = "count") -> Phrase:
    """Mark a phrase with a plural; ``count`` names the parameter that counts."""
    return Phrase(one, many, None, count)


def phrase_in(context: str, text: str) -> Phrase:
    """Mark a phrase whose translation depends on ``context``."""
    return Phrase(text, None, context)
