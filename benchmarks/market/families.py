"""A file of families comes in; needs, offer texts and pools of values of each, as written there, go out.

A family begins with ``= name kind``. ``? language | place | text | requirements`` is a need (``!`` marks a must),
``+`` the text of an offer of the right thing, ``~`` of a related one, ``-`` of one that looks alike and is wrong.
``@ property unit: values`` is what offers of the family state; without a unit, a list has commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

LISTS: Final = frozenset({"material", "certificate", "language", "ip_status", "surface", "places"})
LEVELS: Final = frozenset({"TOPIK", "ISO"})

_HERE = Path(__file__).parent
_ASKED = re.compile(r"(\w+) (<=|>=|has) (.+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement of a need; ``value`` is as written, ``unit`` empty for words and bare numbers."""

    property: str
    op: str
    value: str
    unit: str
    must: bool

    def pool_name(self) -> str:
        """Return the name of the pool that offers draw this from."""
        return "topik" if self.value.startswith("TOPIK") else self.property


@dataclass(frozen=True, slots=True)
class NeedText:
    """A need as somebody wrote it."""

    language: str
    place: str | None
    text: str
    asks: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class OfferText:
    """What an offer says of itself; ``role`` is fit, related or lookalike."""

    role: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Pool:
    """The values of a property that offers of a family state, in one unit."""

    unit: str
    values: tuple[str, ...]


@dataclass(slots=True)
class Family:
    """Needs and offers of one thing."""

    name: str
    kind: str
    needs: list[NeedText] = field(default_factory=list)
    texts: list[OfferText] = field(default_factory=list)
    pools: dict[str, Pool] = field(default_factory=dict)


_ROLES: Final[Mapping[str, str]] = {"+": "fit", "~": "related", "-": "lookalike"}


def families(half: str) -> list[Family]:
    """Return the families of a half, "develop" or "report"."""
    return list(_read((_HERE / f"{half}.txt").read_text(encoding="utf-8").splitlines()))


def _read(lines: list[str]) -> Iterator[Family]:
    family: Family | None = None
    for line in filter(None, lines):
        mark, rest = line[0], line[2:]
        if mark == "=":
            if family:
                yield family
            name, kind = rest.split()
            family = Family(name, kind)
        elif family:
            _add(family, mark, rest)
    if family:
        yield family


def _add(family: Family, mark: str, rest: str) -> None:
    if mark == "?":
        family.needs.append(_need(rest))
    elif mark == "@":
        name, pool = _pool(rest)
        family.pools[name] = pool
    else:
        language, text = rest.split(" | ")
        family.texts.append(OfferText(_ROLES[mark], language, text))


def _need(rest: str) -> NeedText:
    language, place, text, asks = rest.split(" | ")
    return NeedText(language, None if place == "-" else place, text, tuple(_asked(one) for one in asks.split(" ; ")))


def _asked(written: str) -> Asked:
    found = _ASKED.fullmatch(written.removesuffix(" !"))
    if not found:
        raise ValueError(written)
    name, op, value = found.groups()
    number, _, unit = value.partition(" ")
    if op == "has" or number in LEVELS:
        number, unit = value, ""
    return Asked(name, op, number, unit, written.endswith(" !"))


def _pool(rest: str) -> tuple[str, Pool]:
    head, _, values = rest.partition(": ")
    name, _, unit = head.partition(" ")
    if name in LISTS or name == "cleanroom":
        return name, Pool("", tuple(values.split(", ")))
    if name == "topik":
        return name, Pool("", tuple(f"TOPIK {level}" for level in values.split()))
    return name, Pool("" if unit == "date" else unit, tuple(values.split()))
