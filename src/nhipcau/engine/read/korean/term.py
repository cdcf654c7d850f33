"""A Korean text comes in; how long the agreement runs goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nhipcau.facts.reading import TermRead

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page

_PATTERNS: Final = (
    re.compile(
        r"(?:협약|협정|유효|계약|양해각서|MOU|협력)(?:의)?\s?(?:유효\s?)?(?:기간|기한)(?:은|이|"
        r"을)?\s?[^.\d\n]{0,20}?(?P<number>\d+)\s?(?P<unit>년|개월)"
    ),
    re.compile(
        r"(?:20\d\d년\s?(?:\d+월\s?)?까지\s)?(?P<number>\d+)\s?(?P<unit>년|개월)(?:간)?\s?(?:더\s)?(?:연장|유효|효력)"
    ),
    re.compile(
        r"(?:앞으로|향후|체결일로부터|서명일부터)\s(?P<number>\d+)\s?(?P<unit>년|개월)(?:간|"
        r"\s?동안)?\s[^.\n]{0,20}(?:협력|유효|시행|추진)"
    ),
)
_UNITS: Final = {"년": 12, "개월": 1}


def term_of(page: Page) -> TermRead | None:
    """Return the term in months with the words that say it."""
    for pattern in _PATTERNS:
        found = pattern.search(page.text)
        if found:
            return TermRead(
                value=float(int(found["number"]) * _UNITS[found["unit"]]), unit="month", span=page.span(*found.span())
            )
    return None
