from __future__ import annotations

from typing import Any

from benchmarks.resolve import OURS, table

SCORE = {"precision": 0.99, "recall": 0.8, "f1": 0.885}


def row(records: int, seconds: float, **more: Any) -> dict[str, Any]:
    whole = {"seed": 2026, "records": records, "duplicates": 0.1, "method": OURS, "seconds": seconds, "peak_mb": 300}
    return {**whole, "pairs": SCORE, "b_cubed": SCORE, **more}


def report(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"taken": "2026-11-26", "machine": "x86_64, Linux", "public": [], "registers": list(rows)}


def test_a_method_that_did_not_finish_is_said_so() -> None:
    text = table(report({**row(10_000, 900.0), "ended": "over 15 min"}))
    assert "over 15 min (after 900 s, 300 MB)" in text
    assert "0.9900" not in text


def test_cost_that_grows_as_n_log_n_has_one_figure_for_every_size() -> None:
    text = table(report(row(2**10, 10 * 2**10 / 1e6 * 10), row(2**20, 20 * 2**20 / 1e6 * 10)))
    assert text.count("10.00") == 2


def test_rows_of_one_register_stand_under_one_heading() -> None:
    text = table(report(row(10_000, 1.0), {**row(10_000, 2.0), "method": "rapidfuzz rules"}))
    assert text.count("10,000 records, 10% duplicates, seed 2026") == 1
    assert "0.9900" in text
