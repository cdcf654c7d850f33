"""Identifiers that sort by the moment of their making."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from nhipcau.store.ids import SortableIds, encoded


def test_gives_ever_greater_ones() -> None:
    ids = SortableIds()
    given_out = [ids.new() for _ in range(5000)]
    assert given_out == sorted(set(given_out))
    assert all(re.fullmatch("[0-9a-hjkmnp-tv-z]{13}", one) for one in given_out)


@given(st.integers(0, 2**65 - 1), st.integers(0, 2**65 - 1))
def test_sorts_as_its_number_does(one: int, other: int) -> None:
    assert (encoded(one) < encoded(other)) == (one < other)
