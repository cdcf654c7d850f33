"""An English text comes in; how long the agreement runs goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.facts.reading import TermRead

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page

_NUMBERS: Final = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_COUNT: Final = (
    r"(?P<number>\d+|one|two|three|four|five|six|seven|eight|nine|ten)(?:\s(?:more|further|"
    r"additional))?[\s-](?P<unit>years?|months?)"
)
_PATTERNS: Final = (
    re.compile(
        rf"\b(?:valid(?:ity)?|effective|in\sforce|in\seffect|runs?|last(?:s|ing)?|expires?|"
        rf"effect)\b[^.\n]{{0,30}}?\b{_COUNT}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:adding|extend\w*[^.\n]{{0,40}}?(?:for|by)|renew\w*[^.\n]{{0,50}}?for)\s(?:another\s|"
        rf"an?\sadditional\s|a\sfurther\s)?{_COUNT}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_COUNT}\s(?:memorandum|MoU|agreement|accord|deal|pact|contract|partnership)", re.IGNORECASE),
    re.compile(
        rf"\b(?:agreement|memorandum|MoU|MOU|contract|deal)\b[^.,\n]{{0,50}}\b(?:for|over|of)\s(?:a\s(?:term|"
        rf"period)\sof\s)?{_COUNT}",
        re.IGNORECASE,
    ),
)


def term_of(page: Page) -> TermRead | None:
    """Return the term in months with the words that say it."""
    for pattern in _PATTERNS:
        found = pattern.search(page.text)
        if found:
            number = _NUMBERS.get(found["number"].lower()) or int(found["number"])
            months = number * (12 if found["unit"].startswith("year") else 1)
            return TermRead(value=float(months), unit="month", span=page.span(*found.span()))
    return None
