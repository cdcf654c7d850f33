"""A person and its rows."""

from __future__ import annotations

from nhipcau.facts.organisation import Person, Post
from nhipcau.programme.name_keys import person_keys
from nhipcau.programme.record_change import to_record
from nhipcau.programme.search_text import search_text
from nhipcau.store.models import PersonKey, PersonName, PersonPhrase, PersonPost, PersonRow
from nhipcau.store.rows.folding import index_key, sort_key
from nhipcau.store.rows.names import name_columns, names_of, shown
from nhipcau.store.rows.search import keep_words, person_phrases
from nhipcau.store.rows.table import Children, Table


def _columns(person: Person) -> dict[str, object]:
    title = shown(person.names)
    return {
        "id": person.id,
        "title": title,
        "organisation_id": person.organisation_id,
        "merged_into_id": person.merged_into,
        "demo": person.demo,
        "version": person.version,
        "sort": sort_key(title),
        "search": search_text(person),
    }


def _children(person: Person) -> Children:
    return {
        PersonName: [
            {"person_id": person.id, **name_columns(position, name)} for position, name in enumerate(person.names)
        ],
        PersonPost: [
            {"person_id": person.id, "position": position, **to_record(post)}
            for position, post in enumerate(person.posts)
        ],
        PersonKey: [{"person_id": person.id, "key": index_key(key)} for key in sorted(person_keys(person))],
        PersonPhrase: person_phrases(person),
    }


def _fact(row: PersonRow) -> Person:
    return Person(
        id=row.id,
        names=names_of(row.names.all()),
        organisation_id=row.organisation_id,
        posts=tuple(map(_post, row.posts.all())),
        merged_into=row.merged_into_id,
        demo=row.demo,
        version=row.version,
    )


def _post(row: PersonPost) -> Post:
    return Post(
        organisation_id=row.organisation_id, title=row.title, since=row.since, until=row.until, source=row.source
    )


PEOPLE: Table[Person, PersonRow] = Table(
    model=PersonRow,
    kind="person",
    columns=_columns,
    fact=_fact,
    children=_children,
    owner="person_id",
    related=("names", "posts"),
    after=keep_words,
)
