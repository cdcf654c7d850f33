"""A seed comes in; the syllables, surnames, trades, streets and zones that a register is made of go out.

The two inventories share legal forms, provinces and a third of the trades, as life does, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Trade:
    """A line of business in three languages; English has more than one word for some."""

    vi: str
    ko: str
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A province or city: name, name since the mergers (or the short one), English names, area code, ISO code."""

    name: str
    other: str
    english: tuple[str, ...]
    area: str
    code: str


@dataclass(frozen=True, slots=True)
class Template:
    """How a public body that every province has is named in each language."""

    country: str
    kind: str
    ko: str
    en: str
    vi: str
    acronym: str


@dataclass(frozen=True, slots=True)
class Syllable:
    """A Korean syllable and the ways in which firms and people romanise it, the commonest first."""

    ko: str
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """All that differs between the register to develop on and the register to report on."""

    vietnamese: tuple[str, ...]
    korean: tuple[Syllable, ...]
    english: tuple[str, ...]
    trades: tuple[Trade, ...]
    surnames: tuple[str, ...]
    given: tuple[str, ...]
    korean_surnames: tuple[Syllable, ...]
    korean_given: tuple[Syllable, ...]
    streets: tuple[str, ...]
    zones: tuple[str, ...]


def _rows(file: str) -> list[list[str]]:
    return [line.split("\t") for line in (_HERE / file).read_text(encoding="utf-8").splitlines()]


_TRADES = tuple(Trade(vi, ko, tuple(en.split("|"))) for vi, ko, en in _rows("trades.tsv"))
VIETNAM = tuple(Place(name, other, (name,), area, code) for name, other, area, code in _rows("provinces.tsv"))
KOREA = tuple(
    Place(name, short, tuple(english.split("|")), area, code)
    for name, short, english, area, code in _rows("korean_places.tsv")
)
BODIES = tuple(Template(*row) for row in _rows("bodies.tsv"))


def _syllables(words: tuple[str, ...]) -> tuple[Syllable, ...]:
    return tuple(Syllable(ko, tuple(ways.split("/"))) for ko, ways in (word.split(" ") for word in words))


def _inventory(file: str, left_out: int) -> Inventory:
    words = {kind: tuple(row.split("|")) for kind, row in _rows(file)}
    return Inventory(
        vietnamese=words["vietnamese"],
        korean=_syllables(words["korean"]),
        english=words["english"],
        trades=tuple(trade for number, trade in enumerate(_TRADES) if number % 3 != left_out),
        surnames=words["surnames"],
        given=words["given"],
        korean_surnames=_syllables(words["korean_surnames"]),
        korean_given=_syllables(words["korean_given"]),
        streets=words["streets"],
        zones=words["zones"],
    )


_DEVELOP = _inventory("develop.tsv", 0)
_REPORT = _inventory("report.tsv", 1)


def inventory(seed: int) -> Inventory:
    """Return the inventory of a seed: odd seeds are for development, even ones for reporting."""
    return _DEVELOP if seed % 2 else _REPORT
