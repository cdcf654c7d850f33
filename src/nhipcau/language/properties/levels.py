# ruff: noqa: E501 -- a unit or a degree a line
"""The word for a degree or the number of a clean-room class comes in; its rank goes out."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nhipcau.language.text import fold

CLEAN_CLASSES: Final[Mapping[int, int]] = MappingProxyType(
    {1: 3, 10: 4, 100: 5, 1_000: 6, 10_000: 7, 100_000: 8, 1_000_000: 9},
)
"""Class of the older standard (particles in a cubic foot) -> ISO 14644 class."""

DEGREES: Final = ("vocational", "college", "bachelor", "master", "phd")
"""The degrees, the lowest first."""

_WRITTEN: Final = (
    "vocational|vocational school|vocational certificate|trung cấp|trung cấp nghề|sơ cấp nghề|trường nghề|trung học nghề|직업고|특성화고|공업고|직업학교|직업훈련|고졸|intermediate",
    "college|college diploma|college degree|associate|associate degree|diploma|cao đẳng|cao đẳng nghề|전문대|전문대학|전문학사|전문대졸",
    "bachelor|bachelor's|bachelors|bachelor degree|bachelor's degree|undergraduate|university|engineer|bsc|beng|đại học|cử nhân|kỹ sư|학사|대졸|대학교|4년제|대학",
    "master|master's|masters|master degree|master's degree|msc|meng|thạc sĩ|thạc sỹ|cao học|석사",
    "phd|ph.d|ph.d.|doctor|doctorate|doctoral|tiến sĩ|tiến sỹ|박사",
)


def degree_level(written: str) -> int | None:
    """Return the rank of a degree as written in any of the three languages, 1 for the lowest."""
    words = fold(written).strip()
    return _ranks().get(words)


@functools.cache
def degree_words() -> Mapping[str, int]:
    """Return the rank of every word for a degree, as it is written."""
    ranked = enumerate(_WRITTEN, start=1)
    return MappingProxyType({word: rank for rank, words in ranked for word in words.split("|")})


@functools.cache
def _ranks() -> Mapping[str, int]:
    return MappingProxyType({fold(word): rank for word, rank in degree_words().items()})
