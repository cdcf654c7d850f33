"""A cell as a spreadsheet holds it comes in; plain text in one line goes out."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Final

Cells = tuple[str, ...]

LONGEST: Final = 10_000
# Control characters, and marks that turn the direction of writing or take no place: none of them is part of a name.
_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BLANKS: Final = re.compile(r"\s+")


def plain(value: object) -> str:
    """Return a cell as text: whole numbers without a decimal point, days as ISO 8601."""
    match value:
        case None:
            return ""
        case str():
            return tidy(value)
        case bool():
            return "1" if value else "0"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case time() | timedelta():
            return str(value)
        case _:
            return tidy(str(value))


def tidy(text: str) -> str:
    """Return text in one line, composed, without what nobody sees; no more of it than anybody writes."""
    if text.isascii() and text.isprintable() and len(text) <= LONGEST:
        return " ".join(text.split())
    seen = _UNSEEN.sub("", text[: 2 * LONGEST])
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", seen)).strip()[:LONGEST]
