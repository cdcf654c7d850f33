# ruff: noqa: E501 -- a table
"""A text comes in; the same text in plain lower-case letters, place for place, goes out."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from nhipcau.language.lexicon import same_length_lower
from nhipcau.language.text import fold

_SAME: Final = {
    "\u00b2": "2", "\u00b3": "3", "\u00b5": "u", "\u03bc": "u", "\u00ba": "\u00b0", "\u02da": "\u00b0", "\u2212": "-",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u301c": "~", "\uff5e": "~", "\u223c": "~",
    "\u00a0": " ", "\u3000": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\r": "\n", "\u2264": "\u2264",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlainText:
    """``plain`` has no accents, ``lower`` has them; both are as long as the text that was given."""

    plain: str
    lower: str

    def is_written(self, start: int, end: int, forms: tuple[str, ...], *, bare: bool) -> bool:
        """Tell whether one of the accented ``forms`` stands at ``start:end``.

        Accents may be left out one by one, as people type in haste, and all of them where ``bare`` allows it.
        """
        written, plain = self.lower[start:end], self.plain[start:end]
        if written in forms or (plain in forms and not _has_accents(written, plain)):
            return True
        if written == plain:
            return bare
        return any(_dropped_some(written, plain, form) for form in forms)


def _has_accents(written: str, plain: str) -> bool:
    """Tell a letter with an accent (và is no VA) from a sign that is written otherwise (m² is m2)."""
    return written != plain and any(one != other and one.isalpha() for one, other in zip(written, plain, strict=True))


def _dropped_some(written: str, plain: str, form: str) -> bool:
    return len(form) == len(written) and all(
        one in (other, bare) for one, bare, other in zip(written, plain, form, strict=True)
    )


def plain_text(text: str) -> PlainText:
    """Write a text, composed as NFC has it, in plain letters."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = same_length_lower(text)
    return PlainText(plain=lower.translate(_PLAIN), lower=lower)


class _Plain(dict[int, str]):
    """What each letter is without its accents, worked out the first time it is seen."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = _SAME.get(letter) or _narrow(letter)
        self[code] = plain
        return plain


def _narrow(letter: str) -> str:
    if unicodedata.category(letter) == "Cs":
        return "\ufffd"
    if "\uff01" <= letter <= "\uff5e":
        return chr(ord(letter) - 0xFEE0).lower()
    folded = fold(letter)
    return folded if len(folded) == 1 else letter


_PLAIN: Final = _Plain()
