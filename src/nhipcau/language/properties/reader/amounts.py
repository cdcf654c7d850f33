# ruff: noqa: E501 -- a pattern a line
"""Figures with their multipliers, as three languages write them, come in; numbers go out."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

DIGITS: Final = re.compile(r"\d+(?:[.,]\d+)*(?:(?<=\d)(?<!\d{4}) \d{3}(?![\d.,/]))*")
_MULTIPLIED: Final = re.compile(
    r"[ -]?(nghin|ngan|trieu|tram|van|ty|ti|thousand|million|billion|hundred|mln|mio|tr(?![a-ce-z])|k(?![a-ce-z]|d[a-z])|m(?=[ ]?[a-z$/]))(?![a-ce-z]|d[a-z])|([십백천만억조]+(?:\s?\d[\d,]*\s?[십백천만억조]+)*)",
)
_FACTORS: Final = {
    "nghin": 10**3, "ngan": 10**3, "k": 10**3, "thousand": 10**3, "trieu": 10**6, "tr": 10**6, "million": 10**6, "mln": 10**6,
    "mio": 10**6, "m": 10**6, "tram": 10**2, "hundred": 10**2, "van": 10**4, "ty": 10**9, "ti": 10**9, "billion": 10**9,
}  # fmt: skip
_KOREAN: Final = {"십": 10, "백": 100, "천": 1_000, "만": 10**4, "억": 10**8, "조": 10**12}
_TROUBLED: Final = frozenset({"van", "tr", "ti", "ty", "k", "m"})
_LONGEST: Final = 18

NUMBER_WORDS: Final = {
    "half": "0.5", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "fifteen": "15", "eighteen": "18", "twenty": "20", "thirty": "30",
    "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "100",
    "nửa": "0.5", "một": "1", "hai": "2", "ba": "3", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8",
    "chín": "9", "mười": "10", "hai mươi": "20", "ba mươi": "30", "반": "0.5", "한": "1", "두": "2", "세": "3", "네": "4",
    "다섯": "5", "여섯": "6",
}  # fmt: skip
"""Numbers in words; they count only where a unit of time, people or a rate follows."""


def amount(digits: str, language: str, *, counted: bool) -> Decimal | None:
    """Read figures; ``counted`` says that what is counted comes in wholes, so that 1.200 and 1,200 are thousands."""
    plain = digits.replace(" ", "")
    if len(plain) > _LONGEST:
        return None
    dots, commas = plain.count("."), plain.count(",")
    if dots and commas:
        decimal = "." if plain.rfind(".") > plain.rfind(",") else ","
        return _parsed(plain.replace("," if decimal == "." else ".", "").replace(decimal, "."))
    mark = "." if dots else ","
    if dots + commas == 0:
        return Decimal(plain)
    groups = plain.split(mark)
    thousands = groups[0] != "0" and len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    usual = (mark == "." and language == "vi") or (mark == "," and language != "vi")
    if thousands and (len(groups) > 2 or usual or counted):
        return Decimal("".join(groups))
    return _parsed(plain.replace(",", "."))


def _parsed(written: str) -> Decimal | None:
    return Decimal(written) if written.count(".") <= 1 else None


def multiplied(plain: str, at: int, language: str) -> tuple[Decimal, int]:
    """Return the factor of the multipliers that follow figures, and where they end."""
    factor, end = Decimal(1), at
    while match := _MULTIPLIED.match(plain, end):
        word = match[1]
        if not word or not _is_multiplier(word, plain, match, language):
            break
        factor, end = factor * _FACTORS[word], match.end(1)
    return factor, end


def _is_multiplier(word: str, plain: str, match: re.Match[str], language: str) -> bool:
    glued = match.start(1) == match.start()
    if word in {"k", "m"}:
        return glued
    return (
        word not in _TROUBLED
        or language == "vi"
        or (glued and word == "tr" and plain[match.end() : match.end() + 1].isdigit())
    )


def korean_amount(number: Decimal, plain: str, at: int) -> tuple[Decimal, int]:
    """Read 120만, 5천, 3억 5천만 behind the first figures: 만, 억 and 조 close a group, 천, 백 and 십 stand in one."""
    match = _MULTIPLIED.match(plain, at)
    if match is None or match[2] is None:
        return number, at
    total, group, last = Decimal(0), Decimal(0), number
    for part in re.finditer(r"\d[\d,]*|[십백천만억조]", match[2]):
        sign = part[0]
        if sign[0].isdigit():
            last = Decimal(sign.replace(",", ""))
        elif _KOREAN[sign] < 10**4:
            group, last = group + (last or 1) * _KOREAN[sign], Decimal(0)
        else:
            total, group, last = total + ((group + last) or 1) * _KOREAN[sign], Decimal(0), Decimal(0)
    value = total + group + last
    return value, match.end(2)
