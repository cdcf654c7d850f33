"""A segment and a plan come in; the best places as matches and as near misses, and what failed, go out.

A block of places at a time, small enough for the processor's own memory: first the slots, list by list; then one look
at every place; then the limits, list by list, for the places that could still enter a list if they met everything
(the bounds of WAND and MaxScore, kept for the two lists apart). No place is left out by an estimate: the lists are
exact.

All that is compiled together, and the tuples and constants that it is made for, stand in this file: machine code that
was kept is made anew when its own file changes, and not when another does.
"""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from nhipcau.compute.market.compiled import compiled
from nhipcau.compute.market.lists import Entries, Places

ALONE, FIRST, LATER = 0, 1, 2
FIGURE, MEMBER, STATED = 0, 1, 2
Numbers: TypeAlias = npt.NDArray[np.int64]
# A place that was taken away: less than any floor.
_GONE: Final = -(1 << 31)
_BITS: Final = 31
_MASK: Final = (1 << 31) - 1
_MOST: Final = (1 << 63) - 1


class Topics(NamedTuple):
    """A list of places for each alternative that the segment knows, those of a slot one after the other, best first.

    ``turn`` says whether a list is the only one of its slot, the first of several or a later one.
    """

    start: Numbers
    end: Numbers
    points: Numbers
    slot: Numbers
    turn: Numbers


class Left(NamedTuple):
    """The most that the limits not yet looked at can give beyond "not stated".

    To an item that fails no must; to one that fails none so far and then one of these; and to any.
    """

    match: int
    near: int
    any: int


class Steps(NamedTuple):
    """What is done for the limits: a list of figures is judged; members are marked, then the stated are judged.

    ``met`` and ``unmet`` are beyond what "not stated" gives, which everybody has to begin with. ``low`` and ``high``
    bound a figure; at a step over the stated ``low`` is 1 where the members are not wanted. What is left to be had
    after a step stands in the last three.
    """

    what: Numbers
    start: Numbers
    end: Numbers
    limit: Numbers
    low: Numbers
    high: Numbers
    met: Numbers
    unmet: Numbers
    must: Numbers
    match_left: Numbers
    near_left: Numbers
    any_left: Numbers


class Plan(NamedTuple):
    """The places of the kind that is asked for, and what every one of them is asked.

    ``begin`` is what an item has that states nothing, ``before`` what is to be had before the first limit.
    """

    start: int
    end: int
    floor: int
    begin: int
    before: Left
    topics: Topics
    steps: Steps


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
    """What is noted of each place of a block: the points of its slots, and the slot that gave some last."""

    topic: npt.NDArray[np.int32]
    slot: npt.NDArray[np.int32]


class Chosen(NamedTuple):
    """The places of a block that are judged: ``marked`` notes a wanted member, ``near`` an unmet must."""

    place: Places
    points: npt.NDArray[np.int64]
    marked: npt.NDArray[np.uint8]
    near: npt.NDArray[np.uint8]


class Found(NamedTuple):
    """``failed`` counts by limit the candidates that do not meet it; its last entry counts the candidates."""

    matches: Best
    near: Best
    failed: npt.NDArray[np.int64]


class Bounds(NamedTuple):
    """The points that a match and that a near miss must have more of."""

    matches: int
    near: int


class Step(NamedTuple):
    """A list of a limit: where it stands and ends, and what it gives."""

    entry: int
    last: int
    low: int
    high: int
    met: int
    unmet: int
    must: bool


def room(top: int, top_near: int, limits: int) -> Found:
    """Return where a search may put what it finds."""
    matches, near = (Best(np.empty(max(0, size), np.int64), np.zeros(1, np.int64)) for size in (top, top_near))
    return Found(matches, near, np.zeros(limits + 1, np.int64))


def ranked(best: Best) -> list[tuple[int, int]]:
    """Return points and places, the best first."""
    entries = sorted(best.heap[: best.filled[0]].tolist(), reverse=True)
    return [(entry >> _BITS, _MASK - (entry & _MASK)) for entry in entries]


@compiled
def search_part(part: Part, plan: Plan, block: int, found: Found) -> None:
    """Search one segment, ``block`` places at a time."""
    sheet = Sheet(np.empty(block, np.int32), np.empty(block, np.int32))
    chosen = Chosen(
        np.empty(block, np.int32), np.empty(block, np.int64), np.empty(block, np.uint8), np.empty(block, np.uint8)
    )
    topic_at, step_at = plan.topics.start.copy(), plan.steps.start.copy()
    gone_at = np.searchsorted(part.gone, plan.start)
    for start in range(plan.start, plan.end, block):
        end = min(plan.end, start + block)
        sheet.topic[: end - start] = 0
        sheet.slot[: end - start] = 0
        _add_topics(part.terms.places, plan.topics, topic_at, start, end, sheet)
        while gone_at < len(part.gone) and part.gone[gone_at] < end:
            sheet.topic[part.gone[gone_at] - start] = _GONE
            gone_at += 1
        count = _choose(sheet.topic[: end - start], part.boosts[start:end], start, plan, found, chosen)
        _take(_judge(part, plan, step_at, count, found, chosen), chosen, found)


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
def _choose(
    topics: npt.NDArray[np.int32], boosts: npt.NDArray[np.int32], start: int, plan: Plan, found: Found, chosen: Chosen
) -> int:
    """Note the candidates of a block and what they have before any limit is looked at; return how many."""
    floor, begin, to, points, near = plan.floor, plan.begin, chosen.place, chosen.points, chosen.near
    count = 0
    for place in range(len(topics)):
        topic = topics[place]
        if topic >= floor:
            to[count] = start + place
            points[count] = topic + np.int64(boosts[place]) + begin
            near[count] = 0
            count += 1
    found.failed[-1] += count
    return count


@compiled
def _judge(part: Part, plan: Plan, at: npt.NDArray[np.int64], count: int, found: Found, chosen: Chosen) -> int:
    """Judge the places by limit after limit, those alone that may still enter; return how many are left."""
    steps, bounds = plan.steps, Bounds(_least(found.matches) >> _BITS, _least(found.near) >> _BITS)
    chosen.marked[:count] = 0
    count = _still(plan.before, bounds, count, chosen)
    for number in range(len(at)):
        step = Step(
            at[number],
            steps.end[number],
            steps.low[number],
            steps.high[number],
            steps.met[number],
            steps.unmet[number],
            steps.must[number] == 1,
        )
        if steps.what[number] == MEMBER:
            at[number] = _mark(part.members.places, step, count, chosen)
            continue
        if steps.what[number] == FIGURE:
            at[number], unmet = _judge_figures(part.figures, step, count, chosen)
        else:
            at[number], unmet = _judge_stated(part.stated.places, step, count, chosen)
        found.failed[steps.limit[number]] += unmet
        left = Left(steps.match_left[number], steps.near_left[number], steps.any_left[number])
        count = _still(left, bounds, count, chosen)
    return count


@compiled
def _still(left: Left, bounds: Bounds, count: int, chosen: Chosen) -> int:
    """Keep the places that may still enter a list with what the limits left can give; return how many."""
    place, points, near = chosen.place, chosen.points, chosen.near
    kept = 0
    for one in range(count):
        if near[one]:
            stays = points[one] + left.any > bounds.near
        else:
            stays = points[one] + left.match > bounds.matches or points[one] + left.near > bounds.near
        place[kept], points[kept], near[kept] = place[one], points[one], near[one]
        kept += stays
    return kept


@compiled
def _judge_figures(figures: Entries, step: Step, count: int, chosen: Chosen) -> tuple[int, int]:
    place, points, near = chosen.place, chosen.points, chosen.near
    places, values = figures.places, figures.values
    entry, unmet = step.entry, 0
    for one in range(count):
        entry = _upto(places, entry, step.last, place[one])
        if entry < step.last and places[entry] == place[one]:
            if step.low <= values[entry] <= step.high:
                points[one] += step.met
            else:
                points[one] += step.unmet
                near[one] |= step.must
                unmet += 1
    return entry, unmet


@compiled
def _mark(places: Places, step: Step, count: int, chosen: Chosen) -> int:
    place, marked = chosen.place, chosen.marked
    entry = step.entry
    for one in range(count):
        entry = _upto(places, entry, step.last, place[one])
        if entry < step.last and places[entry] == place[one]:
            marked[one] = 1
    return entry


@compiled
def _judge_stated(places: Places, step: Step, count: int, chosen: Chosen) -> tuple[int, int]:
    place, points, near, marked = chosen.place, chosen.points, chosen.near, chosen.marked
    entry, unmet = step.entry, 0
    for one in range(count):
        entry = _upto(places, entry, step.last, place[one])
        if entry < step.last and places[entry] == place[one]:
            if marked[one] != step.low:
                points[one] += step.met
            else:
                points[one] += step.unmet
                near[one] |= step.must
                unmet += 1
        marked[one] = 0
    return entry, unmet


@compiled
def _take(count: int, chosen: Chosen, found: Found) -> None:
    least, least_near = _least(found.matches), _least(found.near)
    place, points, near = chosen.place, chosen.points, chosen.near
    for one in range(count):
        entry = (points[one] << _BITS) | (_MASK - place[one])
        if near[one]:
            if entry > least_near:
                least_near = _offer(found.near, entry)
        elif entry > least:
            least = _offer(found.matches, entry)


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
