"""A query and a segment come in; where its lists stand and what each entry of them is worth go out, as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np

from nhipcau.compute.market.gathered import MOST, WHOLE, bounded
from nhipcau.compute.market.lists import KINDS
from nhipcau.compute.market.search import ALONE, FIGURE, LATER, MEMBER, STATED, Left, Numbers, Plan, Steps, Topics
from nhipcau.compute.market.segment import Segment
from nhipcau.engine.match.query import FigureLimit, Limit, MemberLimit, Query

# Far beyond any sum of points, and any bound.
_FAR: Final = 2**40
_NOTHING: Final = Left(0, -_FAR, 0)
# Where everything is counted nothing is left out.
_ALWAYS: Final = Left(_FAR, _FAR, _FAR)


def plan(query: Query, segment: Segment, *, count: bool = False) -> Plan:
    """Look up what a query names; with ``count`` every candidate is judged by every limit."""
    kind = KINDS.index(query.kind)
    check_size(query)
    limits = sorted(enumerate(query.limits), key=lambda one: -_spread(one[1]))
    left = [_ALWAYS] * (len(limits) + 1) if count else _left([limit for _, limit in limits])
    steps = [
        (*step, *after)
        for (number, limit), after in zip(limits, left[1:], strict=True)
        for step in _steps(limit, number, kind, segment)
    ]
    return Plan(
        start=int(segment.starts[kind]),
        end=int(segment.starts[kind + 1]),
        floor=max(-MOST, min(MOST, query.floor)),
        begin=sum(limit.not_stated for limit in query.limits),
        before=left[0],
        topics=Topics(*_columns(_topics(query, kind, segment), len(Topics._fields))),
        steps=Steps(*_columns(steps, len(Steps._fields))),
    )


def _spread(limit: Limit) -> int:
    """Return how much a limit tells items apart: those that tell most are looked at first."""
    gives = (limit.met, limit.unmet, limit.not_stated)
    return max(gives) - min(gives)


def _left(limits: Sequence[Limit]) -> list[Left]:
    """Return what is left before each of the limits, and after the last."""
    left = [_NOTHING]
    for limit in reversed(limits):
        met, unmet, after = max(limit.met - limit.not_stated, 0), limit.unmet - limit.not_stated, left[-1]
        best = max(met, unmet)
        if limit.must:
            fails = max(unmet + after.any, met + after.near)
            left.append(Left(met + after.match, fails, best + after.any))
        else:
            left.append(Left(best + after.match, best + after.near, best + after.any))
    return left[::-1]


def check_size(query: Query) -> None:
    """Refuse points that do not fit; what the weights of matching give never comes near."""
    most = sum(max((abs(points) for _, points in slot.alternatives), default=0) for slot in query.slots)
    most += sum(2 * (abs(limit.met) + abs(limit.unmet) + abs(limit.not_stated)) for limit in query.limits)
    if most >= MOST:
        raise ValueError(query.id)


def _topics(query: Query, kind: int, segment: Segment) -> Iterator[tuple[int, ...]]:
    for number, slot in enumerate(query.slots):
        best: dict[str, int] = {}
        for term, points in slot.alternatives:
            best[term] = max(points, best.get(term, points))
        known = [(points, *segment.terms.span(term, kind)) for term, points in best.items()]
        lists = sorted(((points, start, end) for points, start, end in known if start < end), reverse=True)
        for place, (points, start, end) in enumerate(lists):
            turn = ALONE if len(lists) == 1 else min(place + 1, LATER)
            yield start, end, points, number + 1, turn


def _steps(limit: Limit, number: int, kind: int, segment: Segment) -> Iterator[tuple[int, ...]]:
    gains = (limit.met - limit.not_stated, limit.unmet - limit.not_stated, int(limit.must))
    match limit:
        case FigureLimit(column=column, at_least=least, at_most=most):
            low = -WHOLE if least is None else bounded(least)
            high = WHOLE if most is None else bounded(most)
            yield FIGURE, *segment.figures.span(column, kind), number, low, high, *gains
        case MemberLimit(property=name, any_of=members, without=without):
            for member in members:
                yield MEMBER, *segment.members.span(member, kind), number, 0, 0, 0, 0, 0
            yield STATED, *segment.stated.span(name, kind), number, int(without), 0, *gains


def _columns(rows: Iterable[tuple[int, ...]], width: int) -> Iterator[Numbers]:
    table = np.array(list(rows), np.int64).reshape(-1, width)
    return (np.ascontiguousarray(column) for column in table.T)
