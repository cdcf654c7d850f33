"""A name in a plain text comes in; whether the words around it say that it is missing goes out."""

from __future__ import annotations

import re
from typing import Final

from nhipcau.language.properties.reader.list_words import DENIED_BEFORE, DENIED_BEHIND
from nhipcau.language.properties.reader.plain_text import plain_text

_WORDS: Final = "|".join(
    re.escape(word)
    for word in sorted({plain_text(word).plain for word in DENIED_BEFORE.split("|")}, key=len, reverse=True)
)
# The denial holds over a short list, not over a comma.
_BEFORE: Final = re.compile(rf"(?<![a-z가-힣])(?:{_WORDS})(?![a-z])([^.;\n,()]{{0,26}})$")
_BEHIND: Final = re.compile(DENIED_BEHIND)
_BUT: Final = re.compile(r"\b(?:nhung|but|only|chi|ma|hold|holds|have|has|co|da|dat|with)\b|지만|으나")
_WINDOW: Final = 56


def is_denied(plain: str, start: int, end: int) -> bool:
    """Tell whether a name at ``start:end`` is denied: chưa có IATF, IATF 미보유, not yet ISO 9001."""
    if _BEHIND.match(plain, end):
        return True
    before = _BEFORE.search(plain, max(0, start - _WINDOW), start)
    return before is not None and not _BUT.search(before[1])
