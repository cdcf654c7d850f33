"""What a need asks for comes in; the requirements that nothing can meet together go out, as warnings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from nhipcau.facts.errors import BadInput
from nhipcau.facts.market import Comparison, Requirement
from nhipcau.facts.message import Message
from nhipcau.language.properties import figure
from nhipcau.language.text import fold

_CODE: Final = "match.contradiction"


@dataclass(frozen=True, slots=True)
class _Bound:
    """A requirement with its column and number, whole in the unit of the column."""

    column: str
    number: int
    requirement: Requirement


def contradictions(requirements: Iterable[Requirement]) -> tuple[Message, ...]:
    """Return a warning for each pair that cannot hold together: at least 100 and at most 50; ISO 9001 and no ISO 9001.

    Wishes are not looked at: they may pull in different directions.
    """
    musts = [requirement for requirement in requirements if requirement.must]
    bounds = sorted((bound for bound in map(_bound, musts) if bound is not None), key=lambda bound: bound.column)
    said = []
    for _, of_a_column in groupby(bounds, key=lambda bound: bound.column):
        said += _figures(list(of_a_column))
    return (*said, *_lists(musts))


def _bound(requirement: Requirement) -> _Bound | None:
    try:
        found = figure(requirement.property, requirement.value, requirement.unit)
    except BadInput:
        return None
    return _Bound(*found, requirement) if found else None


def _figures(bounds: list[_Bound]) -> list[Message]:
    """Hold the highest lower bound against the lowest upper one; a value asked for exactly is both."""
    low = max((one for one in bounds if _is(one, Comparison.AT_LEAST)), key=lambda one: one.number, default=None)
    high = min((one for one in bounds if _is(one, Comparison.AT_MOST)), key=lambda one: one.number, default=None)
    if low is None or high is None or low.number <= high.number:
        return []
    return [_message(low.requirement, high.requirement)]


def _is(bound: _Bound, comparison: Comparison) -> bool:
    return bound.requirement.comparison in (comparison, Comparison.EQUAL)


def _lists(musts: list[Requirement]) -> list[Message]:
    wanted = {_word(one): one for one in musts if one.comparison is Comparison.HAS}
    refused = {_word(one): one for one in musts if one.comparison is Comparison.HAS_NOT}
    return [_message(one, refused[word]) for word, one in wanted.items() if word in refused]


def _word(requirement: Requirement) -> tuple[str, str]:
    return requirement.property, " ".join(fold(str(requirement.value)).split())


def _message(one: Requirement, other: Requirement) -> Message:
    return Message(_CODE, {"one": one, "other": other})
