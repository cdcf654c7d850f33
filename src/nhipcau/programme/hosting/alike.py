"""The registrations of an event and the doubtful pairs of the register come in; those that may be one firm go out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from nhipcau.facts.attendance import Registration, RegistrationState
from nhipcau.facts.resolving import UNDECIDED, Doubt
from nhipcau.programme.hosting.views import Alike
from nhipcau.programme.name_keys import folded

_MOST: Final = 100


def alike(registrations: Iterable[Registration], doubts: Iterable[Doubt]) -> tuple[Alike, ...]:
    """Return pairs that fold to one name, or whose organisations the register takes to be perhaps one."""
    here = [one for one in registrations if one.kept_for is None and one.state is not RegistrationState.WITHDRAWN]
    by_name: dict[str, list[Registration]] = defaultdict(list)
    of_body = {one.organisation_id: one for one in here if one.organisation_id is not None}
    for one in here:
        by_name[folded(one.name)].append(one)
    pairs = [pair for same in by_name.values() for pair in combinations(same, 2)]
    pairs += [
        (of_body[doubt.left], of_body[doubt.right])
        for doubt in doubts
        if doubt.state in UNDECIDED and doubt.left in of_body and doubt.right in of_body
    ]
    return _each_once(pairs)


def _each_once(pairs: Sequence[tuple[Registration, Registration]]) -> tuple[Alike, ...]:
    ordered = {tuple(sorted((one.id, other.id))): (one, other) for one, other in pairs}
    found = [sorted(pair, key=lambda registration: registration.id) for _, pair in sorted(ordered.items())]
    return tuple(
        Alike(one=one.id, other=other.id, one_name=one.name, other_name=other.name) for one, other in found[:_MOST]
    )
