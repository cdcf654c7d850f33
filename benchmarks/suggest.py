"""A million made-up bodies come in; how long suggestions, lists and pages take beside LIKE and trigrams goes out.

Run ``python -m benchmarks.suggest``; with ``--rows`` fewer bodies. SQLite always, PostgreSQL where Debian's programs
are there. The database is built in a scratch folder that is taken away afterwards.
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
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from tests import postgres

ROOT: Final = Path(__file__).resolve().parent.parent
_MANY: Final = 200
_FEW: Final = 12
_PROMISE_MS: Final = {"suggest": 50.0, "list": 200.0, "page": 200.0}


def main() -> None:
    """Build and measure each database in a process of its own, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        json.dump(_measured(asked.rows), sys.stdout)
        return
    for vendor in ("sqlite", "postgresql"):
        if asked.only in (None, vendor) and (result := _outside(vendor, asked.rows)) is not None:
            print(_kept(asked.rows, vendor, result))


def _kept(rows: int, vendor: str, result: dict[str, Any]) -> str:
    """Keep what was measured of one database beside what was measured of the other, and return the table."""
    results = ROOT / "benchmarks" / "results"
    kept = results / "suggest.json"
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    databases = known["databases"] if known.get("rows") == rows else {}
    found = {"rows": rows, "databases": {**databases, vendor: result}}
    kept.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    text = _table(found)
    (results / "suggest.txt").write_text(text + "\n", encoding="utf-8")
    return text


def _outside(vendor: str, rows: int) -> dict[str, Any] | None:
    folder = tempfile.mkdtemp(prefix="nhipcau-suggest-")
    environment = {**os.environ, "NHIPCAU_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "nhipcau.settings"}
    if vendor == "postgresql":
        address = postgres.start()
        if address is None:
            return None
        environment["NHIPCAU_DATABASE_URL"] = address
    words = [sys.executable, "-m", "benchmarks.suggest", "--inside", vendor, "--rows", str(rows)]
    try:
        done = subprocess.run(words, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE)
        return dict(json.loads(done.stdout))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measured(rows: int) -> dict[str, Any]:
    import django  # noqa: PLC0415 -- the settings are known only here

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 -- as above
    from django.db import connection  # noqa: PLC0415, TID251 -- the peers are questions to the database

    from benchmarks.suggest_register import write  # noqa: PLC0415

    started = time.perf_counter()
    call_command("migrate", "store", "0008", verbosity=0)
    write(rows)
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    built = time.perf_counter() - started
    peers = _peers(connection.vendor)
    return {"built_seconds": round(built), "bytes": _size(connection), "times": _times(rows, peers)}


def _size(connection: Any) -> int:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            return Path(connection.settings_dict["NAME"]).stat().st_size
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])


def _peers(vendor: str) -> dict[str, str]:
    """Return the questions of the peers: a walk with LIKE, and trigrams as each database has them."""
    from django.db import DatabaseError, connection, transaction  # noqa: PLC0415, TID251 -- the peers are questions to the database

    like = "SELECT id FROM organisations WHERE search LIKE %s ORDER BY sort, id LIMIT 10"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if vendor == "sqlite":
                cursor.execute("CREATE VIRTUAL TABLE peer USING fts5(search, tokenize='trigram', detail='full')")
                cursor.execute("INSERT INTO peer (rowid, search) SELECT rowid, search FROM organisations")
                return {"LIKE": like, "trigrams": "SELECT rowid FROM peer WHERE peer MATCH %s ORDER BY rank LIMIT 10"}
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            cursor.execute("CREATE INDEX peer ON organisations USING gin (search gin_trgm_ops)")
            return {"LIKE with pg_trgm": like}
    except DatabaseError:
        return {"LIKE": like}


def _questions(rows: int) -> dict[str, list[str]]:
    """Return what people type, kind by kind, made of names that are there."""
    from benchmarks.suggest_register import bodies  # noqa: PLC0415 -- as above
    from nhipcau.language.typed import initials  # noqa: PLC0415
    from nhipcau.programme.finding.phrases import bare  # noqa: PLC0415
    from nhipcau.programme.name_keys import folded  # noqa: PLC0415

    chance = random.Random(3)
    named = [names for _, _, names in bodies(min(rows, 50_000))]
    firms = [names[0].text for names in named if names[0].language == "vi"]
    korean = [names for names in named if names[0].language == "ko"]
    acronyms = [name.text for names in korean for name in names if name.kind == "acronym"]

    def some(texts: list[str]) -> list[str]:
        return chance.sample(texts, _MANY)

    def cut(text: str) -> str:
        return text[: chance.randint(2, len(text))]

    def slip(text: str) -> str:
        at = chance.randrange(1, len(text) - 1)
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]

    return {
        "beginning, diacritics": [cut(text) for text in some(firms)],
        "beginning, none": [folded(cut(text)) for text in some(firms)],
        "beginning without form": [cut(bare(text)) for text in some(firms)],
        "inside": [cut(bare(text).split(" ", 2)[-1] + " ") for text in some(firms)],
        "words apart": [" ".join(reversed(bare(text).split()[-3:])) for text in some(firms)],
        "a slip": [slip(bare(text)) for text in some(firms)],
        "acronym": some(acronyms),
        "Hangul": [cut(names[0].text) for names in chance.sample(korean, _MANY)],
        "Hangul initials": [initials(bare(names[0].text)) for names in chance.sample(korean, _MANY)],
        "Hangul for Latin": [names[0].text[:3] for names in chance.sample(korean, _MANY)],
        "Latin for Hangul": [bare(names[1].text) for names in chance.sample(korean, _MANY)],
        "nothing like it": ["".join(chance.choices("qwxzjf", k=9)) for _ in range(_MANY)],
        "5,000 letters": ["a b " * 1250, "x" * 5000, "%" * 5000, "가" * 5000] * 10,
    }


def _times(rows: int, peers: dict[str, str]) -> list[dict[str, Any]]:
    from nhipcau.programme.filters import SuggestQuery  # noqa: PLC0415 -- as above
    from nhipcau.store.database import DatabaseStore  # noqa: PLC0415

    reads = DatabaseStore().reads()
    found: list[dict[str, Any]] = []
    every: list[float] = []
    for kind, typed in _questions(rows).items():
        took, hits = _clocked(lambda text: reads.suggest(SuggestQuery(typed=text, kind="organisation")), typed)
        every += took
        beside = {name: _peer(statement, typed) for name, statement in peers.items()}
        found.append(_line("suggest", kind, took, hits=hits, beside=beside))
    found.append(_line("suggest", "all of these", every))
    return found + _lists(reads, rows)


def _lists(reads: Any, rows: int) -> list[dict[str, Any]]:
    from datetime import date  # noqa: PLC0415 -- as above

    from nhipcau.programme.filters import ORGANISATION_SORTS, OrganisationFilter, Paging  # noqa: PLC0415

    def second_page(sort: str) -> Any:
        first = reads.organisation_list(OrganisationFilter(), Paging(sort=sort))
        return reads.organisation_list(OrganisationFilter(), Paging(sort=sort, cursor=first.next_cursor)).items

    def searched(words: str) -> Any:
        asked = OrganisationFilter(search=tuple(words.split()))
        return reads.organisation_list(asked, Paging(sort="name")).items

    def of_country(country: str) -> Any:
        return reads.organisation_list(OrganisationFilter(country=country), Paging(sort="name")).items

    found = []
    for sort in [mark + name for name in ORGANISATION_SORTS for mark in ("", "-")]:
        took, _ = _clocked(second_page, [sort] * _FEW)
        found.append(_line("list", f"by {sort}, a page", [one / 2 for one in took]))
    for search in ("cong ty", "thep hoa phat", "an", "세라믹", "hoang long bac giang", "zzzz"):
        took, hits = _clocked(searched, [search] * _FEW)
        found.append(_line("list", f"searched for {search}", took, hits=hits))
    for country in ("KR", "LA"):
        took, _ = _clocked(of_country, [country] * _FEW)
        found.append(_line("list", f"of {country}", took))
    keys = [f"{number:013d}" for number in random.Random(5).sample(range(rows), _MANY)]
    took, _ = _clocked(lambda key: [reads.organisation_page(key, today=date(2026, 1, 1), visible_to=None)], keys)
    found.append(_line("page", "an organisation", took))
    return found


def _peer(statement: str, typed: Iterable[str]) -> list[float]:
    from django.db import connection  # noqa: PLC0415, TID251 -- the peers are questions to the database

    from nhipcau.programme.name_keys import folded  # noqa: PLC0415

    def ask(text: str) -> list[Any]:
        words = folded(text)
        asked = '"' + words + '"' if "MATCH" in statement else f"%{words}%"
        with connection.cursor() as cursor:
            cursor.execute(statement, [asked])
            return list(cursor.fetchall())

    return _clocked(ask, list(typed)[:_FEW])[0]


def _clocked(ask: Callable[[Any], Any], questions: list[Any]) -> tuple[list[float], float]:
    """Return milliseconds a question, and the share of questions that found something."""
    took, hits = [], 0
    for question in questions:
        started = time.perf_counter()
        hits += bool(ask(question))
        took.append((time.perf_counter() - started) * 1000)
    return took, hits / len(questions)


def _line(part: str, what: str, took: list[float], **more: Any) -> dict[str, Any]:
    beside = {name: _middle_and_far(times) for name, times in more.pop("beside", {}).items()}
    return {"part": part, "what": what, **_middle_and_far(took), **more, "beside": beside}


def _middle_and_far(took: list[float]) -> dict[str, float]:
    ordered = sorted(took)
    return {"p50": round(ordered[len(ordered) // 2], 2), "p95": round(ordered[int(len(ordered) * 0.95)], 2)}


def _table(found: dict[str, Any]) -> str:
    lines = [f"{found['rows']:,} made-up bodies; milliseconds, one process"]
    for vendor, result in found["databases"].items():
        size = result["bytes"] / 1e9
        lines += ["", f"{vendor}: {size:.1f} GB, built in {result['built_seconds']} s", ""]
        lines.append(f"{'':9}{'':28}{'p50':>8}{'p95':>9}{'found':>8}  promise  beside (p50 / p95)")
        for one in result["times"]:
            share = f"{one['hits']:.0%}" if "hits" in one else ""
            beside = "; ".join(f"{name} {peer['p50']:g} / {peer['p95']:g}" for name, peer in one["beside"].items())
            kept = "kept" if one["p95"] <= _PROMISE_MS[one["part"]] else "BROKEN"
            times = f"{one['p50']:8.1f}{one['p95']:9.1f}{share:>8}"
            lines.append(f"{one['part']:9}{one['what']:28}{times}  {kept:7}  {beside}".rstrip())
    return "\n".join(lines)


if __name__ == "__main__":
    main()
