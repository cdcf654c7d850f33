"""Our own articles, the half to develop on: no change of the reader may fall below what it reaches today."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks import read_scores

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "reading"
FLOORS = {
    "has_agreement": 0.98,
    "agreements": 0.97,
    "date": 0.95,
    "legal_acts": 0.98,
    "parties": 0.94,
    "people": 0.93,
    "figures": 0.92,
    "sectors": 0.74,
    "activities": 0.74,
}

pytestmark = pytest.mark.skipif(
    not (SHARED / "score_reading.py").exists(),
    reason=f"LEFT OUT: the scorer is not at {SHARED}; the reader was not scored on our own articles",
)


@pytest.fixture(scope="module")
def numbers() -> dict[str, Any]:
    found: dict[str, Any] = read_scores.score(read_scores.corpus("develop"))[1]["all"]
    return found


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_a_field_stays_above_its_floor(numbers: dict[str, Any], field: str, floor: float) -> None:
    assert numbers[field]["f1"] >= floor


def test_every_span_quotes_its_article(numbers: dict[str, Any]) -> None:
    assert numbers["spans"] == 1.0


def test_what_is_called_the_same_agreement_is_one(numbers: dict[str, Any]) -> None:
    precision, recall = numbers["same_agreement"][:2]

    assert precision >= 0.95
    assert recall >= 0.70
