from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.report.pictures.squares import Box, squarified

SIZES = st.lists(st.integers(1, 1000), min_size=1, max_size=40).map(lambda sizes: sorted(sizes, reverse=True))
SIDES = st.floats(1, 2000)


@given(SIZES, SIDES, SIDES)
def test_parts_have_their_share_of_the_area_and_stay_inside(sizes: list[int], width: float, height: float) -> None:
    parts = squarified(sizes, Box(5, 7, width, height))
    for size, part in zip(sizes, parts, strict=True):
        assert part.width * part.height == pytest.approx(width * height * size / sum(sizes), rel=1e-6)
        assert part.x >= 5 - 1e-6
        assert part.y >= 7 - 1e-6
        assert part.x + part.width <= 5 + width * (1 + 1e-6)
        assert part.y + part.height <= 7 + height * (1 + 1e-6)


@given(SIZES)
def test_no_two_parts_cover_the_same_ground(sizes: list[int]) -> None:
    parts = squarified(sizes, Box(0, 0, 300, 200))
    for place, one in enumerate(parts):
        for other in parts[place + 1 :]:
            across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
            down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
            assert min(across, down) <= 1e-6


def test_equal_sizes_in_a_square_become_squares() -> None:
    assert {(part.width, part.height) for part in squarified([1, 1, 1, 1], Box(0, 0, 100, 100))} == {(50, 50)}


def test_the_example_of_the_paper_keeps_its_parts_near_to_squares() -> None:
    parts = squarified([6, 6, 4, 3, 2, 2, 1], Box(0, 0, 6, 4))
    assert max(max(part.width / part.height, part.height / part.width) for part in parts) <= 3


def test_nothing_has_no_room_but_is_no_mistake() -> None:
    assert squarified([], Box(0, 0, 10, 10)) == ()
    assert squarified([3], Box(0, 0, 0, 10)) == (Box(0, 0, 0, 0),)
