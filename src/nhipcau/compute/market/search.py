"""A segment and a plan come in; the best places as matches and as near misses, and what failed, go out.

A block of places at a time, small enough for the processor's own memory: first the slots, list by list, then the
limits, list by list, then one look at every place. No place is judged by an estimate, so the lists are exact.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from nhipcau.compute.market.compiled import compiled
from nhipcau.compute.market.lists import Entries, Places
from nhipcau.compute.market.plan import ALONE, FIGURE, FIRST, MEMBER, Plan, Topics

_BLOCK: Final = 1 << 14
# A place that was taken away: less than any floor.
_GONE: Final = -(1 << 31)
_BITS: Final = 31
_MASK: Final = (1 << 31) - 1
_MOST: Final = (1 << 63) - 1


class Part(NamedTuple):
    """What compiled code sees of a segment; ``gone`` are the places that count no more, ascending."""

    boosts: npt.NDArray[np.int32]
    terms: Entries
    figures: Entries
    members: Entries
    stated: Entries
    gone: Places


class Best(NamedTuple):
    """A heap of at most its length; an entry is points and place in one number, so that more is better."""

    heap: npt.NDArray[np.int64]
    filled: npt.NDArray[np.int64]


class Sheet(NamedTuple):
    """What is noted of each place of a block."""

    topic: npt.NDArray[np.int32]
    slot: npt.NDArray[np.int32]
    points: npt.NDArray[np.int32]
    marked: npt.NDArray[np.int32]
    near: npt.NDArray[np.uint8]


class Found(NamedTuple):
    """``failed`` counts by limit the candidates that do not meet it; its last entry counts the candidates."""

    matches: Best
    near: Best
    failed: npt.NDArray[np.int64]


class Notes(NamedTuple):
    """The sheet of a block, and the counts of the whole search."""

    sheet: Sheet
    failed: npt.NDArray[np.int64]


class Step(NamedTuple):
    """Where a list stands, where a block begins and ends, and which limit is judged."""

    entry: int
    last: int
    start: int
    limit: int
    floor: int


class Gains(NamedTuple):
    """What a limit gives."""

    met: np.int32
    unmet: np.int32
    must: np.uint8


def room(top: int, top_near: int, limits: int) -> Found:
    """Return where a search may put what it finds."""
    matches, near = (Best(np.empty(max(0, size), np.int64), np.zeros(1, np.int64)) for size in (top, top_near))
    return Found(matches, near, np.zeros(limits + 1, np.int64))


def ranked(best: Best) -> list[tuple[int, int]]:
    """Return points and places, the best first."""
    entries = sorted(best.heap[: best.filled[0]].tolist(), reverse=True)
    return [(entry >> _BITS, _MASK - (entry & _MASK)) for entry in entries]


@compiled
def search_part(part: Part, plan: Plan, found: Found) -> None:
    """Search one segment."""
    sheet = Sheet(
        np.empty(_BLOCK, np.int32),
        np.empty(_BLOCK, np.int32),
        np.empty(_BLOCK, np.int32),
        np.empty(_BLOCK, np.int32),
        np.empty(_BLOCK, np.uint8),
    )
    topic_at, step_at = plan.topics.start.copy(), plan.steps.start.copy()
    gone_at = np.searchsorted(part.gone, plan.start)
    for start in range(plan.start, plan.end, _BLOCK):
        end = min(plan.end, start + _BLOCK)
        size = end - start
        sheet.topic[:size] = 0
        sheet.slot[:size] = 0
        _add_topics(part.terms.places, plan.topics, topic_at, start, end, sheet)
        while gone_at < len(part.gone) and part.gone[gone_at] < end:
            sheet.topic[part.gone[gone_at] - start] = _GONE
            gone_at += 1
        sheet.points[:size] = part.boosts[start:end] + np.int32(plan.begin)
        sheet.near[:size] = 0
        if len(step_at):
            sheet.marked[:size] = -1
            _add_limits(part, plan, step_at, start, end, Notes(sheet, found.failed))
        _take(sheet, plan.floor, start, size, found)


@compiled
def _add_topics(places: Places, topics: Topics, at: npt.NDArray[np.int64], start: int, end: int, sheet: Sheet) -> None:
    # An array is named outside the loops: taking it out of a tuple costs more than what is done with it.
    topic, slots = sheet.topic, sheet.slot
    for number in range(len(at)):
        entry, last = at[number], _upto(places, at[number], topics.end[number], end)
        points, slot, turn = np.int32(topics.points[number]), np.int32(topics.slot[number]), topics.turn[number]
        if turn == ALONE:
            for one in range(entry, last):
                topic[np.uint32(places[one] - start)] += points
        elif turn == FIRST:
            for one in range(entry, last):
                place = np.uint32(places[one] - start)
                topic[place] += points
                slots[place] = slot
        else:
            for one in range(entry, last):
                place = np.uint32(places[one] - start)
                if slots[place] != slot:
                    topic[place] += points
                    slots[place] = slot
        at[number] = last


@compiled
def _upto(places: Places, entry: int, last: int, end: int) -> int:
    """Return the first entry of a list at or after ``end``: in leaps that double, then by halves."""
    leap = 1
    while entry + leap <= last and places[entry + leap - 1] < end:
        entry += leap
        leap *= 2
    last = min(last, entry + leap)
    while entry < last:
        middle = (entry + last) // 2
        if places[middle] < end:
            entry = middle + 1
        else:
            last = middle
    return entry


@compiled
def _add_limits(part: Part, plan: Plan, at: npt.NDArray[np.int64], start: int, end: int, notes: Notes) -> None:
    steps = plan.steps
    for number in range(len(at)):
        what, entry, last = steps.what[number], at[number], steps.end[number]
        places = (
            part.figures.places if what == FIGURE else part.members.places if what == MEMBER else part.stated.places
        )
        last = _upto(places, entry, last, end)
        step = Step(entry, last, start, steps.limit[number], plan.floor)
        gains = Gains(np.int32(steps.met[number]), np.int32(steps.unmet[number]), np.uint8(steps.must[number]))
        if what == FIGURE:
            _judge_figures(part.figures, step, steps.low[number], steps.high[number], gains, notes)
        elif what == MEMBER:
            _mark(places, step, notes.sheet.marked)
        else:
            _judge_stated(places, step, steps.low[number], gains, notes)
        at[number] = last


@compiled
def _mark(places: Places, step: Step, marked: npt.NDArray[np.int32]) -> None:
    limit = np.int32(step.limit)
    for entry in range(step.entry, step.last):
        marked[np.uint32(places[entry] - step.start)] = limit


@compiled
def _judge_figures(figures: Entries, step: Step, low: int, high: int, gains: Gains, notes: Notes) -> None:
    topic, points, near = notes.sheet.topic, notes.sheet.points, notes.sheet.near
    places, values = figures.places, figures.values
    failed = 0
    for entry in range(step.entry, step.last):
        place = np.uint32(places[entry] - step.start)
        met = low <= values[entry] <= high
        points[place] += gains.met if met else gains.unmet
        near[place] |= np.uint8(0) if met else gains.must
        failed += (not met) & (topic[place] >= step.floor)
    notes.failed[step.limit] += failed


@compiled
def _judge_stated(places: Places, step: Step, without: int, gains: Gains, notes: Notes) -> None:
    topic, points, near, marked = notes.sheet.topic, notes.sheet.points, notes.sheet.near, notes.sheet.marked
    failed = 0
    for entry in range(step.entry, step.last):
        place = np.uint32(places[entry] - step.start)
        met = (marked[place] == step.limit) != (without == 1)
        points[place] += gains.met if met else gains.unmet
        near[place] |= np.uint8(0) if met else gains.must
        failed += (not met) & (topic[place] >= step.floor)
    notes.failed[step.limit] += failed


@compiled
def _take(sheet: Sheet, floor: int, start: int, size: int, found: Found) -> None:
    topics, points, near = sheet.topic, sheet.points, sheet.near
    candidates, least, least_near = 0, _least(found.matches), _least(found.near)
    for place in range(size):
        topic = topics[place]
        if topic >= floor:
            candidates += 1
            entry = ((np.int64(topic) + points[place]) << _BITS) | (_MASK - (start + place))
            if near[place]:
                if entry > least_near:
                    least_near = _offer(found.near, entry)
            elif entry > least:
                least = _offer(found.matches, entry)
    found.failed[-1] += candidates


@compiled
def _least(best: Best) -> int:
    """Return what an entry must be more than."""
    if len(best.heap) == 0:
        return _MOST
    return best.heap[0] if best.filled[0] == len(best.heap) else -_MOST


@compiled
def _offer(best: Best, entry: int) -> int:
    heap, filled = best.heap, best.filled[0]
    if filled < len(heap):
        _rise(heap, filled, entry)
        best.filled[0] = filled + 1
    else:
        _sink(heap, entry)
    return _least(best)


@compiled
def _rise(heap: npt.NDArray[np.int64], place: int, entry: int) -> None:
    while place > 0 and heap[(place - 1) // 2] > entry:
        heap[place] = heap[(place - 1) // 2]
        place = (place - 1) // 2
    heap[place] = entry


@compiled
def _sink(heap: npt.NDArray[np.int64], entry: int) -> None:
    place, size = 0, len(heap)
    while True:
        child = 2 * place + 1
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if child >= size or heap[child] >= entry:
            break
        heap[place] = heap[child]
        place = child
    heap[place] = entry
