"""People who are new, or have a new spelling, come in; those they may be the same as stand in the queue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from nhipcau.engine.resolve.people import compare_people
from nhipcau.facts.organisation import Person
from nhipcau.facts.record import Pair
from nhipcau.facts.resolving import Doubt
from nhipcau.programme.name_keys import spelling_keys
from nhipcau.programme.placing.doubts import propose
from nhipcau.programme.ports import Unit
from nhipcau.programme.work import Work

KIND = "person"


def propose_people(work: Work, people: Iterable[Person], *, origin: str) -> tuple[Doubt, ...]:
    """Propose, for each of some people, those of the register who may be the same human being."""
    return propose(work, pairs_of(work.unit, people), origin=origin, kind=KIND)


def pairs_of(unit: Unit, people: Iterable[Person]) -> list[Pair]:
    """Compare some people with all whose names share a key with theirs; one look-up for all of them."""
    wanted = {person.id: person for person in people if person.merged_into is None}
    keys = {key for person in wanted.values() for key in _keys(person)}
    others = {person.id: person for person in unit.people.by_name_keys(sorted(keys))} if keys else {}
    by_key: dict[str, list[Person]] = defaultdict(list)
    for person in (others | wanted).values():
        for key in _keys(person):
            by_key[key].append(person)
    return list(_compared(wanted, by_key))


def _compared(wanted: dict[str, Person], by_key: dict[str, list[Person]]) -> Iterator[Pair]:
    seen: set[tuple[str, str]] = set()
    for person in wanted.values():
        for other in (other for key in _keys(person) for other in by_key[key]):
            sides = (min(person.id, other.id), max(person.id, other.id))
            if other.id == person.id or sides in seen or other.merged_into is not None:
                continue
            seen.add(sides)
            pair = compare_people(person, other)
            if pair is not None:
                yield pair


def _keys(person: Person) -> frozenset[str]:
    return spelling_keys(name.text for name in person.names)
