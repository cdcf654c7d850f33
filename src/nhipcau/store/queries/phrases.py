"""Folded words or beginnings of phrases come in, the ids of the things that are filed under them go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from nhipcau.language.typed import is_hangul, spans
from nhipcau.programme.finding.phrases import INSIDE, LONGEST, START, tells_little

# A word with more names than this tells little: a walk through all names meets it soon. Not so Hangul, which stands at
# the end of every order.
_MOST_NAMES: Final = 150_000
_MOST_KOREAN_NAMES: Final = 400_000


def begun(terms: Iterable[str], column: str = "search") -> Q:
    """Return the condition that every folded word begins a word of the search text; Hangul may stand anywhere."""
    wanted = Q()
    for term in terms:
        if is_hangul(term[0]):
            wanted &= Q(**{f"{column}__contains": term})
        else:
            wanted &= Q(**{f"{column}__startswith": term}) | Q(**{f"{column}__contains": f" {term}"})
    return wanted


def bearing(kind: str, terms: Sequence[str]) -> RawSQL | None:
    """Return the ids of things that bear the rarest of the words, as part of a question to the database.

    ``None`` where every word stands in so many names that a walk through all finds some soon. Words that begin
    something in every other name are not looked up.
    """
    known = [term for term in set(terms) if not tells_little(term) and not (is_hangul(term[0]) and len(term) == 1)]
    counted = sorted((_number_of(kind, term), term) for term in known)
    if not counted or counted[0][0] > (_MOST_KOREAN_NAMES if is_hangul(counted[0][1][0]) else _MOST_NAMES):
        return None
    statement, asked = _ids(kind, counted[0][1])
    return RawSQL(statement, asked)  # noqa: S611 -- our own words; what was typed is a parameter


def _number_of(kind: str, term: str) -> int:
    """Count the phrases that a word begins, as far as that matters."""
    statement, asked = _ids(kind, term, "1")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({statement} LIMIT {_MOST_KOREAN_NAMES + 1}) AS begun", asked)  # noqa: S608 -- as above
        return int(cursor.fetchone()[0])


def _ids(kind: str, term: str, column: str = "") -> tuple[str, list[bytes]]:
    ranges = [span for mark in (START, INSIDE) for span in spans((mark + term)[: LONGEST + 1])]
    one = f"SELECT {column or f'{kind}_id'} FROM {kind}_phrases WHERE text >= %s AND text < %s"  # noqa: S608 -- as above
    return " UNION ALL ".join([one] * len(ranges)), [text.encode() for span in ranges for text in span]


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
