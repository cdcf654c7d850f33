"""Readings of several documents come in; which of their agreements are the same goes out, with reasons and contradictions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from nhipcau.facts.message import Message
from nhipcau.language.romanise import name_key
from nhipcau.language.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nhipcau.facts.reading import AgreementRead, PartyRead, Reading

_SAME = 0.6
_PARTY_WORTH, _DATE_WORTH, _PEOPLE_WORTH, _KIND_WORTH = 0.7, 0.25, 0.15, 0.05
_GENERAL = re.compile(
    r"\b(?:truong|tap doan|cong ty co phan|cong ty cp|cong ty tnhh mtv|cong ty tnhh|cong ty|the|co|ltd|inc|corp|jsc|"
    r"company|corporation)\b"
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two records report one agreement: ``score`` from 0 to 1, the reasons for it and what speaks against it."""

    same: bool
    score: float
    reasons: tuple[Message, ...]
    contradictions: tuple[Message, ...]


def compare(a: AgreementRead, b: AgreementRead) -> Comparison:
    """Compare two records of different documents; records of one document are never compared."""
    reasons: list[Message] = []
    against: list[Message] = []
    shared = _shared_parties(a, b)
    score = _PARTY_WORTH * _share(shared, a, b)
    if shared:
        reasons.append(Message("same.parties", {"names": ", ".join(name for name, _ in shared), "count": len(shared)}))
    agreed = _dates(a.date.value, b.date.value)
    if agreed is not None:
        score += _DATE_WORTH if agreed else -2 * _DATE_WORTH
        (reasons if agreed else against).append(Message("same.date", {"a": a.date.value, "b": b.date.value}))
    people = _shared_people(a, b)
    if people:
        score += _PEOPLE_WORTH
        reasons.append(Message("same.people", {"names": ", ".join(people)}))
    if a.type is not b.type:
        against.append(Message("same.type", {"a": a.type.value, "b": b.type.value}))
    else:
        score += _KIND_WORTH
    if len(a.parties) != len(b.parties):
        against.append(Message("same.party-count", {"a": len(a.parties), "b": len(b.parties)}))
    bounded = max(0.0, min(1.0, score))
    enough = len(shared) >= 2 or (len(shared) == 1 and bool(people) and agreed is True)
    return Comparison(enough and agreed is not False and bounded >= _SAME, bounded, tuple(reasons), tuple(against))


def clusters(readings: Sequence[Reading]) -> tuple[tuple[str, ...], ...]:
    """Return a key for every agreement of every reading, in their order; records of one agreement share a key."""
    places = [(at, nth) for at, reading in enumerate(readings) for nth in range(len(reading.agreements))]
    parent = {place: place for place in places}

    def root(place: tuple[int, int]) -> tuple[int, int]:
        while parent[place] != place:
            place = parent[place]
        return place

    for one, other in _candidates(readings, places):
        if root(one) != root(other) and compare(_at(readings, one), _at(readings, other)).same:
            parent[max(root(one), root(other))] = min(root(one), root(other))
    return tuple(
        tuple("agreement-{}-{}".format(*root((at, nth))) for nth in range(len(reading.agreements)))
        for at, reading in enumerate(readings)
    )


def _at(readings: Sequence[Reading], place: tuple[int, int]) -> AgreementRead:
    return readings[place[0]].agreements[place[1]]


def _candidates(
    readings: Sequence[Reading], places: list[tuple[int, int]]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the pairs of records of different documents that share a key of a party."""
    by_key: dict[str, list[tuple[int, int]]] = {}
    for place in places:
        for key in {key for party in _at(readings, place).parties for key in party_keys(party)}:
            by_key.setdefault(key, []).append(place)
    pairs = {
        pair for group in by_key.values() for pair in combinations(sorted(set(group)), 2) if pair[0][0] != pair[1][0]
    }
    return sorted(pairs)


def party_keys(party: PartyRead) -> frozenset[str]:
    """Return spellings under which a party may be known: acronym, folded name, other names in brackets, romanised Hangul."""
    bare = re.sub(r"\([^()]*\)", " ", party.name)
    keys = {_plain(bare)}
    if party.acronym:
        keys.add("@" + party.acronym.casefold())
    for inside in re.findall(r"\(([^()]*)\)", party.name):
        keys.update(_plain(part) for part in re.split(r"\s[-–]\s|,", inside))
    if re.search("[가-힣]", bare):
        keys.update(name_key(bare))
    return frozenset(key for key in keys if len(key) > 2)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", _GENERAL.sub(" ", fold(name)))


def _shared_parties(a: AgreementRead, b: AgreementRead) -> list[tuple[str, str]]:
    left = [(party, party_keys(party)) for party in b.parties]
    shared: list[tuple[str, str]] = []
    for party in a.parties:
        keys = party_keys(party)
        match = next((item for item in left if keys & item[1] or _contained(party, item[0])), None)
        if match is not None:
            left.remove(match)
            shared.append((party.name, match[0].name))
    return shared


def _contained(a: PartyRead, b: PartyRead) -> bool:
    """A name without its place or field (*Viện Kỹ thuật Hàn Quốc*) is the longer one where kind and country agree."""
    short, long = sorted((_plain(re.sub(r"\(.*", "", a.name)), _plain(re.sub(r"\(.*", "", b.name))), key=len)
    return (
        a.kind is b.kind
        and a.country == b.country
        and len(short) >= 10
        and (long.startswith(short) or long.endswith(short))
    )


def _share(shared: list[tuple[str, str]], a: AgreementRead, b: AgreementRead) -> float:
    fewest = min(len(a.parties), len(b.parties))
    return len(shared) / fewest if fewest else 0.0


def _dates(a: str | None, b: str | None) -> bool | None:
    """Tell whether two EDTF dates can be one day; ``None`` where one is missing."""
    if not a or not b:
        return None
    for one, other in zip(re.split(r"[-/]", a.rstrip("~")), re.split(r"[-/]", b.rstrip("~")), strict=False):
        if any(x != y and "X" not in (x, y) for x, y in zip(one, other, strict=False)):
            return False
    return True


def _shared_people(a: AgreementRead, b: AgreementRead) -> list[str]:
    mine = {key: person.name for person in a.people for key in name_key(person.name)}
    return sorted({mine[key] for person in b.people for key in name_key(person.name) if key in mine})
