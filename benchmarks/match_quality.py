"""Judged needs and offers come in; how well we and three text engines rank them, and name what is missing, goes out.

Run ``python -m benchmarks.match_quality``. The set is our own (``benchmarks/market``): *develop* was looked at while
the weights were set, *report* never. ``each 9`` has as many right offers a need as a real market, ``each 30`` has more
than a page. The sample in ``../shared/matching`` is scored besides where it is there. Text engines rank the text, the
place and the values that are words, among offers of the need's own kind; they check no requirement.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import tantivy

from benchmarks.market.generate import HALVES, market
from benchmarks.market.scores import score
from nhipcau.engine.match.prepared import prepare_all
from nhipcau.engine.match.ranking import Shelf, rank
from nhipcau.engine.match.record import fit_record, listing_from
from nhipcau.engine.match.wording import Wording
from nhipcau.language.space import Space
from nhipcau.language.text import fold
from nhipcau.language.thesaurus.vocabulary import vocabulary
from tests import postgres

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"
SAMPLE = ROOT.parent / "shared" / "matching" / "sample"
TOP = 100
EACH = (9, 30)
PROMISE = "promised on report: nDCG@10 >= .85, broken 0, gaps >= .85 (precision and recall)"

Record = Mapping[str, Any]
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Judged:
    """One judged market."""

    name: str
    needs: Sequence[Record]
    offers: Sequence[Record]
    qrels: Sequence[Record]


def main() -> None:
    """Measure, print, keep."""
    rows = [row for judged in _markets() for row in _rows(judged)]
    report = {"taken": datetime.now(UTC).isoformat(timespec="seconds"), "promise": PROMISE, "rows": rows}
    (RESULTS / "match_quality.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    (RESULTS / "match_quality.txt").write_text(table(report), encoding="utf-8")
    sys.stdout.write(table(report))


def table(report: Mapping[str, Any]) -> str:
    """Lay the rows out."""
    lines = [f"Needs meet offers, judged, taken {report['taken']}", report["promise"], ""]
    head = ("nDCG@10", "recall@10", "other languages", "broken", "gap P", "gap R")
    lines.append(f"{'market':<22}{'method':<26}" + "".join(f"{name:>16}" for name in head))
    for row in report["rows"]:
        figures = (row[name] for name in ("ndcg", "found", "other_languages", "broken", "precision", "recall"))
        written = (f"{'-' if one is None else format(one, '.3f'):>16}" for one in figures)
        lines.append(f"{row['market']:<22}{row['method']:<26}" + "".join(written))
    return "\n".join(lines) + "\n"


def _markets() -> Iterator[Judged]:
    for half in HALVES:
        for each in EACH:
            made = market(half, each=each)
            yield Judged(f"{half}, each {each}", made.needs, made.offers, made.qrels)
    if SAMPLE.exists():
        yield Judged("sample", *(_lines(SAMPLE / f"{name}.jsonl") for name in ("needs", "offers", "qrels")))
    else:
        sys.stderr.write(f"LEFT OUT: the sample is not there ({SAMPLE})\n")


def _lines(path: Path) -> Rows:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _rows(judged: Judged) -> Iterator[dict[str, Any]]:
    for method, run in _METHODS.items():
        found = score(judged.needs, judged.offers, judged.qrels, run(judged))
        yield {"market": judged.name, "method": method, **asdict(found)}
        sys.stderr.write(f"{judged.name}, {method}: {found.ndcg:.3f}\n")


def _ours(judged: Judged, *, wording: bool) -> Rows:
    known = vocabulary()
    close = Wording(Space.shipped(), known) if wording else None
    shelf = Shelf(prepare_all(map(listing_from, judged.offers), known, close))
    needs = list(prepare_all(map(listing_from, judged.needs), known, close, sought=True))
    fits = (fit for one in rank(needs, shelf, known, top=TOP) for fit in (*one.matches, *one.near_misses))
    return [fit_record(fit, ()) for fit in fits]


def _document(record: Record) -> str:
    stated = (one.get("value") for one in record.get("attributes", record.get("requirements", ())))
    told = " ".join([record["text"], record.get("place") or "", *(one for one in stated if isinstance(one, str))])
    return " ".join(word for word in fold(told).split() if word)


def _words(record: Record) -> list[str]:
    cleaned = "".join(letter if letter.isalnum() else " " for letter in _document(record))
    return list(dict.fromkeys(cleaned.split()))


def _pairs(need: Record, hits: Iterable[tuple[str, float]]) -> Rows:
    return [{"need": need["id"], "offer": offer, "score": points} for offer, points in hits]


def _tantivy(judged: Judged) -> Rows:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("kind", tokenizer_name="raw")
    builder.add_text_field("words", tokenizer_name="whitespace")
    index = tantivy.Index(builder.build())
    writer = index.writer(50_000_000, 1)
    for offer in judged.offers:
        writer.add_document(tantivy.Document(id=[offer["id"]], kind=[offer["kind"]], words=[" ".join(_words(offer))]))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    rows: Rows = []
    for need in judged.needs:
        kind = tantivy.Query.term_query(index.schema, "kind", need["kind"])
        words = [(tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "words", word)) for word in _words(need)]
        wanted = tantivy.Query.boolean_query([
            (tantivy.Occur.Must, tantivy.Query.const_score_query(kind, 0.0)),
            (tantivy.Occur.Must, tantivy.Query.boolean_query(words)),
        ])  # fmt: skip
        hits = searcher.search(wanted, TOP).hits
        rows += _pairs(need, ((searcher.doc(address)["id"][0], points) for points, address in hits))
    return rows


def _fts5(judged: Judged) -> Rows:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE told USING fts5(id UNINDEXED, kind UNINDEXED, words)")
    base.executemany(
        "INSERT INTO told VALUES (?, ?, ?)", [(o["id"], o["kind"], " ".join(_words(o))) for o in judged.offers]
    )
    asked = "SELECT id, -bm25(told) FROM told WHERE told MATCH ? AND kind = ? ORDER BY bm25(told), id LIMIT ?"
    return [
        row
        for need in judged.needs
        for row in _pairs(
            need, base.execute(asked, [" OR ".join(f'"{word}"' for word in _words(need)), need["kind"], TOP])
        )
    ]


def _postgres(judged: Judged) -> Rows:
    address = postgres.start()
    if address is None:
        sys.stderr.write("LEFT OUT: no PostgreSQL on this machine\n")
        return []
    with psycopg.connect(address, autocommit=True) as base:
        base.execute("CREATE TEMP TABLE told(id text, kind text, words tsvector)")
        for offer in judged.offers:
            base.execute(
                "INSERT INTO told VALUES (%s, %s, to_tsvector('simple', %s))",
                [offer["id"], offer["kind"], " ".join(_words(offer))],
            )
        asked = (
            "SELECT id, ts_rank(words, wanted) AS points FROM told, CAST(%s AS tsquery) AS wanted"
            " WHERE words @@ wanted AND kind = %s ORDER BY points DESC, id LIMIT %s"
        )
        rows: Rows = []
        for need in judged.needs:
            said = " | ".join(f"'{word}'" for word in _words(need))
            rows += _pairs(need, base.execute(asked, [said, need["kind"], TOP]).fetchall())
        return rows


_METHODS: Mapping[str, Callable[[Judged], Rows]] = {
    "nhipcau": lambda judged: _ours(judged, wording=True),
    "nhipcau --no-wording": lambda judged: _ours(judged, wording=False),
    "tantivy, BM25": _tantivy,
    "SQLite FTS5, BM25": _fts5,
    "PostgreSQL, ts_rank": _postgres,
}

if __name__ == "__main__":
    main()
