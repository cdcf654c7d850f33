"""Readings of several documents come in; which of their agreements are the same goes out, and why."""

# ruff: noqa: SIM905 -- a list of words is read as words

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from nhipcau.facts.codes import PartyKind
from nhipcau.facts.message import Message
from nhipcau.language.places import find_places
from nhipcau.language.romanise import name_key
from nhipcau.language.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nhipcau.facts.reading import AgreementRead, PartyRead, PersonRead, Reading

_PARTY_WORTH, _LIKE_WORTH, _DATE_WORTH, _PEOPLE_WORTH, _KIND_WORTH = 0.7, 0.5, 0.25, 0.15, 0.05
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SHORTEST_NAME = 5
_TWO, _MANY = 2, 3
# Words that a name shares with hundreds of others: they tell no body from another.
_COMMON = frozenset(
    "truong dai hoc cao dang vien nghien cuu trung tam cong ty tap doan so cuc ban hiep hoi benh viet nam han quoc "
    "tinh thanh pho cong nghe ky thuat khoa university institute college center centre company association department "
    "of the and for korea vietnam korean vietnamese national technology science research industry trade".split()
)
_GENERAL = re.compile(
    r"\b(?:truong|tap doan|cong ty co phan|cong ty cp|cong ty tnhh mtv|cong ty tnhh|cong ty|the|co|ltd|inc|corp|jsc|"
    r"company|corporation)\b"
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two records report one agreement: ``score`` from 0 to 1, the reasons and what speaks against it."""

    same: bool
    score: float
    reasons: tuple[Message, ...]
    contradictions: tuple[Message, ...]


def compare(a: AgreementRead, b: AgreementRead) -> Comparison:
    """Compare two records of different documents; records of one document are never compared.

    Two parties of one name are enough. Where a name is spelled another way or in another language, the other party, the
    day and the people have to speak for it. Different days are two agreements, whatever else agrees.
    """
    shared, alike = _matched_parties(a, b)
    agreed = _dates(a.date.value, b.date.value)
    people = _shared_people(a, b)
    fewest = max(1, min(len(a.parties), len(b.parties)))
    score = (_PARTY_WORTH * len(shared) + _LIKE_WORTH * len(alike)) / fewest
    score += _PEOPLE_WORTH * bool(people) + _KIND_WORTH * (a.type is b.type)
    score += 0.0 if agreed is None else _DATE_WORTH if agreed else -2 * _DATE_WORTH
    same = agreed is not False and _enough(a, b, (len(shared), len(alike)), len(people))
    return Comparison(same, max(0.0, min(1.0, score)), _reasons(a, b, (shared, alike), people), _against(a, b))


def _enough(a: AgreementRead, b: AgreementRead, matched: tuple[int, int], people: int) -> bool:
    shared, alike = matched
    fewest = min(len(a.parties), len(b.parties))
    whole = fewest > 1 and shared + alike >= fewest
    one_day = _DAY.fullmatch(a.date.value or "") is not None and a.date.value == b.date.value
    if shared > 1 or (whole and (shared or one_day or people)):
        return True
    if not people or (_named_apart(a, b) and not _speaks_for_both(a, b)):
        return False
    one_month = bool(a.date.value) and a.date.value == b.date.value
    if people > 1 and (shared or one_day) and _profile(a) == _profile(b):
        return True
    return bool(shared + alike) and one_month and _one_shape(a, b)


def _one_shape(a: AgreementRead, b: AgreementRead) -> bool:
    """Tell whether three or more parties are of the same kinds, and of the same countries but for one at most.

    Two parties would say too little: a technopark signs with two universities on one day.
    """
    kinds = [sorted(party.kind.value if party.kind else "" for party in each.parties) for each in (a, b)]
    countries = [Counter(party.country for party in each.parties) for each in (a, b)]
    return len(kinds[0]) >= _MANY and kinds[0] == kinds[1] and (countries[0] - countries[1]).total() <= 1


def _named_apart(a: AgreementRead, b: AgreementRead) -> bool:
    """Tell whether a party of one record has no counterpart in the other although both write in one language."""
    left, right = _unmatched(a, b), _unmatched(b, a)
    for party in left:
        rivals = [other for other in right if other.kind is party.kind]
        if rivals and all(_script(other.name) == _script(party.name) or _elsewhere(party, other) for other in rivals):
            return True
    return False


def _speaks_for_both(a: AgreementRead, b: AgreementRead) -> bool:
    """Tell whether somebody of both records heads the party that either names in words of its own."""
    heads = [
        {key for person in one.people for key in name_key(person.name) if _is_of(person, _unmatched(one, other))}
        for one, other in ((a, b), (b, a))
    ]
    return bool(heads[0] & heads[1])


def _is_of(person: PersonRead, parties: list[PartyRead]) -> bool:
    org = _plain(person.org or "")
    return len(org) > _TWO and any(org in _plain(party.name) or _plain(party.name) in org for party in parties)


def _unmatched(a: AgreementRead, b: AgreementRead) -> list[PartyRead]:
    shared, alike = _matched_parties(a, b)
    names = {one for one, _ in (*shared, *alike)}
    return [party for party in a.parties if party.name not in names]


def _elsewhere(one: PartyRead, other: PartyRead) -> bool:
    """Tell whether two parties name places, and not the same."""
    first, second = _places(one.name), _places(other.name)
    return bool(first and second) and not first & second


def _script(name: str) -> str:
    """Return ``ko``, ``vi`` or ``en`` by the letters of a name."""
    if re.search("[가-힣]", name):
        return "ko"
    return "vi" if fold(name) != name.casefold() else "en"


def _profile(agreement: AgreementRead) -> list[tuple[str, str]]:
    return sorted((party.country or "", party.kind.value if party.kind else "") for party in agreement.parties)


def _reasons(
    a: AgreementRead,
    b: AgreementRead,
    matched: tuple[list[tuple[str, str]], list[tuple[str, str]]],
    people: list[str],
) -> tuple[Message, ...]:
    shared, alike = matched
    reasons = []
    names = [name for name, _ in shared] + [f"{one} ~ {other}" for one, other in alike]
    if names:
        reasons.append(Message("same.parties", {"names": ", ".join(names), "count": len(names)}))
    if _dates(a.date.value, b.date.value):
        reasons.append(Message("same.date", {"a": a.date.value, "b": b.date.value}))
    if people:
        reasons.append(Message("same.people", {"names": ", ".join(people)}))
    return tuple(reasons)


def _against(a: AgreementRead, b: AgreementRead) -> tuple[Message, ...]:
    against = []
    if _dates(a.date.value, b.date.value) is False:
        against.append(Message("same.date", {"a": a.date.value, "b": b.date.value}))
    if a.type is not b.type:
        against.append(Message("same.type", {"a": a.type.value, "b": b.type.value}))
    if len(a.parties) != len(b.parties):
        against.append(Message("same.party-count", {"a": len(a.parties), "b": len(b.parties)}))
    return tuple(against)


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
    """Return the pairs of records of different documents that share a key of a party or the name of a person."""
    by_key: dict[str, list[tuple[int, int]]] = {}
    for place in places:
        for key in _blocking_keys(_at(readings, place)):
            by_key.setdefault(key, []).append(place)
    pairs = {
        pair for group in by_key.values() for pair in combinations(sorted(set(group)), 2) if pair[0][0] != pair[1][0]
    }
    return sorted(pairs)


def party_keys(party: PartyRead) -> frozenset[str]:
    """Return spellings under which a party may be known: acronym, folded name, names in brackets, romanised Hangul."""
    bare = re.sub(r"\([^()]*\)", " ", party.name)
    keys = {_plain(bare)}
    if party.acronym:
        keys.add("@" + party.acronym.casefold())
    letters = re.findall(r"\b[A-Z][A-Z0-9]{1,7}\b", bare)
    keys.update("@" + word.casefold() for word in letters if word.casefold() == _plain(bare))
    for inside in re.findall(r"\(([^()]*)\)", party.name):
        keys.update(_plain(part) for part in re.split(r"\s[-–]\s|,", inside))
    if re.search("[가-힣]", bare):
        keys.update(name_key(bare))
    return frozenset(key for key in keys if len(key) > 2)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", _GENERAL.sub(" ", fold(name)))


def _blocking_keys(agreement: AgreementRead) -> set[str]:
    keys = {key for party in agreement.parties for key in (*party_keys(party), *_likeness(party))}
    return keys | {"person " + key for person in agreement.people for key in name_key(person.name)}


def _likeness(party: PartyRead) -> frozenset[str]:
    """Return what a party has in common with itself in another language: its kind with its place or its sound.

    *Nghe An Central Hospital* and 응에안중앙병원 share a place; *Bệnh viện Geumgang* and *Bệnh viện Kumgang* a sound.
    """
    kind = f"{party.country} {party.kind.value if party.kind else ''}"
    places = _places(party.name)
    words = list(re.findall(r"[A-Z][a-z]+(?:-[a-z]+)?", re.sub(r"\(.*", "", party.name)))
    sounds = {key for word in words if len(word) >= _SHORTEST_NAME and party.country == "KR" for key in name_key(word)}
    return frozenset(f"{kind} {mark}" for mark in (*places, *sounds))


def _alike(a: PartyRead, b: PartyRead) -> bool:
    """Tell whether two parties may be one whose names differ.

    Within one language a shared place says nothing, but of a province or city itself: Hanoi has many universities.
    """
    if _shortened(a, b):
        return True
    common = {mark.rsplit(" ", 1)[-1] for mark in _likeness(a) & _likeness(b)}
    one_language = _script(a.name) == _script(b.name) and a.kind is not PartyKind.LOCAL_GOVERNMENT
    return bool(common - _places(a.name) if one_language else common)


def _places(name: str) -> frozenset[str]:
    """Return the codes of the places that a name holds, without countries."""
    language = "ko" if re.search("[가-힣]", name) else "vi"
    return frozenset(found.place.code for found in find_places(name, language) if found.place.level != "country")


def _shortened(a: PartyRead, b: PartyRead) -> bool:
    """Tell whether one name has the words of the other, or their initials: *Cao đẳng KTCN*, *Công ty HB về xe điện*."""
    if a.kind is not b.kind or _script(a.name) != _script(b.name) or _elsewhere(a, b):
        return False
    (short, _), (long, initials) = sorted((_words(a.name), _words(b.name)), key=lambda found: len(found[0]))
    own = short - _COMMON - _place_words(a.name) - _place_words(b.name)
    return bool(own) and all(word in long or (len(word) >= _MANY and word in initials) for word in short)


def _place_words(name: str) -> frozenset[str]:
    """Return the words of the places in a name: *Hanoi University* shares with others of its city nothing else."""
    language = "ko" if re.search("[가-힣]", name) else "vi"
    found = (fold(name[place.start : place.end]) for place in find_places(name, language))
    return frozenset(word for words in found for word in words.split())


def _words(name: str) -> tuple[frozenset[str], str]:
    """Return the words of a name without its brackets, and their initials in a row."""
    words = re.findall(r"\w+", fold(re.sub(r"\(.*?\)", " ", name)))
    return frozenset(words), "".join(word[0] for word in words)


def _matched_parties(a: AgreementRead, b: AgreementRead) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the pairs of parties of one name, and the pairs that are alike in kind and place or sound."""
    left = list(b.parties)
    rest: list[PartyRead] = []
    shared: list[tuple[str, str]] = []
    for party in a.parties:
        keys = party_keys(party)
        match = next((item for item in left if keys & party_keys(item) or _contained(party, item)), None)
        if match is None:
            rest.append(party)
            continue
        left.remove(match)
        shared.append((party.name, match.name))
    alike: list[tuple[str, str]] = []
    for party in rest:
        match = next((item for item in left if _alike(party, item)), None)
        if match is not None:
            left.remove(match)
            alike.append((party.name, match.name))
    return shared, alike


def _contained(a: PartyRead, b: PartyRead) -> bool:
    """A name without its place or field (*Viện Kỹ thuật Hàn Quốc*) is the longer one where kind and country agree."""
    short, long = sorted((_plain(re.sub(r"\(.*", "", a.name)), _plain(re.sub(r"\(.*", "", b.name))), key=len)
    return (
        a.kind is b.kind
        and a.country == b.country
        and len(short) >= 10
        and (long.startswith(short) or long.endswith(short))
    )


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
