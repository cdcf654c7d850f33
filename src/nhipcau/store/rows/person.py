"""A person and its rows."""

from __future__ import annotations

from nhipcau.facts.organisation import Person
from nhipcau.programme.name_keys import person_keys
from nhipcau.programme.search_text import search_text
from nhipcau.store.models import PersonKey, PersonName, PersonRow
from nhipcau.store.rows.folding import index_key, sort_key
from nhipcau.store.rows.names import name_columns, names_of, shown
from nhipcau.store.rows.table import Children, Table


def _columns(person: Person) -> dict[str, object]:
    title = shown(person.names)
    return {
        "id": person.id,
        "title": title,
        "organisation_id": person.organisation_id,
        "demo": person.demo,
        "version": person.version,
        "sort": sort_key(title),
        "search": search_text(person),
    }


def _children(person: Person) -> Children:
    return {
        PersonName: [
            PersonName(person_id=person.id, **name_columns(position, name))
            for position, name in enumerate(person.names)
        ],
        PersonKey: [PersonKey(person_id=person.id, key=index_key(key)) for key in sorted(person_keys(person))],
    }


def _fact(row: PersonRow) -> Person:
    return Person(
        id=row.id,
        names=names_of(row.names.all()),
        organisation_id=row.organisation_id,
        demo=row.demo,
        version=row.version,
    )


PEOPLE: Table[Person, PersonRow] = Table(
    model=PersonRow,
    kind="person",
    columns=_columns,
    fact=_fact,
    children=_children,
    owner="person_id",
    related=("names",),
)
