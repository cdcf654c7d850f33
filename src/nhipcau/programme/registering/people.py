"""People at a signing whom a person accepted come in; the people of the register they are go out, old or new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from nhipcau.facts.organisation import Name, Organisation, Person
from nhipcau.programme.name_keys import bare_name, folded, organisation_keys, person_keys
from nhipcau.programme.names import language_of_name, with_spellings
from nhipcau.programme.placing.people import propose_people
from nhipcau.programme.work import Work

Heard = Mapping[str, str]


def people_of(
    work: Work, heard: Iterable[Heard], organisations: Sequence[Organisation], *, language: str, demo: bool
) -> list[Person]:
    """Return the person behind each name, in their order; one look-up for all of them.

    The same person means: the name folds alike *and* the body is the same organisation. A name without a known body
    is always a new person: two people may share a name. Whom a new one may be the same as is proposed.
    """
    wanted = list(heard)
    keys = {f"person:{folded(item['name'])}" for item in wanted}
    known = {person.id: person for person in work.unit.people.by_name_keys(keys)}
    chosen, strangers = [], []
    for item in wanted:
        name = Name(item["name"], language_of_name(item["name"], language), "official")
        body = body_of(item, organisations)
        match = _find(known.values(), item, body)
        if match is None:
            person = work.add(Person(id=work.office.ids.new(), names=(name,), organisation_id=body, demo=demo))
            strangers.append(person)
        else:
            taught = replace(match, names=with_spellings(match.names, (name,)), demo=match.demo and demo)
            person = work.save(taught, before=match)
        known[person.id] = person
        chosen.append(person)
    propose_people(work, strangers, origin="confirmation")
    return chosen


def body_of(heard: Heard, organisations: Iterable[Organisation]) -> str | None:
    """Return the id of the party that a person's body names, by full name or acronym."""
    body = folded(bare_name(heard.get("org") or "", None))
    if not body:
        return None
    for organisation in organisations:
        spoken = {key.rsplit(":", 1)[1] for key in organisation_keys(organisation)}
        spoken |= {folded(name.text) for name in organisation.names}
        if body in spoken:
            return organisation.id
    return None


def _find(known: Iterable[Person], heard: Heard, body: str | None) -> Person | None:
    key = f"person:{folded(heard['name'])}"
    matches = (person for person in known if person.organisation_id == body and key in person_keys(person))
    return min(matches, key=lambda person: person.id, default=None) if body else None
