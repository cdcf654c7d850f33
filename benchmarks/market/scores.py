"""Judgements and a run come in; how good the run is goes out, by the measures of ``score_market.py``."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Record = Mapping[str, Any]
_TEN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """nDCG@10 and recall@10 over all needs, nDCG@10 where only offers of the other two languages are looked at.

    ``broken`` is the share of the first ten that is listed as a match and fails a must; ``precision`` and ``recall``
    of gaps are micro-averaged over (pair, property), ``None`` for a run that names no gaps.
    """

    ndcg: float
    found: float
    other_languages: float
    broken: float
    precision: float | None
    recall: float | None


def score(needs: Sequence[Record], offers: Sequence[Record], qrels: Sequence[Record], run: Sequence[Record]) -> Score:
    """Score rows ``need, offer, score[, unmet, near]``; a pair that is not judged counts as grade 0."""
    language = {offer["id"]: offer["language"] for offer in offers}
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for judged in qrels:
        grades[judged["need"]][judged["offer"]] = judged["grade"]
    ranked = {need["id"]: _ranked(list(rows)) for need, rows in _by_need(needs, run)}

    def over(measure: Callable[[Sequence[str], Mapping[str, int]], float], *, others: bool = False) -> float:
        values = []
        for need in needs:
            keep = {one for one in language if not others or language[one] != need["language"]}
            mine = {one: grade for one, grade in grades[need["id"]].items() if one in keep}
            if any(grade >= 2 for grade in mine.values()):
                values.append(measure([one for one in ranked[need["id"]] if one in keep], mine))
        return sum(values) / len(values) if values else math.nan

    precision, recall = _gaps(qrels, run)
    return Score(
        ndcg=over(ndcg),
        found=over(_recall),
        other_languages=over(ndcg, others=True),
        broken=_broken(qrels, run, ranked),
        precision=precision,
        recall=recall,
    )


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return nDCG@10: gain 2^grade - 1, discount log2(rank + 1), over the ideal order of all that was judged."""
    best = sorted(grades.values(), reverse=True)
    return _gain([grades.get(one, 0) for one in ranked]) / _gain(best)


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:_TEN]))


def _recall(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    good = {one for one, grade in grades.items() if grade >= 2}
    return len(good.intersection(ranked[:_TEN])) / min(_TEN, len(good))


def _by_need(needs: Sequence[Record], run: Sequence[Record]) -> list[tuple[Record, list[Record]]]:
    rows: dict[str, list[Record]] = defaultdict(list)
    for row in run:
        rows[row["need"]].append(row)
    return [(need, rows[need["id"]]) for need in needs]


def _ranked(rows: Collection[Record]) -> list[str]:
    return [row["offer"] for row in sorted(rows, key=lambda row: (-row["score"], row["offer"]))]


def _broken(qrels: Sequence[Record], run: Sequence[Record], ranked: Mapping[str, Sequence[str]]) -> float:
    """Return how many of the first ten, near misses that are marked left out, are judged to fail a must."""
    failing = {(one["need"], one["offer"]) for one in qrels if one["grade"] == 1 and one.get("unmet")}
    marked = {(row["need"], row["offer"]) for row in run if row.get("near")}
    listed = [(need, offer) for need, offers in ranked.items() for offer in offers[:_TEN]]
    matches = [pair for pair in listed if pair not in marked]
    return sum(pair in failing for pair in matches) / len(matches) if matches else 0.0


def _gaps(qrels: Sequence[Record], run: Sequence[Record]) -> tuple[float | None, float | None]:
    gold = {
        (one["need"], one["offer"]): set(one.get("unmet", ()))
        for one in qrels
        if one["grade"] >= 1 and one.get("why") != "related"
    }
    said = [(set(row["unmet"]), gold[row["need"], row["offer"]]) for row in run if _judged(row, gold)]
    right = sum(len(mine & theirs) for mine, theirs in said)
    claimed, there = sum(len(mine) for mine, _ in said), sum(len(theirs) for _, theirs in said)
    return (right / claimed if claimed else None, right / there if there else None)


def _judged(row: Record, gold: Mapping[tuple[str, str], set[str]]) -> bool:
    return "unmet" in row and (row["need"], row["offer"]) in gold
