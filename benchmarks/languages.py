"""Customs lines in three languages come in; how often each way of matching finds the same line again goes out.

Run ``python -m benchmarks.languages``. The lines lie in ``../shared/matching`` and are only read there. The task: given
a line in one language, find the same subheading among all lines of the *test* half in another. Three ways: the shipped
space, which has seen no tariff; a space trained on the *learn* half besides; character n-grams, which know nothing.
``--half learn`` looks at the other half, for whoever develops.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from nhipcau.language.space.aligned import aligned
from nhipcau.language.space.build import own_lines
from nhipcau.language.space.features import PARTS
from nhipcau.language.space.space import Space
from nhipcau.language.space.train import train

ROOT: Final = Path(__file__).resolve().parent.parent
LINES: Final = ROOT.parent / "shared" / "matching" / "parallel_hs6.tsv"
RESULTS: Final = ROOT / "benchmarks" / "results"
LANGUAGES: Final = ("vi", "ko", "en")
DIRECTIONS: Final = tuple(permutations(LANGUAGES, 2))
MEASURES: Final = ("recall@10", "nDCG@10", "MRR")
_FIRST: Final = 10

Texts = dict[str, list[str]]
Similar = Callable[[Texts, Texts, tuple[str, str]], NDArray[np.floating]]
"""Queries, pool and direction come in; the similarity of every query with every line goes out."""


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("test", "learn"), default="test")
    wanted = parser.parse_args()
    if not LINES.exists():
        sys.exit(f"The aligned lines are not there: {LINES}")
    rows = _rows(wanted.half)
    report: dict[str, Any] = {"half": wanted.half, "lines": len(rows["vi"]), "ways": {}}
    report["taken"] = datetime.now(UTC).isoformat(timespec="seconds")
    ways: dict[str, Similar] = {"shipped space": _by_space(Space.shipped())}
    if wanted.half == "test":
        started = time.perf_counter()
        ways["trained on learn"] = _by_space(train((*own_lines(), *aligned(LINES, "learn"))))
        report["training_seconds"] = round(time.perf_counter() - started)
    ways["shared n-grams"] = _by_letters
    for name, way in ways.items():
        report["ways"][name] = _measured(rows, way)
    text = _table(report)
    print(text)
    if wanted.half == "test":
        (RESULTS / "languages.txt").write_text(text + "\n", encoding="utf-8")
        kept = json.dumps(report, indent=1, ensure_ascii=False)
        (RESULTS / "languages.json").write_text(kept + "\n", encoding="utf-8")


def _rows(half: str) -> Texts:
    with LINES.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["half"] == half]
    return {language: [row[language] for row in rows] for language in LANGUAGES}


def _measured(rows: Texts, way: Similar) -> dict[str, dict[str, dict[str, float]]]:
    last = {language: [text.split(PARTS)[-1] for text in texts] for language, texts in rows.items()}
    kinds = {"full line": (rows, rows), "last part": (last, last), "last part to full line": (last, rows)}
    return {
        kind: {f"{one}→{other}": _scores(way(queries, pool, (one, other))) for one, other in DIRECTIONS}
        for kind, (queries, pool) in kinds.items()
    }


def _scores(similar: NDArray[np.floating]) -> dict[str, float]:
    """Return the measures, where the line sought is the one of the same number; ties are lost by the later line."""
    own = np.diag(similar)[:, None]
    rank = (similar > own).sum(axis=1) + np.tril(similar == own, -1).sum(axis=1)
    gain = np.where(rank < _FIRST, 1 / np.log2(rank + 2), 0)
    values = ((rank < _FIRST).mean(), gain.mean(), (1 / (rank + 1)).mean())
    return {name: round(float(value), 4) for name, value in zip(MEASURES, values, strict=True)}


def _by_space(space: Space) -> Similar:
    known: dict[tuple[int, str], NDArray[np.floating]] = {}

    def vectors(texts: Texts, language: str) -> NDArray[np.floating]:
        key = id(texts), language
        if key not in known:
            known[key] = space.vectors(texts[language], language)
        return known[key]

    return lambda queries, pool, way: vectors(queries, way[0]) @ vectors(pool, way[1]).T


def _by_letters(queries: Texts, pool: Texts, way: tuple[str, str]) -> NDArray[np.floating]:
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    lines = letters.fit_transform(pool[way[1]])
    return np.asarray((letters.transform(queries[way[0]]) @ lines.T).toarray())


def _table(report: dict[str, Any]) -> str:
    lines = [f"The same subheading in another language; {report['lines']} lines of the {report['half']} half", ""]
    for kind in ("full line", "last part", "last part to full line"):
        heads = [f"{one}→{other}" for one, other in DIRECTIONS]
        lines.append(f"{kind:<24}{'':<10}" + "".join(f"{head:>8}" for head in (*heads, "mean")))
        for way, kinds in report["ways"].items():
            lines += [_line(way, measure, [kinds[kind][head][measure] for head in heads]) for measure in MEASURES]
        lines.append("")
    return "\n".join(lines)


def _line(way: str, measure: str, values: Sequence[float]) -> str:
    mean = sum(values) / len(values)
    return f"{way if measure == MEASURES[0] else '':<24}{measure:<10}" + "".join(
        f"{value:8.3f}" for value in (*values, mean)
    )


if __name__ == "__main__":
    main()
