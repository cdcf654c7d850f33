from __future__ import annotations

import numpy as np
import pytest

from nhipcau.engine.resolve.calibration import slopes

START = np.array([-10.0, 1.0, 1.0])


def _pairs(count: int, *, copied: bool) -> tuple[np.ndarray, np.ndarray]:
    """Make pairs with two fields: independent of one another, or the second a copy of the first."""
    random = np.random.default_rng(5)
    same = random.random(count) < 0.5
    first = np.where(same, random.random(count) < 0.9, random.random(count) < 0.02)
    second = first if copied else np.where(same, random.random(count) < 0.9, random.random(count) < 0.02)
    return np.where(np.column_stack([first, second]), 5.5, -3.3), same.astype(float)


def test_a_field_that_only_repeats_another_is_trusted_half_as_much() -> None:
    weights, same = _pairs(4_000, copied=True)
    found = slopes(weights, same, START, mistaken=0.01)
    alone = slopes(*_pairs(4_000, copied=False), START, mistaken=0.01)
    assert found[1] + found[2] < 0.75 * (alone[1] + alone[2])


def test_few_known_pairs_change_little() -> None:
    weights, same = _pairs(10, copied=False)
    found = slopes(weights, same, START, mistaken=0.01)
    assert found[1:] == pytest.approx([1.0, 1.0], abs=0.25)


def test_agreement_never_speaks_against() -> None:
    weights, same = _pairs(2_000, copied=False)
    assert (slopes(weights, 1 - same, START, mistaken=0.01)[1:] >= 0).all()


def test_mistyped_identifiers_do_not_make_sure_pairs_doubtful() -> None:
    weights, same = _pairs(4_000, copied=False)
    sure = (weights > 0).all(axis=1) & (same == 1)
    mistyped = same.copy()
    mistyped[np.flatnonzero(sure)[::30]] = 0
    forgiving, strict = (slopes(weights, mistyped, START, mistaken=rate) for rate in (0.04, 0.0001))
    both = np.array([1.0, 5.5, 5.5])
    assert forgiving @ both > strict @ both


def test_the_same_pairs_teach_the_same() -> None:
    weights, same = _pairs(500, copied=False)
    first, second = (slopes(weights, same, START, mistaken=0.02) for _ in range(2))
    assert (first == second).all()
