"""What fits, as a page shows it: what is another thing altogether stands apart, and the right reasons come first."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from nhipcau.facts.deal import Stage
from nhipcau.facts.matching import Fit, Part
from nhipcau.facts.message import Message
from nhipcau.web.market.fitting import ShownRow, less_alike, shown_fit


def _fit(*parts: tuple[str, int]) -> Fit:
    said = Message("match.concept-near", {"asked": "plating"})
    rows = tuple(Part(code=code, points=points, said=said) for code, points in parts)
    return Fit(need="n", offer="o", score=sum(points for _, points in parts), near=False, parts=rows)


def _line(topic: int, *, met: int = 0, stage: Stage | None = None, closed: Message | None = None) -> ShownRow:
    row: Any = SimpleNamespace(stage=stage)
    return ShownRow(row=row, shown=shown_fit(_fit(("concept", topic), ("requirement", met)), 1000), closed=closed)


def test_what_only_meets_requirements_stands_apart_from_what_is_the_right_thing() -> None:
    right, other = _line(400, met=200), _line(40, met=900)
    assert less_alike([other, right], best=400) == ([right], [other])


def test_a_pair_on_its_way_and_a_closed_near_miss_stay_in_sight() -> None:
    lines = [_line(10, stage=Stage.PROPOSED), _line(10, closed=Message("digest.closed", {"properties": ["x"]}))]
    assert less_alike(lines, best=400) == (lines, [])


def test_nothing_stands_apart_where_nothing_has_a_topic() -> None:
    assert less_alike([_line(0)], best=0) == ([_line(0)], [])


def test_why_it_is_the_right_thing_is_said_before_what_it_meets() -> None:
    fit = _fit(("requirement", 300), ("requirement", 200), ("requirement", 150), ("concept", 90), ("words", 20))
    fit = replace(fit, parts=(*fit.parts, Part(code="penalty", points=-50, said=fit.parts[0].said)))
    assert [part.points for part in shown_fit(fit, 1000).reasons] == [90, 20, 300, 200]
