"""Two analysed names come in; what tells their bodies apart for certain goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from nhipcau.language.organisation_names.bodies import bodies
from nhipcau.language.organisation_names.lexicon import generic_trades
from nhipcau.language.organisation_names.name import OrganisationName
from nhipcau.language.places import place_of

# Kinds that one body may be called by in different languages; a body of one group is none of another.
_MEETING: Final[tuple[frozenset[str], ...]] = (
    frozenset(
        {"company", "public-corporation", "factory", "store", "household", "cooperative", "hotel", "industry-academy"}
    ),
)


@dataclass(frozen=True, slots=True)
class Unlike:
    """One thing that tells two bodies apart: its kind (place, number, head, trade, body, branch) and what each side has."""

    kind: str
    left: str
    right: str


def unlike(left: OrganisationName, right: OrganisationName) -> tuple[Unlike, ...]:
    """Return everything in two names that two names of one body do not differ in; nothing says nothing for them."""
    return tuple(_told(left, right))


def _told(left: OrganisationName, right: OrganisationName) -> Iterator[Unlike]:
    yield from _bodies(left.acronyms, right.acronyms)
    yield from _places(left.places, right.places)
    if left.numbers and right.numbers and _crossed(left.numbers, right.numbers):
        yield Unlike("number", _shown(left.numbers), _shown(right.numbers))
    yield from _heads(left.head, right.head)
    yield from _trades(left.trade, right.trade)


def _crossed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether each side has what the other has not."""
    return not left <= right and not right <= left


def _shown(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))


def _bodies(left: frozenset[str], right: frozenset[str]) -> Iterator[Unlike]:
    one, other = left & bodies().keys(), right & bodies().keys()
    if one and other and one.isdisjoint(other):
        yield Unlike("body", _shown(one), _shown(other))


def _places(left: frozenset[str], right: frozenset[str]) -> Iterator[Unlike]:
    if left == right or not left or not right:
        return
    for level in ("city", "province", "country"):
        one, other = _at(level, left), _at(level, right)
        if one and other and _crossed(one, other):
            yield Unlike("place", _shown(one), _shown(other))
            return


def _at(level: str, codes: frozenset[str]) -> frozenset[str]:
    """Return the places of a level that the codes are or lie in."""
    found = set()
    for code in codes:
        place = place_of(code)
        while place is not None and place.level != level:
            place = place_of(place.parent) if place.parent else None
        if place is not None:
            found.add(place.code)
    return frozenset(found)


def _heads(left: frozenset[str], right: frozenset[str]) -> Iterator[Unlike]:
    if ("branch" in left) != ("branch" in right):
        yield Unlike("branch", _shown(left), _shown(right))
    elif left and right and left.isdisjoint(right):
        yield Unlike("head", _shown(left), _shown(right))


def _trades(left: frozenset[str], right: frozenset[str]) -> Iterator[Unlike]:
    one, other = left - generic_trades(), right - generic_trades()
    if one and other and one.isdisjoint(other):
        yield Unlike("trade", _shown(one), _shown(other))
