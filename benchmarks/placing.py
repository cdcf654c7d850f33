"""A million made-up bodies come in; how long placing one new record takes, and how right it is, goes out.

Run ``python -m benchmarks.placing``; with ``--rows`` fewer bodies, with ``--postgresql`` on that database instead of
SQLite. Beside it stands the best of all names after rapidfuzz; beside the time that passed, that of the processor,
which tells how much of it other programs took. The database is built in a scratch folder that is taken
away afterwards. The seed is one that nobody has developed on.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from rapidfuzz import fuzz, process

from benchmarks.linkers.rapidfuzz_rules import THRESHOLD, folded
from benchmarks.resolve_scores import percentile
from nhipcau.facts.record import Band, Pair, Placement, Record
from tests import postgres

ROOT: Final = Path(__file__).resolve().parent.parent
RESULTS: Final = ROOT / "benchmarks" / "results"
SEED: Final = 2026
PROMISE_MS: Final = 30.0
VERDICTS: Final = ("right", "wrong", "to review", "apart")
_ASKED: Final = 500
_ASKED_OF_PEER: Final = 20

# A record and the id of the body that it is of; None where that body is not in the register.
Question = tuple[Record, str | None]


def main() -> None:
    """Build and measure in a process of its own, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        json.dump(_measured(asked.rows, asked.seed), sys.stdout)
        return
    found = _outside(["--rows", str(asked.rows), "--seed", str(asked.seed)], postgresql=asked.postgresql)
    text = table(found)
    sys.stdout.write(text)
    name = "placing-postgresql" if asked.postgresql else "placing"
    (RESULTS / f"{name}.txt").write_text(text, encoding="utf-8")
    (RESULTS / f"{name}.json").write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def _outside(words: Sequence[str], *, postgresql: bool) -> dict[str, Any]:
    folder = tempfile.mkdtemp(prefix="nhipcau-placing-")
    environment = {**os.environ, "NHIPCAU_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "nhipcau.settings"}
    if postgresql:
        address = postgres.start()
        if address is None:
            sys.exit("PostgreSQL's programs are not here")
        environment["NHIPCAU_DATABASE_URL"] = address
    command = [sys.executable, "-m", "benchmarks.placing", "--inside", *words]
    try:
        done = subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE)
        return dict(json.loads(done.stdout))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measured(rows: int, seed: int) -> dict[str, Any]:
    import django  # noqa: PLC0415 -- the settings are known only here

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 -- as above
    from django.db import connection  # noqa: PLC0415, TID251 -- which database it is

    from benchmarks.placing_register import write  # noqa: PLC0415
    from nhipcau.store.models import OrganisationName, OrganisationRow  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    started = time.perf_counter()
    asked = write(rows, seed)
    built = time.perf_counter() - started
    draw = random.Random(seed)
    known: list[Question] = [(record, body) for record, body in some(draw, asked.known)]
    new: list[Question] = [(record, None) for record in some(draw, asked.new)]
    names = dict(OrganisationName.objects.filter(position=0).values_list("organisation_id", "text").iterator())
    lines = [
        _ours("records of known bodies", known),
        _ours("records of new bodies", new),
        _ours("all of these", [*known, *new]),
        _peer("rapidfuzz over all names", known[:_ASKED_OF_PEER], names),
    ]
    count = OrganisationRow.objects.count()
    return {"rows": count, "seed": seed, "vendor": connection.vendor, "built_seconds": round(built), "lines": lines}


def some(draw: random.Random, every: Sequence[Any]) -> list[Any]:
    """Return the questions that are asked, drawn from all that there are."""
    return draw.sample(every, min(_ASKED, len(every)))


def _ours(what: str, questions: Sequence[Question]) -> dict[str, Any]:
    from nhipcau.programme.placing.placing import place_record  # noqa: PLC0415 -- the settings are known only inside
    from nhipcau.store.database import DatabaseStore  # noqa: PLC0415

    store = DatabaseStore()

    def placed(record: Record) -> Placement:
        with store.unit() as unit:
            return place_record(unit, record)

    return _line(what, questions, placed)


def _peer(what: str, questions: Sequence[Question], names: dict[str, str]) -> dict[str, Any]:
    plain = {body: folded(name) for body, name in names.items()}

    def best(record: Record) -> Placement:
        asked = folded(record.names[0])
        found = process.extractOne(asked, plain, scorer=fuzz.token_sort_ratio, score_cutoff=THRESHOLD)
        if found is None:
            return Placement(band=Band.APART)
        pair = Pair(left=record.id, right=found[2], score=found[1] / 100, band=Band.LINK)
        return Placement(band=Band.LINK, pairs=(pair,))

    return _line(what, questions, best)


def _line(what: str, questions: Sequence[Question], ask: Callable[[Record], Placement]) -> dict[str, Any]:
    took, worked, verdicts = [], [], Counter[str]()
    for record, body in questions:
        started, working = time.perf_counter(), time.process_time()
        placement = ask(record)
        took.append((time.perf_counter() - started) * 1000)
        worked.append((time.process_time() - working) * 1000)
        verdicts[verdict(placement, body)] += 1
    times = {name: round(percentile(took, share), 2) for name, share in (("p50", 0.5), ("p95", 0.95), ("most", 1.0))}
    times["cpu_p95"] = round(percentile(worked, 0.95), 2)
    return {"what": what, "asked": len(questions), **times, **{name: verdicts[name] for name in VERDICTS}}


def verdict(placement: Placement, body: str | None) -> str:
    """Say how right a placement is: "wrong" is a link to another body; "to review" is that a person decides.

    A pair of records that is not offered to the person though it is one is "apart", as if nothing had been found.
    """
    right = [pair.right for pair in placement.pairs]
    if placement.band is Band.LINK:
        return "right" if right[:1] == [body] else "wrong"
    if placement.band is Band.REVIEW and (body is None or body in right):
        return "to review"
    return "right" if body is None else "apart"


def table(found: dict[str, Any]) -> str:
    """Return what was found as a table for people."""
    head = f"{'':28}{'asked':>7}{'p50':>9}{'p95':>9}{'most':>9}{'cpu p95':>9}  promise"
    what = f"{found['rows']:,} made-up bodies in {found['vendor']}, seed {found['seed']}"
    how = f"built in {found['built_seconds']} s; milliseconds to place one record, one process"
    lines = [f"{what}, {how}", "", head + "".join(f"{name:>11}" for name in VERDICTS)]
    for one in found["lines"]:
        kept = "kept" if one["p95"] <= PROMISE_MS else "BROKEN"
        times = f"{one['p50']:9.1f}{one['p95']:9.1f}{one['most']:9.1f}{one['cpu_p95']:9.1f}"
        verdicts = "".join(f"{one[name] / max(one['asked'], 1):>11.1%}" for name in VERDICTS)
        lines.append(f"{one['what']:28}{one['asked']:>7}{times}  {kept:7}{verdicts}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
