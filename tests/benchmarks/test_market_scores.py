from __future__ import annotations

import importlib.util
import math
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from benchmarks.market.generate import market
from benchmarks.market.scores import score

SCORER = Path(__file__).resolve().parents[3] / "shared" / "matching" / "score_market.py"


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    if not SCORER.exists():
        pytest.skip(f"LEFT OUT: {SCORER} is not there")
    spec = importlib.util.spec_from_file_location("score_market", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_our_measures_are_those_of_the_scorer(scorer: ModuleType) -> None:
    made = market("develop", each=4)
    draw = Random(3)  # noqa: S311 -- a seed, no secret
    run = [
        {
            "need": need["id"],
            "offer": offer["id"],
            "score": draw.randint(0, 9),
            "unmet": [asked["property"] for asked in need["requirements"] if draw.random() < 0.5],
        }
        for need in made.needs
        for offer in draw.sample(made.offers, 60)
    ]
    ours = score(made.needs, made.offers, made.qrels, run)
    theirs = scorer.evaluate(made.needs, made.offers, made.qrels, run)
    assert math.isclose(ours.ndcg, theirs["all"]["ndcg@10"])
    assert math.isclose(ours.found, theirs["all"]["recall@10"])
    assert math.isclose(ours.other_languages, theirs["cross"]["ndcg@10"])
    assert ours.precision == theirs["gap"]["precision"]
    assert ours.recall == theirs["gap"]["recall"]


def test_a_near_miss_breaks_nothing_where_it_is_marked() -> None:
    offers = [{"id": "a", "language": "vi"}, {"id": "b", "language": "vi"}]
    qrels = [
        {"need": "n", "offer": "a", "grade": 3, "unmet": [], "why": "fit"},
        {"need": "n", "offer": "b", "grade": 1, "unmet": ["tolerance"], "why": "near miss"},
    ]
    listed = [{"need": "n", "offer": "a", "score": 2}, {"need": "n", "offer": "b", "score": 1}]
    apart = [listed[0], {**listed[1], "near": True}]
    need = [{"id": "n", "language": "vi"}]
    assert score(need, offers, qrels, listed).broken == 0.5
    assert score(need, offers, qrels, apart).broken == 0.0
