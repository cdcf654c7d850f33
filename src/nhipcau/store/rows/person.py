"""A person and its rows."""

from __future__ import annotations

from nhipcau.facts.organisation import Person
from nhipcau.store.folding import search_text, sort_key
from nhipcau.store.models import PersonName, PersonRow
from nhipcau.store.rows.names import name_columns, names_of, shown
from nhipcau.store.rows.table import Table


def _columns(person: Person) -> dict[str, object]:
    title = shown(person.names)
    return {
        "id": person.id,
        "title": title,
        "demo": person.demo,
        "version": person.version,
        "sort": sort_key(title),
        "search": search_text(name.text for name in person.names),
    }


def _children(person: Person) -> dict[type[PersonName], list[PersonName]]:
    return {
        PersonName: [
            PersonName(person_id=person.id, **name_columns(position, name))
            for position, name in enumerate(person.names)
        ]
    }


def _fact(row: PersonRow) -> Person:
    return Person(id=row.id, names=names_of(row.names.all()), demo=row.demo, version=row.version)


PEOPLE: Table[Person, PersonRow] = Table(
    model=PersonRow, kind="person", columns=_columns, fact=_fact, children=_children, related=("names",)
)
