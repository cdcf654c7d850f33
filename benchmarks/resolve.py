"""Made-up registers and public sets come in; how well and how fast we and three peers link them goes out.

Run ``python -m benchmarks.resolve``. Every method runs as a process of its own on the same file; what a method reaches
is kept after every run in ``benchmarks/results/resolve.json`` and ``resolve.txt``. ``--quick`` leaves out 10⁶ records.
The registers have a seed whose syllables, surnames, streets and zones nobody has developed on.
"""

from __future__ import annotations

import argparse
import json
import math
import platform
import sys
import tempfile
from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from benchmarks.processes import run
from benchmarks.public_sets import NAMES, SETS
from benchmarks.register import write
from benchmarks.resolve_scores import b_cubed, figures, pairwise

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"
SEED = 2026
SIZES = (10_000, 100_000, 1_000_000)
SHARES = (0.01, 0.1, 0.3)
MINUTES, GIB = 15, 8
OURS = "nhipcau resolve"
METHODS = {
    OURS: (),
    "Splink 5, tutorial": ("-m", "benchmarks.linkers.splink_tutorial"),
    "rapidfuzz rules": ("-m", "benchmarks.linkers.rapidfuzz_rules"),
    "GoldenMatch, docs": ("-m", "benchmarks.linkers.goldenmatch_docs"),
    "GoldenMatch, zero-config": ("-m", "benchmarks.linkers.goldenmatch_auto"),
}
PUBLIC = {
    "nhipcau": ("-m", "benchmarks.linkers.nhipcau_public"),
    "Splink 5, its demonstration": ("-m", "benchmarks.linkers.splink_public"),
}

Row = dict[str, Any]


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="10⁴ and 10⁵ records only")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--shares", type=float, nargs="*", default=SHARES, help="shares of duplicates")
    parser.add_argument("--methods", nargs="*", choices=METHODS, default=tuple(METHODS))
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--add", action="store_true", help="keep the rows of earlier runs that this run does not redo")
    parser.add_argument("--registers-only", action="store_true", help="leave the public sets out")
    wanted = parser.parse_args()
    sizes = [size for size in wanted.sizes if size < max(SIZES) or not wanted.quick]
    report = _kept() if wanted.add else _fresh()
    with tempfile.TemporaryDirectory(prefix="nhipcau-bench-") as folder:
        for row in () if wanted.registers_only else _public(Path(folder)):
            _keep(report, "public", row, ("set", "method"))
        for row in _registers(Path(folder), sizes, wanted.shares, wanted.methods, wanted.seed):
            _keep(report, "registers", row, ("seed", "records", "duplicates", "method"))
    text = table(report)
    sys.stdout.write(text)


def _fresh() -> dict[str, Any]:
    machine = f"{platform.machine()}, {platform.system()}"
    return {"taken": datetime.now(UTC).isoformat(timespec="seconds"), "machine": machine, "public": [], "registers": []}


def _kept() -> dict[str, Any]:
    file = RESULTS / "resolve.json"
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else _fresh()


def _keep(report: dict[str, Any], part: str, row: Row, key: Sequence[str]) -> None:
    """Put a row in the place of the one it redoes, and write everything down at once: a long run may be cut short."""
    same = [old for old in report[part] if [old[name] for name in key] != [row[name] for name in key]]
    report[part] = [*same, row]
    if part == "registers":
        methods = list(METHODS)
        report[part].sort(
            key=lambda old: (old["seed"], old["records"], old["duplicates"], methods.index(old["method"]))
        )
    (RESULTS / "resolve.json").write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (RESULTS / "resolve.txt").write_text(table(report), encoding="utf-8")
    sys.stderr.write(f"{row}\n")


def _public(folder: Path) -> Iterator[Row]:
    if not NAMES.exists():
        sys.stderr.write("LEFT OUT: ../shared/names is not here, so neither febrl4 nor historical 50k is measured\n")
        return
    for name, chosen in SETS.items():
        truth = dict(enumerate(chosen().truth))
        for method, words in PUBLIC.items():
            to = folder / "public.parquet"
            yield {
                "set": name,
                "method": method,
                **_measured([sys.executable, *words, name, "--to", str(to)], to, truth),
            }


def _registers(
    folder: Path, sizes: Sequence[int], shares: Sequence[float], methods: Sequence[str], seed: int
) -> Iterator[Row]:
    given_up: set[str] = set()
    for size in sizes:
        for share in sorted(shares, key=lambda share: abs(share - 0.1)):
            file = folder / "register.parquet"
            rows = pq.read_table(write(file, size, share, seed)).to_pydict()
            truth = dict(zip(rows["id"], rows["truth"], strict=True))
            for method in methods:
                row = {"seed": seed, "records": size, "duplicates": share, "method": method}
                if method in given_up:
                    yield {**row, "ended": "not tried: did not finish an easier one"}
                    continue
                to = folder / "clusters.parquet"
                measured = _measured(_command(method, file, to), to, truth)
                given_up |= {method} if measured.get("ended") and method != OURS else set()
                yield {**row, **measured}


def _command(method: str, file: Path, to: Path) -> list[str]:
    words = METHODS[method]
    if not words:
        return [str(Path(sys.executable).parent / "nhipcau"), "resolve", str(file), "--to", str(to)]
    return [sys.executable, *words, str(file), "--to", str(to)]


def _measured(command: Sequence[str], to: Path, truth: Mapping[Any, Hashable]) -> Row:
    to.unlink(missing_ok=True)
    ran = run(command, ROOT, seconds=MINUTES * 60, memory=GIB * 2**30)
    row: Row = {"seconds": round(ran.seconds, 1), "peak_mb": round(ran.peak / 2**20)}
    if ran.ended:
        return {**row, "ended": ran.ended}
    found = pq.read_table(to).to_pydict()
    clusters = dict(zip(found["id"], found["cluster"], strict=True))
    return {**row, "pairs": figures(pairwise(truth, clusters)), "b_cubed": figures(b_cubed(truth, clusters))}


def table(report: Mapping[str, Any]) -> str:
    """Return the rows of a report as a table for people."""
    head = f"{'method':28}{'P':>8}{'R':>8}{'F1':>8}{'B3 P':>9}{'B3 R':>8}{'B3 F':>8}{'seconds':>10}{'peak MB':>9}"
    lines = [f"Linkage, taken {report['taken']}, {report['machine']}; P, R, F1 over pairs of records", ""]
    groups: dict[str, list[Row]] = {}
    for row in report["public"]:
        groups.setdefault(str(row["set"]), []).append(row)
    for row in report["registers"]:
        title = f"{row['records']:,} records, {row['duplicates']:.0%} duplicates, seed {row['seed']}"
        groups.setdefault(title, []).append(row)
    for title, rows in groups.items():
        lines += [title, head, *map(_line, rows), ""]
    return "\n".join([*lines, *_curve(report["registers"])]) + "\n"


def _line(row: Row) -> str:
    if row.get("ended"):
        return (
            f"{row['method']:28}  {row['ended']} (after {row.get('seconds', 0):,.0f} s, {row.get('peak_mb', 0):,} MB)"
        )
    scores = [row[kind][name] for kind in ("pairs", "b_cubed") for name in ("precision", "recall", "f1")]
    cells = f"{scores[0]:8.4f}{scores[1]:8.4f}{scores[2]:8.4f}{scores[3]:9.4f}{scores[4]:8.4f}{scores[5]:8.4f}"
    return f"{row['method']:28}{cells}{row['seconds']:10.1f}{row['peak_mb']:9,}"


def _curve(rows: Sequence[Row]) -> list[str]:
    """Show how the cost of our command grows: its seconds against n·log n, the smallest size being 1."""
    ours = [row for row in rows if row["method"] == OURS and row["duplicates"] == 0.1 and not row.get("ended")]
    if len(ours) < 2:
        return []
    lines = [
        "how our cost grows (10% duplicates)",
        f"{'records':>10}{'seconds':>10}{'µs / record':>13}{'µs / (n·log₂n)':>16}",
    ]
    for row in ours:
        count, seconds = int(row["records"]), float(row["seconds"])
        per = seconds / count * 1e6
        lines.append(f"{count:>10,}{seconds:>10.1f}{per:>13.1f}{per / math.log2(count):>16.2f}")
    return lines


if __name__ == "__main__":
    main()
