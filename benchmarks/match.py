"""Made-up offers and needs come in; how fast our index and five others build, answer and learn goes out.

Run ``python -m benchmarks.match``. Every engine runs as a process of its own on the same 1,000,000 offers
(``--size``); what it reaches is kept after every run in ``benchmarks/results/match.json`` and ``match.txt``.
All rank the offers of a kind that fail no must. "Same" is the share of the exact top 20 that an engine finds: text
engines rank by other things than matching does.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.processes import run
from tests.machine import provide

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"
SIZE, NEEDS = 1_000_000, 10_000
MINUTES, GIB = 20, 12
OURS = "nhipcau"
METHODS = {
    OURS: ("benchmarks.match_ours",),
    "reference, DuckDB": ("benchmarks.match_duckdb",),
    "tantivy, BM25": ("benchmarks.match_tantivy",),
    "tantivy, our points": ("benchmarks.match_tantivy", "--points"),
    "SQLite FTS5": ("benchmarks.match_fts5",),
    "PostgreSQL full text": ("benchmarks.match_postgres",),
}
PROMISES = (
    "promised: build <= 30 s, p95 <= 10 ms, 10,000 needs <= 45 s in <= 1,536 MB, a change <= 1 s; on two cores",
    '"all s" is the time for all needs; ~ where an engine was stopped after a minute and the rest extrapolated',
)

Row = dict[str, Any]


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=SIZE, help="how many offers")
    parser.add_argument("--needs", type=int, default=NEEDS)
    parser.add_argument("--methods", nargs="*", choices=METHODS, default=tuple(METHODS))
    parser.add_argument("--add", action="store_true", help="keep the rows of earlier runs that this run does not redo")
    wanted = parser.parse_args()
    report = _kept() if wanted.add else _fresh()
    for row in _rows(wanted.methods, wanted.size, wanted.needs):
        _keep(report, row)
    sys.stdout.write(table(report))


def _fresh() -> dict[str, Any]:
    machine = f"{platform.machine()}, {platform.system()}, {os.cpu_count()} cores"
    return {"taken": datetime.now(UTC).isoformat(timespec="seconds"), "machine": machine, "rows": []}


def _kept() -> dict[str, Any]:
    file = RESULTS / "match.json"
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else _fresh()


def _keep(report: dict[str, Any], row: Row) -> None:
    """Put a row in the place of the one it redoes, and write everything down at once: a long run may be cut short."""
    key = ("offers", "needs", "method")
    same = [old for old in report["rows"] if [old[name] for name in key] != [row[name] for name in key]]
    methods = list(METHODS)
    report["rows"] = sorted([*same, row], key=lambda one: (one["offers"], one["needs"], methods.index(one["method"])))
    (RESULTS / "match.json").write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (RESULTS / "match.txt").write_text(table(report), encoding="utf-8")
    sys.stderr.write(f"{row}\n")


def _rows(methods: Sequence[str], size: int, count: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="nhipcau-bench-") as folder:
        exact, to = Path(folder) / "exact.json", Path(folder) / "row.json"
        # The exact lists come from the first that runs, so ours is always among them.
        for method in [OURS, *(method for method in methods if method != OURS)]:
            missing = _missing(method)
            if missing:
                sys.stderr.write(f"{'!' * 20} LEFT OUT: {method}: {missing} {'!' * 20}\n")
                continue
            words = ["--size", str(size), "--needs", str(count), "--exact", str(exact), "--to", str(to)]
            command = [sys.executable, "-m", *METHODS[method], *words]
            ran = run(command, ROOT, seconds=MINUTES * 60, memory=GIB * 2**30)
            row = {"offers": size, "needs": count, "method": method, "peak_mb": round(ran.peak / 2**20)}
            measured = {"ended": ran.ended} if ran.ended else json.loads(to.read_text(encoding="utf-8"))
            yield {**row, **{name: _short(value) for name, value in measured.items()}}


def _missing(method: str) -> str:
    """Say what an engine lacks here; nothing where it can run."""
    if method.startswith("tantivy") and importlib.util.find_spec("tantivy") is None:
        return "install the extra “peers”"
    if method.startswith("PostgreSQL") and not provide("initdb", "postgresql", folders="/usr/lib/postgresql/*/bin"):
        return "no PostgreSQL"
    return ""


def _short(value: Any) -> Any:
    return float(f"{value:.4g}") if isinstance(value, float) else value


def table(report: Mapping[str, Any]) -> str:
    """Return the rows of a report as a table for people."""
    lines = [f"Needs meet offers, taken {report['taken']}, {report['machine']}", *PROMISES, ""]
    groups: dict[tuple[int, int], list[Row]] = {}
    for row in report["rows"]:
        groups.setdefault((row["offers"], row["needs"]), []).append(row)
    for (size, count), rows in groups.items():
        head = f"{'method':22}{'build s':>9}{'p50 ms':>9}{'p95 ms':>9}{'needs/s':>9}{'all s':>9}{'change s':>10}"
        lines += [f"{size:,} offers, {count:,} needs", f"{head}{'same':>7}{'peak MB':>9}", *map(_line, rows), ""]
    return "\n".join(lines)


def _line(row: Row) -> str:
    if row.get("ended"):
        return f"{row['method']:22}  {row['ended']} ({row['peak_mb']:,} MB)"
    whole = f"{'~' if row['batch'] < row['needs'] else ''}{row['whole']:,.1f}"
    changed = f"{row['changed']:.3f}" if "changed" in row else "-"
    return (
        f"{row['method']:22}{row['build']:9.1f}{row['p50']:9.1f}{row['p95']:9.1f}{row['rate']:9.1f}{whole:>9}"
        f"{changed:>10}{row['same']:7.2f}{row['peak_mb']:9,}"
    )


if __name__ == "__main__":
    main()
