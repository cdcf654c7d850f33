"""An address as a Vietnamese or Korean office writes it comes in; house number and street, in one spelling, go out."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Final

from nhipcau.language.organisation_names.sounds import sound
from nhipcau.language.romanise import romanise
from nhipcau.language.text import fold

_LONGEST: Final = 300
# 금덕로 392, 테헤란로 12길 34-5; jibun: 상대동 123-4. The city before it is another word.
_KOREAN: Final = re.compile(r"([가-힣0-9]+(?:로|길)(?:\s?[0-9]+번?길)?|[가-힣0-9]+(?:동|리|가))\s*([0-9]+(?:-[0-9]+)?)")
# 392, Keumduk-ro; 392 Keumdeok-ro 12beon-gil
_ROMANISED: Final = re.compile(
    r"([0-9]+(?:-[0-9]+)?)\s*,?\s+([a-z0-9]+[- ](?:ro|gil|daero)(?:[ ,]+[0-9]+(?:beon)?-?gil)?|[a-z]+-(?:dong|ri))\b"
)
# Ward, district, town, province and what follows, to the next comma: they do not tell a house.
_AREA: Final = re.compile(
    r"(?:^|,)\s*(?:p\.? ?[0-9]|p\.|ph\.|phuong\b|q\.|quan\b|xa\b|huyen\b|h\.|thi xa\b|tx\.?|thi tran\b|tt\.|tp\.?"
    r"|thanh pho\b|tinh\b"
    r"|ward\b|district\b|dist\.|city\b|province\b)[^,]*"
)
_PARK: Final = re.compile(
    r"\b(?:kcn|khu cong nghiep|khu cn|cum cong nghiep|ccn|khu che xuat|kcx|industrial (?:park|zone)|ip)\b"
)
_SPOKEN: Final = re.compile(
    r"\b(?:lo dat so|lo dat|lo so|lo|lot|so nha|so|no|duong|pho|street|str|st|road|rd"
    r"|ngo|ngach|hem|alley|to|khu pho|kp|ap|thon|ward)\b\.?"
)
_NUMBER: Final = re.compile(r"\b(?:[a-z]{1,3}-?[0-9]+(?:[-/.][a-z]?[0-9]+)*[a-z]?|[0-9]+[a-z]?(?:[-/][0-9]+[a-z]?)*)\b")
_ENDING: Final = re.compile("(대로|로|길|동|리|가)")
_ENDINGS: Final = {"대로": "daero", "로": "ro", "길": "gil", "동": "dong", "리": "ri", "가": "ga"}
_WORD: Final = re.compile(r"[a-z]+")
_HANGUL: Final = re.compile("[가-힣]")


@dataclass(frozen=True, slots=True)
class Site:
    """House number (or lot) and street (or industrial park), as keys: equal for equal sites in any spelling."""

    number: str = ""
    street: str = ""

    @property
    def key(self) -> str:
        """Both together, "" where either is missing."""
        return f"{self.number} {self.street}" if self.number and self.street else ""


NOWHERE: Final = Site()


@functools.lru_cache(maxsize=50_000)
def site_of(address: str) -> Site:
    """Return the site that an address names, empty where it names none.

    Wards, districts and provinces are left out: they are renamed and merged (Vietnam in 2025), and a place code says
    them better.
    """
    folded = fold(address[:_LONGEST])
    korean = _KOREAN.search(folded) if _HANGUL.search(folded) else None
    if korean:
        return Site(korean[2], _street(_road(korean[1].replace(" ", ""))))
    romanised = _ROMANISED.search(folded)
    if romanised:
        return Site(romanised[1], _street(romanised[2]))
    return _vietnamese(folded)


def _vietnamese(folded: str) -> Site:
    rest = _SPOKEN.sub(" ", _PARK.sub(" ", _AREA.sub(",", folded)))
    parts = [part.strip() for part in rest.split(",")]
    for place, part in enumerate(parts):
        found = _NUMBER.search(part)
        if found is None:
            continue
        here = part[: found.start()] + " " + part[found.end() :]
        words = _WORD.findall(here) or (_WORD.findall(parts[place + 1]) if place + 1 < len(parts) else [])
        return Site(found[0].replace("-", ""), _street(" ".join(words))) if words else NOWHERE
    return NOWHERE


def _road(hangul: str) -> str:
    """Return a road's name in Latin letters; the ending keeps its sound, as road signs have it (Geumdeok-ro)."""
    return "".join(_ENDINGS.get(part) or romanise(part) for part in _ENDING.split(hangul))


def _street(words: str) -> str:
    """Return the key of a street's name: the sound of its words, run together."""
    return sound("".join(_WORD.findall(re.sub(r"[- ](ro|gil|daero|dong|ri)\b", r"\1", words))))
