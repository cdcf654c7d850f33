"""Published events come in; how fast each is solved to proof goes out, beside a plain CP-SAT model and printed figures.

Run ``python -m benchmarks.meet``. The instances lie in ``../shared/meetings/instances`` and are only read there. Each
is a process of its own; seconds of ours are of the processor, those of the plain model of the clock, with two workers.
``--peer`` gives the seconds of the plain model (20 by default, 60 in the published comparison). Every timetable, the
peer's too, is held against the independent checker.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from benchmarks.meet_peer import peer
from benchmarks.processes import run
from nhipcau.engine.meet.check import breaks_of_classic, check_classic
from nhipcau.engine.meet.classic import solve
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Classic, ClassicResult
from nhipcau.intake.dzn import read_dzn

ROOT: Final = Path(__file__).resolve().parent.parent
INSTANCES: Final = ROOT.parent / "shared" / "meetings" / "instances"
RESULTS: Final = ROOT / "benchmarks" / "results"
FAIRNESS: Final = 2
SECONDS: Final = 120.0
PUBLISHED: Final[Mapping[str, float]] = {
    "forum-13": 2.5,
    "forum-13crafb": 23.3,
    "forum-13crafc": 2.3,
    "forum-14": 5.1,
    "forumt-14": 0.5,
    "forumt-14crafc": 0.9,
    "forumt-14crafd": 0.4,
    "forumt-14crafe": 0.6,
    "tic-12": 0.1,
    "tic-12crafc": 0.3,
    "tic-13": 0.4,
    "tic-13crafb": 0.4,
    "tic-13crafc": 5.8,
    "tic-14crafa": 1.0,
    "tic-14crafc": 0.8,
    "tic-14crafd": 0.8,
    "ticf-13crafa": 2.2,
    "ticf-13crafb": 22.3,
    "ticf-13crafc": 3.7,
    "ticf-14crafa": 7.6,
}
"""Seconds of the best published method (MaxSAT, imp12+) on the original family, as printed in JAIR 2022."""

Row = dict[str, Any]


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", type=float, default=20.0, help="seconds of the plain model; 0: not run")
    parser.add_argument("--one", type=Path, help="measure this instance alone")
    parser.add_argument("--to", type=Path, help="where its row is written")
    wanted = parser.parse_args()
    if wanted.one:
        wanted.to.write_text(json.dumps(_measured(wanted.one, wanted.peer)), encoding="utf-8")
        return
    paths = sorted(INSTANCES.glob("*/*.dzn"))
    if not paths:
        sys.exit(f"The published instances are not there: {INSTANCES}")
    report: Row = {
        "taken": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.machine()}, {platform.system()}, {os.cpu_count()} cores",
        "fairness": FAIRNESS,
        "peer_seconds": wanted.peer,
        "rows": [],
    }
    for path in paths:
        report["rows"].append({"family": path.parent.name, "name": path.stem, **_in_a_process(path, wanted.peer)})
        (RESULTS / "meet.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
        (RESULTS / "meet.txt").write_text(table(report), encoding="utf-8")
    sys.stdout.write(table(report))


def _in_a_process(path: Path, peer_seconds: float) -> Row:
    with tempfile.TemporaryDirectory(prefix="nhipcau-bench-") as folder:
        to = Path(folder) / "row.json"
        command = [sys.executable, "-m", "benchmarks.meet", "--one", str(path), "--peer", str(peer_seconds)]
        ran = run([*command, "--to", str(to)], ROOT, seconds=4 * SECONDS + 2 * peer_seconds, memory=8 * 2**30)
        return {"ended": ran.ended} if ran.ended else dict(json.loads(to.read_text(encoding="utf-8")))


def _measured(path: Path, peer_seconds: float) -> Row:
    problem = read_dzn(path.read_bytes())
    wall, cpu = time.monotonic(), time.process_time()
    found = solve(problem, Search(elapsed=lambda: time.monotonic() - wall, seconds=SECONDS), fairness=FAIRNESS)
    row: Row = {"cpu": time.process_time() - cpu, "wall": found.seconds, **_said(problem, found)}
    if peer_seconds:
        plain = peer(problem, peer_seconds, FAIRNESS)
        row["plain"] = {"wall": plain.seconds, **_said(problem, plain)}
    return row


def _said(problem: Classic, found: ClassicResult) -> Row:
    """Return what was said of an instance; a timetable that is not what it is said to be ends the program."""
    if found.meetings:
        broken = check_classic(problem, found.meetings, FAIRNESS)
        if broken or breaks_of_classic(problem, found.meetings) != found.objective:
            sys.exit(f"a timetable breaks a rule or miscounts: {broken}")
    return {"status": found.status.value, "breaks": found.objective, "bound": found.bound}


def table(report: Row) -> str:
    """Return the rows and their sums by family, to be read."""
    head = (
        f"Published events, fairness {report['fairness']}, taken {report['taken']}, {report['machine']}\n"
        "promised: all proven, none over 30 s, the original family in <= 30 s of the processor (published best: 81 s\n"
        "on their machine)\n\n"
        f"{'instance':<28}{'ours':>12}{'breaks':>8}{'cpu s':>8}{'wall s':>8}"
        f"   {'plain CP-SAT':>13}{'breaks':>8}{'s':>7}{'published s':>14}\n"
    )
    families: dict[str, list[Row]] = {}
    for row in report["rows"]:
        families.setdefault(row["family"], []).append(row)
    return head + "".join(
        "".join(_line(row) for row in rows) + _sum(family, rows) + "\n" for family, rows in families.items()
    )


def _line(row: Row) -> str:
    if "ended" in row:
        return f"{row['name']:<28}{row['ended']:>12}\n"
    line = f"{row['name']:<28}{row['status']:>12}{_number(row['breaks']):>8}{row['cpu']:>8.2f}{row['wall']:>8.2f}   "
    if plain := row.get("plain"):
        line += f"{plain['status']:>13}{_number(plain['breaks']):>8}{plain['wall']:>7.1f}"
    published = PUBLISHED.get(row["name"].removesuffix(".original"))
    return line + (f"{published:>14.1f}" if published is not None else "") + "\n"


def _number(breaks: int | None) -> str:
    return "-" if breaks is None else str(breaks)


def _sum(family: str, rows: list[Row]) -> str:
    done = [row for row in rows if "ended" not in row]
    proven = sum(row["status"] in {"optimal", "infeasible"} for row in done)
    plain = sum(row["plain"]["status"] in {"optimal", "infeasible"} for row in done if "plain" in row)
    cpu, longest = sum(row["cpu"] for row in done), max((row["wall"] for row in done), default=0.0)
    line = f"{family}: {proven} of {len(rows)} proven, {cpu:.1f} s of the processor, the longest {longest:.1f} s; "
    return line + f"plain CP-SAT {plain} of {len(rows)}\n"


if __name__ == "__main__":
    main()
