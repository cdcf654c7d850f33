"""Block numbers come in; the bodies that share the most of them go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from django.db import connection

_MOST: Final = 100
# SQLite joins no more than 500 selects into one.
_AT_ONCE: Final = 200
_ONE: Final = (
    "SELECT organisation_id FROM (SELECT organisation_id FROM organisation_blocks WHERE key = %s LIMIT %s) AS k{}"
)


def meeting(numbers: Sequence[int], limit: int) -> list[str]:
    """Return the ids of at most a hundred bodies, those under most of the numbers first; of one number ``limit``."""
    shared: Counter[str] = Counter()
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        query = " UNION ALL ".join(_ONE.format(place) for place in range(len(some)))
        with connection.cursor() as cursor:
            cursor.execute(query, [value for number in some for value in (number, limit)])
            shared.update(organisation_id for (organisation_id,) in cursor.fetchall())
    return sorted(shared, key=lambda organisation_id: (-shared[organisation_id], organisation_id))[:_MOST]
