"""Names on two sides get a row each, the sides as tall as one another, with few lines that cross."""

from __future__ import annotations

from nhipcau.report.pictures.sides import placed


def test_lines_that_would_cross_are_parted() -> None:
    places = placed({0.0: ["a", "b"], 1.0: ["x", "y"]}, [("a", "y"), ("b", "x")])
    assert (places["a"][1] < places["b"][1]) == (places["y"][1] < places["x"][1])


def test_a_shorter_side_is_spread_over_the_height_of_the_longer_one() -> None:
    places = placed({0.0: ["a", "b", "c", "d"], 1.0: ["x", "y"]}, [])
    assert sorted(row for side, row in places.values() if side == 0.0) == [0, 1, 2, 3]
    assert sorted(row for side, row in places.values() if side == 1.0) == [0.5, 2.5]


def test_nobody_has_no_place() -> None:
    assert placed({0.0: [], 1.0: []}, []) == {}
