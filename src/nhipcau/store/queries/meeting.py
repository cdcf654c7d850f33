"""Block numbers come in; the bodies that share the most of them go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from django.db import connection

# Measured: a hundred take a third longer and settle one more of eight hundred.
_MOST: Final = 50
# SQLite joins no more than 500 selects into one.
_AT_ONCE: Final = 200
_ONE: Final = (
    "SELECT organisation_id FROM (SELECT organisation_id FROM organisation_blocks WHERE key = %s LIMIT %s) AS k{}"
)
_ONE_OF_MANY: Final = (
    "SELECT key, organisation_id FROM"
    " (SELECT key, organisation_id FROM organisation_blocks WHERE key = %s LIMIT %s) AS k{}"
)


def meeting(numbers: Sequence[int], limit: int) -> list[str]:
    """Return the ids of at most fifty bodies, those under most of the numbers first; of one number ``limit``."""
    shared: Counter[str] = Counter()
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        query = " UNION ALL ".join(_ONE.format(place) for place in range(len(some)))
        with connection.cursor() as cursor:
            cursor.execute(query, [value for number in some for value in (number, limit)])
            shared.update(organisation_id for (organisation_id,) in cursor.fetchall())
    return sorted(shared, key=lambda organisation_id: (-shared[organisation_id], organisation_id))[:_MOST]


def meeting_many(records: Sequence[Sequence[int]], limit: int, most: int) -> list[list[str]]:
    """Return for each set of numbers the ids of at most ``most`` bodies; each number is looked up once."""
    under: dict[int, list[str]] = {}
    wanted = sorted({number for numbers in records for number in numbers})
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        query = " UNION ALL ".join(_ONE_OF_MANY.format(place) for place in range(len(some)))
        with connection.cursor() as cursor:
            cursor.execute(query, [value for number in some for value in (number, limit)])
            for number, organisation_id in cursor.fetchall():
                under.setdefault(number, []).append(organisation_id)
    return [_most_shared([under.get(number, ()) for number in numbers], most) for numbers in records]


def _most_shared(found: Sequence[Sequence[str]], most: int) -> list[str]:
    shared = Counter(organisation_id for ids in found for organisation_id in ids)
    return sorted(shared, key=lambda organisation_id: (-shared[organisation_id], organisation_id))[:most]
