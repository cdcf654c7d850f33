"""One made-up event and what is to be measured come in; what an engine reached on it goes out as JSON.

Started by ``benchmarks.meet_events``, a process for each measurement, so that memory is its own. Every timetable is
held against the independent checker; one that breaks a rule ends the program.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.meet_afterwards import afterwards, as_if_all_understood
from benchmarks.meet_events_peer import peer
from benchmarks.meet_generator import Fair, problem_of
from nhipcau.engine.meet.check import aims, check
from nhipcau.engine.meet.real.solve import solve
from nhipcau.engine.meet.repair import repair
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Level, Placed, Problem, Schedule

Row = dict[str, Any]
Marks = list[tuple[float, Schedule]]
WANTS, BREAKS = list(Level).index(Level.WANTS), list(Level).index(Level.BREAKS)


def main() -> None:
    """Measure one thing on one event."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=WHAT)
    parser.add_argument("--fair", type=json.loads, required=True, help="the fields of a fair")
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--to", type=Path, required=True)
    wanted = parser.parse_args()
    row = WHAT[wanted.what](problem_of(Fair(**wanted.fair)), wanted.seconds)
    wanted.to.write_text(json.dumps(row), encoding="utf-8")


def ours(problem: Problem, seconds: float) -> Row:
    """Say when the first timetable stood, how good the best was after a fifth of the time and at the end."""
    marks, schedule = _solved(problem, seconds)
    early = [told for at, told in marks if at <= seconds / 5]
    return {
        "first": marks[0][0] if marks else schedule.seconds,
        "seconds": schedule.seconds,
        "status": schedule.status.value,
        "early": _reached(problem, early[-1]) if early else None,
        "end": _reached(problem, schedule),
        "interpreters": len(problem.linguists),
    }


def plain(problem: Problem, seconds: float) -> Row:
    """Say what the plain CP-SAT model reached on the same event."""
    schedule = peer(problem, seconds)
    _keep_to_rules(problem, schedule.placed)
    return {
        "seconds": schedule.seconds,
        "status": schedule.status.value,
        "end": _reached(problem, schedule) if schedule.placed else None,
        "interpreters": len(problem.linguists),
    }


def interpreters(problem: Problem, seconds: float) -> Row:
    """Say how many meetings are granted with interpreters in the timetable, and with them assigned afterwards."""
    _marks, inside = _solved(problem, seconds)
    _marks, without = _solved(as_if_all_understood(problem), seconds)
    after = afterwards(problem, without.placed, seconds)
    _keep_to_rules(problem, after)
    return {
        "interpreters": len(problem.linguists),
        "inside": len(inside.placed),
        "afterwards": len(after),
        "more": len(inside.placed) / max(1, len(after)) - 1,
        "weight": _weight(problem, inside.placed) / max(1, _weight(problem, after)) - 1,
    }


def repaired(problem: Problem, seconds: float) -> Row:
    """Say how long the repair of several absences takes, and how many of the other meetings it moves."""
    _marks, schedule = _solved(problem, seconds)
    released = replace(problem, keep=schedule.placed)
    return {
        "meetings": len(schedule.placed),
        "cases": [_repaired(name, released, now, theirs) for name, now, theirs in _absences(released)],
    }


def _solved(problem: Problem, seconds: float) -> tuple[Marks, Schedule]:
    began = time.perf_counter()
    marks: Marks = []

    def elapsed() -> float:
        return time.perf_counter() - began

    def tell(schedule: Schedule) -> None:
        marks.append((elapsed(), schedule))

    schedule = solve(problem, Search(elapsed=elapsed, seconds=seconds, tell=tell))
    _keep_to_rules(problem, schedule.placed)
    return marks, replace(schedule, seconds=elapsed())


def _keep_to_rules(problem: Problem, placed: tuple[Placed, ...]) -> None:
    broken = check(problem, placed)
    if broken:
        raise SystemExit(f"a rule is broken: {broken[0]}")


def _reached(problem: Problem, schedule: Schedule) -> Row:
    """Say what a timetable is worth, and how far the weight it grants is from the bound."""
    values = aims(problem, schedule.placed)
    bounds = [aim.bound for aim in schedule.aims] or [0] * len(values)
    most = sum(one.weight for one in problem.wanted if not one.must) - bounds[WANTS]
    return {
        "placed": len(schedule.placed),
        "values": values,
        "bounds": bounds,
        "gap": (values[WANTS] - bounds[WANTS]) / max(1, most),
    }


def _weight(problem: Problem, placed: tuple[Placed, ...]) -> int:
    return sum(problem.wanted[one.wanted].weight for one in placed)


def _absences(problem: Problem) -> Iterator[tuple[str, Problem, set[int]]]:
    """Yield who is away, the problem then, and the meetings that are touched by it."""
    met = Counter(party for one in problem.keep for party in _parties(problem, one))
    late = frozenset(range(len(problem.slots) // 3, len(problem.slots)))
    by_often = [party for party, _often in met.most_common()]
    for name, party, slots in (
        ("the most asked does not come", by_often[0], frozenset[int]()),
        ("the most asked is late", by_often[0], late),
        ("one in the middle does not come", by_often[len(by_often) // 2], frozenset[int]()),
        ("one in the middle is late", by_often[len(by_often) // 2], late),
    ):
        seats = (replace(seat, slots=seat.slots & slots) if seat.party == party else seat for seat in problem.seats)
        theirs = {one.wanted for one in problem.keep if party in _parties(problem, one)}
        yield name, replace(problem, seats=tuple(seats)), theirs
    work = Counter(linguist for one in problem.keep for linguist in one.linguists)
    for linguist, _often in work.most_common(1):
        there = enumerate(problem.linguists)
        linguists = (replace(who, slots=frozenset[int]()) if number == linguist else who for number, who in there)
        theirs = {one.wanted for one in problem.keep if linguist in one.linguists}
        yield "the busiest interpreter is sick", replace(problem, linguists=tuple(linguists)), theirs


def _parties(problem: Problem, one: Placed) -> tuple[int, int]:
    return problem.wanted[one.wanted].one, problem.wanted[one.wanted].other


def _repaired(name: str, released: Problem, now: Problem, theirs: set[int]) -> Row:
    began = time.perf_counter()
    schedule = repair(now, Search(elapsed=lambda: time.perf_counter() - began))
    took = time.perf_counter() - began
    _keep_to_rules(now, schedule.placed)
    lies = {one.wanted: (one.slot, one.room) for one in schedule.placed}
    others = [one for one in released.keep if one.wanted not in theirs]
    return {
        "name": name,
        "seconds": took,
        "touched": len(theirs),
        "lost": sum(one.wanted not in lies for one in released.keep),
        "others_lost": sum(one.wanted not in lies for one in others),
        "moved": sum(lies.get(one.wanted) != (one.slot, one.room) for one in others) / max(1, len(others)),
        "new": len(lies.keys() - {one.wanted for one in released.keep}),
    }


WHAT: dict[str, Callable[[Problem, float], Row]] = {
    "ours": ours,
    "plain": plain,
    "interpreters": interpreters,
    "repair": repaired,
}

if __name__ == "__main__":
    main()
