"""The five seed articles: what the reader must reach on them, where the shared folder lies beside the repository."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "reading"
FLOORS = {
    "has_agreement": 1.0,
    "agreements": 1.0,
    "date": 1.0,
    "legal_acts": 1.0,
    "parties": 0.95,
    "people": 0.95,
    "figures": 0.95,
    "sectors": 0.85,
    "activities": 0.80,
}

pytestmark = pytest.mark.skipif(
    not (SHARED / "score_reading.py").exists(),
    reason=f"LEFT OUT: the five seed articles and their scorer are not at {SHARED}; the reader was not scored on them",
)


def scores() -> ModuleType:
    """Load the program that scores the reader."""
    spec = importlib.util.spec_from_file_location("read_scores", ROOT / "benchmarks" / "read_scores.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def numbers() -> dict[str, Any]:
    module = scores()
    found: dict[str, Any] = module.score(module.seeds())[1]["all"]
    return found


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_a_field_reaches_its_floor(numbers: dict[str, Any], field: str, floor: float) -> None:
    assert numbers[field]["f1"] >= floor


def test_every_span_quotes_its_article(numbers: dict[str, Any]) -> None:
    assert numbers["spans"] == 1.0


def test_the_two_reports_of_one_agreement_are_found(numbers: dict[str, Any]) -> None:
    precision, recall = numbers["same_agreement"][:2]

    assert (precision, recall) == (1.0, 1.0)
