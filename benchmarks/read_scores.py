"""The seeds and one half of the judged corpus come in; the scores of the reader go out, field by field."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nhipcau.engine.read.read import read_document
from nhipcau.engine.read.record import to_record
from nhipcau.engine.read.same_agreement import clusters
from tests.golden.judged import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nhipcau.facts.reading import Reading

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "tests" / "golden" / "corpus"
SHARED = HERE.parent.parent / "shared"
SCORER = SHARED / "reading" / "score_reading.py"
Record = dict[str, Any]


def seeds(shared: Path = SHARED) -> list[Record]:
    """Return the gold records of the seed articles with their texts; empty where the shared folder is absent."""
    records = [
        json.loads(path.read_text(encoding="utf-8")) for path in sorted((shared / "reading" / "gold").glob("*.json"))
    ]
    return [record | {"text": (shared / record["file"]).read_bytes().decode("utf-8")} for record in records]


def corpus(half: str | None) -> list[Record]:
    """Return the records of our own corpus, one half or both."""
    return load(CORPUS, half=half)


def predictions(records: Sequence[Record]) -> list[Record]:
    """Read every text and give records of one agreement one cluster key."""
    readings: list[Reading] = [read_document(record["text"]) for record in records]
    keyed = [
        replace(
            reading,
            agreements=tuple(replace(item, cluster=key) for item, key in zip(reading.agreements, keys, strict=True)),
        )
        for reading, keys in zip(readings, clusters(readings), strict=True)
    ]
    return [to_record(reading, record["id"]) for reading, record in zip(keyed, records, strict=True)]


def score(records: Sequence[Record], *, errors: int = 0, by: str | None = None) -> tuple[str, Record]:
    """Run the scorer over records and our predictions; return what it printed and its numbers."""
    return judge(records, predictions(records), errors=errors, by=by)


def judge(
    records: Sequence[Record], predicted: Sequence[Record], *, errors: int = 0, by: str | None = None
) -> tuple[str, Record]:
    """Run the scorer over records and anybody's predictions; return what it printed and its numbers."""
    with tempfile.TemporaryDirectory() as folder:
        gold, pred, out = (Path(folder) / name for name in ("gold.json", "pred.json", "out.json"))
        gold.write_text(json.dumps(list(records), ensure_ascii=False), encoding="utf-8")
        pred.write_text(json.dumps(list(predicted), ensure_ascii=False), encoding="utf-8")
        command = [sys.executable, str(SCORER), str(gold), str(pred), "--json", str(out), "--errors", str(errors)]
        command += ["--by", by] if by else []
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        numbers: Record = json.loads(out.read_text(encoding="utf-8"))
    return done.stdout, numbers


def main() -> None:
    """Print the scores of the seeds and of one half of the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["develop", "held-out", "both"], default="develop")
    parser.add_argument("--language", choices=["vi", "ko", "en"])
    parser.add_argument("--by-language", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--seeds-only", action="store_true")
    chosen = parser.parse_args()
    sets = {"seeds": seeds()}
    if not chosen.seeds_only:
        sets[chosen.half] = corpus(None if chosen.half == "both" else chosen.half)
    for name, records in sets.items():
        wanted = [record for record in records if chosen.language in (None, record["language"])]
        if not wanted:
            continue
        started = time.perf_counter()
        printed, _ = score(wanted, errors=chosen.errors, by="language" if chosen.by_language else None)
        sys.stdout.write(f"#### {name}: {len(wanted)} articles, {time.perf_counter() - started:.1f} s\n{printed}\n")


if __name__ == "__main__":
    main()
