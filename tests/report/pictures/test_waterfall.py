from __future__ import annotations

from typing import Any

from nhipcau.report.pictures.render import svg
from nhipcau.report.pictures.waterfall import Step, waterfall_picture

STEPS = (
    Step(name="Before", start=0.0, end=-16.0, odds=True),
    Step(name="Name <b>", start=-16.0, end=-5.0),
    Step(name="Phone", start=-5.0, end=-7.0),
    Step(name="Name <b>", start=-7.0, end=3.0),
    Step(name="After", start=0.0, end=3.0, odds=True),
)


def rows() -> list[dict[str, Any]]:
    picture: Any = waterfall_picture(STEPS, lambda _kind, code: code)
    found: list[dict[str, Any]] = picture["data"]["values"]
    return found


def test_each_step_says_its_weight_and_its_side() -> None:
    assert [(row["written"], row["side"]) for row in rows()] == [
        ("-16.0", "odds"),
        ("+11.0", "for"),
        ("-2.0", "against"),
        ("+10.0", "for"),
        ("+3.0", "odds"),
    ]


def test_two_steps_of_one_name_are_two_bars() -> None:
    assert len({row["name"] for row in rows()}) == len(STEPS)


def test_the_drawing_escapes_names() -> None:
    drawn = svg(waterfall_picture(STEPS, lambda _kind, code: code))
    assert drawn.startswith("<svg")
    assert "<b>" not in drawn
