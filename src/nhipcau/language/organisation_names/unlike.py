"""Two analysed names come in; what tells their bodies apart for certain goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nhipcau.language.organisation_names.bodies import body_codes
from nhipcau.language.organisation_names.kinds import BRANCHES, is_public, may_be_one
from nhipcau.language.organisation_names.lexicon import common_fields, generic_trades
from nhipcau.language.organisation_names.name import OrganisationName
from nhipcau.language.places import place_of


@dataclass(frozen=True, slots=True)
class Unlike:
    """What tells two bodies apart: its kind (body, place, number, branch, head, trade), and what each side has."""

    kind: str
    left: str
    right: str


def unlike(left: OrganisationName, right: OrganisationName) -> tuple[Unlike, ...]:
    """Return everything in two names that two names of one body do not differ in; nothing says nothing for them.

    One that has a number, a place, a kind or a trade where the other has none is not told apart by it. A branch or a
    plant is not its head office.
    """
    return tuple(_told(left, right))


def _told(left: OrganisationName, right: OrganisationName) -> Iterator[Unlike]:
    one, other = body_codes(left.acronyms), body_codes(right.acronyms)
    if one and other and one.isdisjoint(other):
        yield Unlike("body", _shown(one), _shown(other))
    yield from _places(left.places, right.places)
    if left.numbers and right.numbers and _crossed(left.numbers, right.numbers):
        yield Unlike("number", _shown(left.numbers), _shown(right.numbers))
    if left.head.isdisjoint(BRANCHES) != right.head.isdisjoint(BRANCHES):
        yield Unlike("branch", _shown(left.head), _shown(right.head))
    if not one & other:
        if not may_be_one(left.head, right.head):
            yield Unlike("head", _shown(left.head), _shown(right.head))
        yield from _trades(left, right)


def _crossed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether each side has what the other has not."""
    return not left <= right and not right <= left


def _shown(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))


def _places(left: frozenset[str], right: frozenset[str]) -> Iterator[Unlike]:
    if left == right or not left or not right:
        return
    for level in ("country", "province", "city"):
        one, other = _at(level, left), _at(level, right)
        if one and other and _crossed(one, other):
            yield Unlike("place", _shown(left), _shown(right))
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


def _trades(left: OrganisationName, right: OrganisationName) -> Iterator[Unlike]:
    """A public body's field is part of its name however common the word; a firm's technology or trading is not."""
    common = common_fields() if is_public(left.head) and is_public(right.head) else generic_trades()
    one, other = left.trade - common, right.trade - common
    if one and other and one.isdisjoint(other):
        yield Unlike("trade", _shown(one), _shown(other))
