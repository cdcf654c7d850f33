"""Locked meetings come in; those that cannot all stay, and the rule they break, go out, as codes.

- locked (wanted, slot): a meeting that cannot stay with the others
- person (party, 0): it can be in one meeting at a time · way (party, 0): the way between takes too long
- hours (party, slot): it is not there · most (party, most meetings)
- room (room, slot): shut then, or not theirs · room-full (room, capacity)
- languages (party, party): no interpreter there bridges them · interpreter (linguist, 0): one meeting at a time
- interpreter-hours (linguist, slot) · interpreter-way (linguist, 0) · apart (linguist, 0) · rest (linguist, minutes)
"""

from __future__ import annotations

from nhipcau.engine.meet.check import check
from nhipcau.engine.meet.laid import Clock
from nhipcau.facts.scheduling import Placed, Problem, Violation

Requirement = tuple[str, int, int]


def conflict_of_locks(problem: Problem) -> tuple[Requirement, ...]:
    """Return locked meetings that break a rule with one another, and the rule; nothing where they keep them all."""
    broken = [one for one in check(problem, problem.locked) if one.code != "fairness"]
    if not broken:
        return ()
    meetings, reason = _reason(problem, broken[0])
    meetings = _spared(problem, meetings, broken[0].code)
    return (*(("locked", one.wanted, one.slot) for one in meetings), reason)


def _reason(problem: Problem, broken: Violation) -> tuple[list[Placed], Requirement]:
    """Return the locked meetings that a violation is about, and the rule."""
    locked = {one.wanted: one for one in problem.locked}
    numbers = broken.numbers
    if broken.code == "room-full":
        room, slot = numbers
        clock = Clock(problem.slots)
        there = [one for one in problem.locked if one.room == room and clock.overlap[slot] >> one.slot & 1]
        return there, ("room-full", room, problem.rooms[room].capacity)
    if broken.code == "most":
        theirs = [one for one in problem.locked if numbers[0] in _parties(problem, one)]
        return theirs, ("most", numbers[0], problem.parties[numbers[0]].most)
    if broken.code == "linguist-rest":
        work = [one for one in problem.locked if numbers[0] in one.linguists]
        return work, ("rest", numbers[0], problem.linguists[numbers[0]].most_minutes)
    if broken.code == "unknown" or numbers[0] not in locked:
        return [], ("locked", numbers[0], 0)
    if broken.code == "no-linguist":
        return [locked[numbers[0]]], ("languages", *_parties(problem, locked[numbers[0]]))
    if broken.code.endswith(("-busy", "-travel")):
        return [locked[numbers[0]], locked[numbers[1]]], _of_two(problem, broken)
    return [locked[numbers[0]]], _of_one(problem, broken)


def _of_two(problem: Problem, broken: Violation) -> Requirement:
    number = broken.numbers[2]
    if broken.code.startswith("seat"):
        return "person" if broken.code == "seat-busy" else "way", problem.seats[number].party, 0
    return "interpreter" if broken.code == "linguist-busy" else "interpreter-way", number, 0


def _of_one(problem: Problem, broken: Violation) -> Requirement:
    _wanted, number, slot = (*broken.numbers, 0, 0)[:3]
    match broken.code:
        case "seat-away":
            return "hours", problem.seats[number].party, slot
        case "room-shut" | "room-not-theirs":
            return "room", number, slot
        case "linguist-away":
            return "interpreter-hours", number, slot
        case "linguist-apart":
            return "apart", number, 0
        case _:
            return "locked", broken.numbers[0], 0


def _parties(problem: Problem, one: Placed) -> tuple[int, int]:
    return problem.wanted[one.wanted].one, problem.wanted[one.wanted].other


def _spared(problem: Problem, meetings: list[Placed], code: str) -> list[Placed]:
    """Leave out, one by one, each meeting without which the rule is still broken."""
    needed = list(meetings)
    for one in meetings:
        fewer = [other for other in needed if other is not one]
        if any(broken.code == code for broken in check(problem, fewer)):
            needed = fewer
    return needed
