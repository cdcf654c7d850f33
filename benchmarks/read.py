"""Judged articles come in; scores, speed and memory of the reader beside plain rules go out as a table and as JSON.

Run ``python -m benchmarks.read``. The sets: the five seeds (where ``../shared`` is present); the half of our own corpus
that was held out; of that the articles that were written after the rules (the totals of the earlier ones were looked at
while rules were chosen); and the half that was developed on. One core.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import plain_rules
from benchmarks.read_scores import SCORER, corpus, judge, predictions, seeds
from nhipcau.engine.read.read import READER_VERSION, read_document
from tests.golden.judged import DEVELOP, HELD_OUT

ROOT = Path(__file__).resolve().parent.parent
FIRST_WAVE = {"vi": 32, "ko": 22, "en": 14}
FIELDS = (
    "agreements",
    "parties",
    "people",
    "date",
    "sectors",
    "activities",
    "figures",
    "legal_acts",
    "same_agreement",
    "spans",
    "people.function",
    "parties.kind",
    "parties.country",
)

Record = dict[str, Any]


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, help="articles read for the memory row")
    wanted = parser.parse_args()
    _pin_to_one_core()
    sets = dict(_sets())
    report: dict[str, object] = {"reader": READER_VERSION, "taken": datetime.now(UTC).isoformat(timespec="seconds")}
    report["scores"] = {name: _both(records) for name, records in sets.items()}
    said = _score_lines(sets, report["scores"])
    sys.stdout.write(said)
    texts = [record["text"] for records in sets.values() for record in records]
    report["speed"] = _speed(texts)
    report["memory"] = _memory(texts, wanted.articles)
    sys.stdout.write(_speed_lines(report))
    (ROOT / "benchmarks" / "results" / "read.txt").write_text(said + _speed_lines(report), encoding="utf-8")
    out = ROOT / "benchmarks" / "results" / "read.json"
    out.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _pin_to_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _sets() -> Iterator[tuple[str, list[Record]]]:
    if SCORER.exists():
        yield "seeds", seeds()
    else:
        sys.stderr.write("LEFT OUT: ../shared is not here, so no scores and no seeds; speed and memory follow\n")
    held_out = corpus(HELD_OUT)
    yield "held-out half, all", held_out
    yield "held-out half, written after the rules", [record for record in held_out if _is_late(record["id"])]
    yield "developed-on half (proves nothing)", corpus(DEVELOP)


def _is_late(identifier: str) -> bool:
    """Tell whether an article was written when the rules stood: nothing was ever chosen by its score."""
    language, number = identifier.split("_")
    return int(number) > FIRST_WAVE[language]


def _both(records: list[Record]) -> dict[str, Record]:
    if not SCORER.exists():
        return {}
    plain = [plain_rules.read(record["text"], record["id"]) for record in records]
    found = {"nhipcau": predictions(records), "plain rules": plain}
    return {reader: _fields(judge(records, read)[1]["all"]) for reader, read in found.items()}


def _fields(scores: Record) -> Record:
    return {field: _f1(scores.get(field)) for field in FIELDS}


def _f1(score: Any) -> float | None:
    match score:
        case [None, None, *_]:
            return None  # no pair of one agreement was there to be found, and none was claimed
        case {"f1": value}:
            return None if value is None else round(float(value), 3)
        case [_, _, value, *_]:
            return None if value is None else round(float(value), 3)
        case int() | float():
            return round(float(score), 3)
        case _:
            return None


def _score_lines(sets: dict[str, list[Record]], scores: Any) -> str:
    lines = []
    for name, readers in scores.items():
        lines.append(f"\n{name}: {len(sets[name])} articles, F1")
        lines.append(f"{'field':18}" + "".join(f"{reader:>14}" for reader in readers))
        for field in FIELDS:
            cells = [readers[reader].get(field) for reader in readers]
            lines.append(f"{field:18}" + "".join(f"{'-' if cell is None else f'{cell:.3f}':>14}" for cell in cells))
    return "\n".join(lines) + "\n"


def _speed(texts: list[str]) -> Record:
    peer = _per_minute(texts, lambda text: plain_rules.read(text, ""))
    ours = _per_minute(texts, read_document)
    return {"articles": len(texts), "nhipcau per minute": ours, "plain rules per minute": peer}


def _per_minute(texts: list[str], read: Callable[[str], object]) -> float:
    for text in texts:
        read(text)
    rounds = []
    for _ in range(3):
        start = time.perf_counter()
        for text in texts:
            read(text)
        rounds.append(len(texts) / (time.perf_counter() - start) * 60)
    return round(statistics.median(rounds))


def _memory(texts: list[str], articles: int) -> Record:
    marks: dict[str, float] = {}
    for number in range(1, articles + 1):
        read_document(texts[number % len(texts)] + f"\n{number}")
        if number in (articles // 10, articles // 2, articles):
            marks[str(number)] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
    return {"peak MB after articles": marks}


def _speed_lines(report: dict[str, Any]) -> str:
    speed, marks = report["speed"], report["memory"]["peak MB after articles"]
    lines = [f"\nspeed, one core, {speed['articles']} articles, median of 3 rounds after warm-up"]
    lines += [f"{name:26}{speed[name]:>10,}" for name in speed if name != "articles"]
    lines += ["\npeak memory, MB", *(f"after {int(number):>7,} articles{mark:>16}" for number, mark in marks.items())]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
