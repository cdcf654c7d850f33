"""A page comes in; how long the agreement runs goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nhipcau.facts.reading import TermRead

if TYPE_CHECKING:
    from nhipcau.engine.read.page import Page

_TERM = re.compile(
    r"(?:thời hạn|hiệu lực|có giá trị|kéo dài|giá trị)[^.;\n]{0,50}?(?<!\d)(?P<number>\d{1,2}|hai|ba|bốn|năm|mười|"
    r"một)\s(?:\([^)]{1,8}\)\s)?(?P<unit>năm|tháng)(?!\w)"
)
_UNTIL = re.compile(r"(?:hiệu lực|thời hạn|giá trị)[^.;\n]{0,20}?đến (?:hết )?(?:năm|ngày|tháng) ")
_WORDS = {"một": 1.0, "hai": 2.0, "ba": 3.0, "bốn": 4.0, "năm": 5.0, "mười": 10.0}


def term(page: Page) -> TermRead | None:
    """Return the term, ``None`` where the text gives none."""
    found = _TERM.search(page.text)
    if found:
        number = found["number"]
        value = float(number) if number.isdigit() else _WORDS[number]
        unit = "year" if found["unit"] == "năm" else "month"
        return TermRead(value=value, unit=unit, span=page.span(found.start("number"), found.end("unit")))
    until = _UNTIL.search(page.text)
    if until:
        date = next((one for one in page.dates if until.start() <= one.start <= until.end() + 2), None)
        if date is not None:
            return TermRead(until=date.value, span=page.span(date.start, date.end))
    return None
