"""What is kept comes in; what is worked out from it, so that lists and searches are quick, is filled in anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import Count

from nhipcau.facts.organisation import Name
from nhipcau.language.typed import slips, sound
from nhipcau.programme.finding.phrases import number_of, phrases_of, words_of

# The name of a table's model comes in, the model goes out: the newest one, or that of a migration's moment.
Models = Callable[[str], Any]

_AT_ONCE = 2000
FILLED = ("NameSlip", "NameWord", "OrganisationPhrase", "PersonPhrase")


def clear(model: Models) -> None:
    """Take away everything that was filled in."""
    for name in FILLED:
        model(name).objects.all()._raw_delete(connection.alias)  # noqa: SLF001 -- nothing else refers to these


def fill(model: Models) -> None:
    """Fill in phrases and words of all names, and how many agreements each body signed."""
    _file_names(model)
    bodies = model("OrganisationRow").objects
    counted = model("PartyRow").objects.values("organisation_id").annotate(number=Count("agreement_id", distinct=True))
    for party in counted.order_by("organisation_id").iterator(chunk_size=_AT_ONCE):
        bodies.filter(pk=party["organisation_id"]).update(signed=party["number"])


def _file_names(model: Models) -> None:
    """Go through the names batch by batch, so that a million of them fit into little memory."""
    words: set[str] = set()
    phrases = (("OrganisationRow", "OrganisationName", "organisation"), ("PersonRow", "PersonName", "person"))
    for thing, kind_of_name, owner in phrases:
        for batch in _named(model(thing), model(kind_of_name), owner):
            insert(
                f"{owner}_phrases",
                ("text", f"{owner}_id"),
                ((phrase.encode(), key) for key, names in batch for phrase in sorted(phrases_of(names))),
            )
            words |= words_of(name for _, names in batch for name in names)
    numbered = sorted((number_of(word), word) for word in words)
    insert(
        "name_words",
        ("id", "text", "sound"),
        ((number, word, sound(word).encode()) for number, word in numbered),
    )
    insert(
        "name_slips",
        ("key", "word_id"),
        ((number_of(slip), number) for number, word in numbered for slip in sorted(slips(word))),
    )


def _named(things: Any, names: Any, owner: str) -> Iterator[list[tuple[str, list[Name]]]]:
    """Return ids with their names, some at a time; what turned out to be another is left out."""
    last = ""
    while some := list(things.objects.filter(pk__gt=last).order_by("pk").values_list("pk", "merged_into")[:_AT_ONCE]):
        last = some[-1][0]
        named: dict[str, list[Name]] = {key: [] for key, into in some if into is None}
        told = names.objects.filter(**{f"{owner}_id__gte": some[0][0], f"{owner}_id__lte": last})
        for key, text, language, kind in told.order_by(f"{owner}_id", "position").values_list(
            f"{owner}_id", "text", "language", "kind"
        ):
            if key in named:
                named[key].append(Name(text, language, kind))
        yield list(named.items())


def insert(table: str, columns: tuple[str, ...], rows: Iterable[tuple[bytes | str | int, ...]]) -> None:
    """Write rows as fast as the database takes them."""
    named = ", ".join(columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({named}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        places = ", ".join(["%s"] * len(columns))
        rest = iter(rows)
        while some := list(islice(rest, _AT_ONCE)):
            cursor.executemany(f"INSERT INTO {table} ({named}) VALUES ({places})", some)  # noqa: S608 -- our own tables
