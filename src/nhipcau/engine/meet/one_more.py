"""A timetable comes in; how many meetings one table, interpreter or slot more would grant goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from nhipcau.engine.meet.laid import Laid
from nhipcau.engine.meet.limits import limits_of
from nhipcau.engine.meet.making_room import MakingRoom
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Limit, Linguist, NotPlaced, OneMore, Placed, Problem, Room, SlotTime

_TRIALS = 500
_PAIRS = 3
"""One interpreter more is tried for so many pairs of languages, those that lack most often."""
_MOST_MINUTES, _REST_MINUTES = 120, 20
_ROOMS = frozenset({Limit.ROOMS})
_SPOKEN = frozenset({Limit.INTERPRETERS, Limit.NO_INTERPRETER})
_TIMES = frozenset({Limit.SLOTS, Limit.NO_COMMON_TIME, Limit.ROOMS, Limit.INTERPRETERS})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A problem with one thing more, and the number that each slot now has."""

    more: OneMore
    problem: Problem
    slot: Callable[[int], int] = lambda number: number


def one_more(problem: Problem, placed: Sequence[Placed], search: Search) -> tuple[OneMore, ...]:
    """Return what one more of each resource that lacked would grant, the most first; what grants nothing is left out.

    Each figure is a lower bound that was laid: with one thing more, that many meetings more lie and every rule is kept
    (ejection chains from this timetable on; others may move, locked and past ones do not). What could be laid without
    anything more is laid before and not counted; nothing is said where the time is too short for that. An interpreter
    more is there all the time, with the strictest rests of those there are.
    """
    changes = list(_changes(problem, limits_of(problem, placed)))
    parts = 2 * max(1, len(changes))
    base = _without_more(problem, placed, _Share(search, len(changes), parts))
    if base is None:
        return ()
    found = []
    for number, change in enumerate(changes, len(changes) + 1):
        lying = [replace(one, slot=change.slot(one.slot)) for one in base]
        after = _filled(change.problem, lying, _Share(search, number, parts))
        if len(after) > len(base):
            found.append(replace(change.more, grants=len(after) - len(base)))
    return tuple(sorted(found, key=lambda one: -one.grants))


class _Share:
    """The part of a search that one of several things may take."""

    def __init__(self, search: Search, number: int, many: int) -> None:
        self.search = search
        self.until = search.seconds * number / many

    def over(self) -> bool:
        return self.search.over() or self.search.elapsed() >= self.until


def _without_more(problem: Problem, placed: Iterable[Placed], share: _Share) -> list[Placed] | None:
    """Fill a timetable until the same search finds nothing that fits any more; ``None`` where time ends before."""
    before: list[Placed] = list(placed)
    while True:
        after = _filled(problem, before, share)
        if share.over():
            return None
        if len(after) == len(before):
            return after
        before = after


def _filled(problem: Problem, placed: Iterable[Placed], share: _Share) -> list[Placed]:
    laid = Laid(problem, placed)
    fixed = {one.wanted for one in problem.locked} | {n for n, one in laid.placed.items() if one.slot in problem.closed}
    room = MakingRoom(laid, fixed=fixed, moves=len(laid.placed), trials=_TRIALS, over=share.over)
    for depth in (0, 1):
        for wanted in range(len(problem.wanted)):
            if share.over():
                break
            if wanted not in laid.placed:
                room.lay(wanted, depth)
    return list(laid.placed.values())


def _changes(problem: Problem, lacking: Sequence[NotPlaced]) -> Iterable[_Change]:
    limits = frozenset(limit for one in lacking for limit in one.limits)
    pairs = Counter(one.languages for one in lacking if one.languages and _SPOKEN & set(one.limits))
    for languages, _often in pairs.most_common(_PAIRS):
        more = OneMore(limit=Limit.INTERPRETERS, grants=0, languages=languages)
        yield _Change(more=more, problem=_with_linguist(problem, languages))
    table = _busiest_room(problem)
    if limits & _ROOMS and table is not None:
        yield _Change(more=OneMore(limit=Limit.ROOMS, grants=0), problem=_with_room(problem, table))
    last = _last_slot(problem)
    if limits & _TIMES and last is not None:
        yield _with_slot(problem, last)


def _with_linguist(problem: Problem, languages: tuple[str, str]) -> Problem:
    there = problem.linguists
    linguist = Linguist(
        pairs=frozenset({languages}),
        slots=frozenset(range(len(problem.slots))),
        most_minutes=min((one.most_minutes for one in there), default=_MOST_MINUTES),
        rest_minutes=max((one.rest_minutes for one in there), default=_REST_MINUTES),
    )
    return replace(problem, linguists=(*there, linguist))


def _busiest_room(problem: Problem) -> int | None:
    """Return the room at hand, nobody's own, that is open in the most slots."""
    tables = [n for n, room in enumerate(problem.rooms) if room.party is None and not room.travel]
    return max(tables, key=lambda number: len(problem.rooms[number].slots), default=None)


def _with_room(problem: Problem, like: int) -> Problem:
    number = len(problem.rooms)
    rooms = (*problem.rooms, Room(slots=problem.rooms[like].slots))
    wanted = (replace(one, rooms=one.rooms | {number}) if like in one.rooms else one for one in problem.wanted)
    return replace(problem, rooms=rooms, wanted=tuple(wanted))


def _last_slot(problem: Problem) -> int | None:
    """Return the last slot to come of the session that has the most on the last day."""
    to_come = [number for number in range(len(problem.slots)) if number not in problem.closed]
    if not to_come:
        return None
    day = max(problem.slots[number].day for number in to_come)
    of_day = [number for number in to_come if problem.slots[number].day == day]
    many = Counter(problem.slots[number].session for number in of_day)
    session = max(many, key=lambda key: (many[key], -key))
    return max(number for number in of_day if problem.slots[number].session == session)


def _with_slot(problem: Problem, last: int) -> _Change:
    """Add a slot after the last of a session; who and what is there for that one is there for this one too."""
    like = problem.slots[last]
    own = [slot for slot in problem.slots if slot.session == like.session and slot.ends <= like.starts]
    gap = like.starts - own[-1].ends if own else 0
    starts = like.ends + gap
    new = SlotTime(session=like.session, day=like.day, starts=starts, ends=starts + like.ends - like.starts)
    at = sum((slot.starts, slot.ends) <= (new.starts, new.ends) for slot in problem.slots)

    def moved(slot: int) -> int:
        return slot + (slot >= at)

    def opened(slots: frozenset[int]) -> frozenset[int]:
        return frozenset(map(moved, slots)) | ({at} if last in slots else frozenset())

    def relaid(placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
        return tuple(replace(one, slot=moved(one.slot)) for one in placed)

    after = replace(
        problem,
        slots=(*problem.slots[:at], new, *problem.slots[at:]),
        seats=tuple(replace(seat, slots=opened(seat.slots)) for seat in problem.seats),
        rooms=tuple(replace(room, slots=opened(room.slots)) for room in problem.rooms),
        linguists=tuple(replace(linguist, slots=opened(linguist.slots)) for linguist in problem.linguists),
        locked=relaid(problem.locked),
        keep=relaid(problem.keep),
        closed=frozenset(map(moved, problem.closed)),
    )
    return _Change(more=OneMore(limit=Limit.SLOTS, grants=0), problem=after, slot=moved)
