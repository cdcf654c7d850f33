from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.meet_afterwards import afterwards, as_if_all_understood
from benchmarks.meet_events import table
from benchmarks.meet_events_peer import peer
from benchmarks.meet_generator import Fair, problem_of
from nhipcau.engine.meet.check import aims, check
from nhipcau.facts.scheduling import Level
from tests.engine.meet.filled import filled

TINY = Fair(participants=12, meetings=24, a_day=8, mixed=False)


@pytest.mark.parametrize("apart", [0.0, 0.6])
def test_the_plain_model_keeps_every_rule_and_its_bound_is_one(apart: float) -> None:
    problem = problem_of(replace(TINY, apart=apart, interpreters=0.7))
    schedule = peer(problem, 60)
    assert check(problem, schedule.placed) == ()
    assert schedule.aims[2].level is Level.WANTS
    assert schedule.aims[2].bound <= aims(problem, schedule.placed)[2] <= aims(problem, filled(problem))[2]


def test_interpreters_assigned_afterwards_keep_every_rule() -> None:
    problem = problem_of(replace(TINY, apart=0.8, interpreters=0.6))
    without = filled(as_if_all_understood(problem))
    after = afterwards(problem, without, 5)
    assert check(problem, after) == ()
    assert 0 < len(after) < len(without)


def test_the_table_has_a_line_for_each_row_and_says_what_ended_early() -> None:
    reached = {"placed": 120, "values": [0, 0, 9, 4, 0, 50, 0], "bounds": [0, 0, 8, 1, 0, 0, 0], "gap": 0.01}
    row = {"name": "42/125", "interpreters": 3, "first": 0.2, "seconds": 9.0, "status": "feasible", "peak_mb": 300}
    printed = table(
        {
            "taken": "now",
            "machine": "here",
            "parts": {
                "laid": [{**row, "early": reached, "end": reached}, {"name": "78/300", "ended": "over 8 GiB"}],
                "interpreters": [
                    {"name": "78/300", "interpreters": 9, "inside": 240, "afterwards": 200, "more": 0.2, "weight": 0.1}
                ],
            },
        }
    )
    assert "0.2     9.0  feasible    120      0/0   1.00%   1.00%          4/1     300" in printed
    assert "78/300" + " " * 46 + "over 8 GiB" in printed
    assert "240         200     20.0%     10.0%" in printed
