"""Folded words or beginnings of phrases come in, the ids of the things that are filed under them go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db import connection
from django.db.models import Q

from nhipcau.language.typed import is_hangul, spans
from nhipcau.programme.finding.phrases import INSIDE, LONGEST, START, tells_little

# A word with more names than this tells little; so many ids are handed to a query at most.
_MOST_READ: Final = 20_000
_MOST_HANDED_ON: Final = 2_000


def begun(terms: Iterable[str], column: str = "search") -> Q:
    """Return the condition that every folded word begins a word of the search text; Hangul may stand anywhere."""
    wanted = Q()
    for term in terms:
        if is_hangul(term[0]):
            wanted &= Q(**{f"{column}__contains": term})
        else:
            wanted &= Q(**{f"{column}__startswith": term}) | Q(**{f"{column}__contains": f" {term}"})
    return wanted


def bearing(kind: str, terms: Sequence[str]) -> set[str] | None:
    """Return the ids of things that bear all of the words; ``None`` where that are so many that a walk finds some soon.

    The set may hold more than these: words that stand everywhere were not looked up.
    """
    found: set[str] | None = None
    for term in sorted(set(terms), key=len, reverse=True):
        if tells_little(term) or (is_hangul(term[0]) and len(term) == 1):
            continue
        ids = filed(kind, [START + term, INSIDE + term], _MOST_READ + 1)
        if len(ids) <= _MOST_READ:
            found = set(ids) if found is None else found & set(ids)
            if len(found) <= _MOST_HANDED_ON:
                return found
    return None


def filed(kind: str, beginnings: Iterable[str], most: int) -> list[str]:
    """Return the ids of things that are filed under phrases that go on from the beginnings, ``most`` of each.

    One question to the database: each part of it is a short walk along the index.
    """
    ranges = [span for beginning in beginnings for span in spans(beginning[: LONGEST + 1])]
    if not ranges:
        return []
    with connection.cursor() as cursor:
        ask = _laterally if connection.vendor == "postgresql" else _union
        statement, asked = ask(kind, ranges, most)
        cursor.execute(statement, asked)
        return list(dict.fromkeys(row[0] for row in cursor.fetchall()))


def _union(kind: str, ranges: Sequence[tuple[str, str]], most: int) -> tuple[str, list[Any]]:
    one = (
        f"SELECT * FROM (SELECT {kind}_id FROM {kind}_phrases"  # noqa: S608 -- kind is ours
        " WHERE text >= %s AND text < %s ORDER BY text LIMIT %s) AS part"
    )
    asked = [part for first, beyond in ranges for part in (first.encode(), beyond.encode(), most)]
    return " UNION ALL ".join([one] * len(ranges)), asked


def _laterally(kind: str, ranges: Sequence[tuple[str, str]], most: int) -> tuple[str, list[Any]]:
    """Ask PostgreSQL: it plans one walk for all ranges, where a union costs a plan for each."""
    statement = (
        f"SELECT part.{kind}_id FROM unnest(%s::bytea[], %s::bytea[]) WITH ORDINALITY AS range (first, beyond, place)"  # noqa: S608
        f" CROSS JOIN LATERAL (SELECT {kind}_id, text FROM {kind}_phrases WHERE text >= range.first"
        " AND text < range.beyond ORDER BY text LIMIT %s) AS part ORDER BY range.place, part.text"
    )
    return statement, [[first.encode() for first, _ in ranges], [beyond.encode() for _, beyond in ranges], most]
