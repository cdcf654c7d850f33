"""Pairs of one firm's names in two scripts come in; how often the right one is found beside a plain baseline goes out.

Run ``python -m benchmarks.names PAIRS.tsv`` with a Korean name, a tab and the English name on each line; the names in
``--among FILE``, one a line, are candidates besides. The baseline romanises and compares by edits (indel).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from nhipcau.language.organisation_names import NameIndex
from nhipcau.language.romanise import romanise
from nhipcau.language.text import fold

_LATIN = re.compile("[a-z0-9]+")
_MOST = 10

Ranker = Callable[[str], list[int]]


def main() -> None:
    """Measure and print a table; ``--json`` keeps the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--among", type=Path, help="more candidates, one a line")
    parser.add_argument("--json", type=Path, help="where to keep the figures")
    wanted = parser.parse_args()
    pairs = [(line[0], line[1]) for line in _lines(wanted.pairs) if len(line) > 1]
    others = [line[0] for line in _lines(wanted.among)] if wanted.among else []
    candidates = list(dict.fromkeys([english for _, english in pairs] + others))
    report: dict[str, object] = {"pairs": len(pairs), "candidates": len(candidates)}
    sys.stdout.write(f"{len(pairs)} names among {len(candidates)}\n{'':24}recall@1  recall@10   ms a name\n")
    for name, make in (("name index", _index), ("romanised + indel", _baseline)):
        report[name] = figures = _measure(make(candidates), pairs, candidates)
        sys.stdout.write(f"{name:24}{figures['@1']:>8.3f}{figures['@10']:>11.3f}{figures['ms']:>12.2f}\n")
    if wanted.json:
        wanted.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")


def _lines(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _index(candidates: Sequence[str]) -> Ranker:
    index = NameIndex(candidates)
    return lambda name: [at for at, _ in index.rank(name, _MOST)]


def _baseline(candidates: Sequence[str]) -> Ranker:
    keys = [_plain(candidate) for candidate in candidates]

    def rank(name: str) -> list[int]:
        return [at for _, _, at in extract(_plain(name), keys, scorer=Indel.normalized_similarity, limit=_MOST)]

    return rank


def _plain(name: str) -> str:
    return "".join(_LATIN.findall(fold(romanise(name))))


def _measure(rank: Ranker, pairs: Sequence[tuple[str, str]], candidates: Sequence[str]) -> dict[str, float]:
    first = within = 0
    began = time.perf_counter()
    for korean, english in pairs:
        found = [candidates[at] for at in rank(korean)]
        first += found[:1] == [english]
        within += english in found
    took = time.perf_counter() - began
    return {"@1": first / len(pairs), "@10": within / len(pairs), "ms": took / len(pairs) * 1000}


if __name__ == "__main__":
    main()
