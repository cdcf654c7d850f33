from __future__ import annotations

from typing import Any

import pytest

from benchmarks.placing import table, verdict
from nhipcau.facts.record import Band, Pair, Placement


def placement(band: Band, *bodies: str) -> Placement:
    return Placement(band=band, pairs=tuple(Pair(left="new", right=body, score=0.9, band=band) for body in bodies))


@pytest.mark.parametrize(
    ("placed", "body", "said"),
    [
        (placement(Band.LINK, "mine", "other"), "mine", "right"),
        (placement(Band.LINK, "other", "mine"), "mine", "wrong"),
        (placement(Band.LINK, "other"), None, "wrong"),
        (placement(Band.REVIEW, "other", "mine"), "mine", "to review"),
        (placement(Band.REVIEW, "other"), "mine", "apart"),
        (placement(Band.REVIEW, "other"), None, "to review"),
        (placement(Band.APART), "mine", "apart"),
        (placement(Band.APART), None, "right"),
    ],
)
def test_a_placement_is_judged_by_what_follows_from_it(placed: Placement, body: str | None, said: str) -> None:
    assert verdict(placed, body) == said


def line(p95: float) -> dict[str, Any]:
    judged = {"right": 3, "wrong": 0, "to review": 1, "apart": 0}
    return {"what": "all of these", "asked": 4, "p50": 1.0, "p95": p95, "most": 99.0, "cpu_p95": 2.5, **judged}


@pytest.mark.parametrize(("p95", "said"), [(30.0, "kept"), (30.1, "BROKEN")])
def test_the_table_says_whether_the_promise_is_kept(p95: float, said: str) -> None:
    found = {"rows": 5, "seed": 2026, "vendor": "sqlite", "built_seconds": 1, "lines": [line(p95)]}
    assert said in table(found)
    assert "75.0%" in table(found)
