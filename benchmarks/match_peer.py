"""A search engine, a market's size and needs come in; how fast it builds, answers and learns goes out as JSON.

Every engine runs as a process of its own: ``python -m benchmarks.match_tantivy --size 100000 --to row.json``.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np

from benchmarks.match_listings import needs, offers
from nhipcau.engine.match.query import Item, Query, Slot

THREADS = 2
_SINGLE, _SECONDS, _AT_A_TIME = 400, 60.0, 100
_CHANGED = 10


class Searcher(Protocol):
    """What is measured. ``ask`` gives ids, the best first, and may be called from several threads."""

    def build(self, items: Iterable[Item]) -> None:
        """Take in a market."""
        ...

    def ask(self, query: Query) -> list[str]:
        """Return the matches of a need."""
        ...

    def ask_many(self, queries: Sequence[Query]) -> Iterable[list[str]]:
        """Return the matches of many needs."""
        ...


@runtime_checkable
class Changing(Protocol):
    """A searcher that can take in one offer, new or otherwise; it can be found on return."""

    def ask(self, query: Query) -> list[str]:
        """Return the matches of a need."""
        ...

    def change(self, item: Item) -> None:
        """Take the offer in."""
        ...


def in_threads(ask: Callable[[Query], list[str]], queries: Sequence[Query]) -> Iterator[list[str]]:
    """Ask many needs by asking each, on as many threads as there are cores here."""
    with ThreadPoolExecutor(THREADS) as pool:
        yield from pool.map(ask, queries)


def main(made: Callable[[Path], Searcher], folder: Path) -> None:
    """Measure a searcher that keeps its files in ``folder``, and write the row."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, required=True)
    parser.add_argument("--needs", type=int, required=True)
    parser.add_argument("--exact", type=Path, help="where the exact lists are; written by the first engine")
    parser.add_argument("--to", type=Path, required=True)
    words = parser.parse_args()
    row = measured(made(folder), words.size, words.needs, words.exact)
    words.to.write_text(json.dumps(row), encoding="utf-8")


def measured(searcher: Searcher, size: int, count: int, exact: Path) -> dict[str, Any]:
    """Build, ask one by one, ask many, change; a part that takes more than a minute is measured on fewer needs."""
    drawing = _seconds(lambda: sum(1 for _ in offers(size)))
    row: dict[str, Any] = {"build": _seconds(lambda: searcher.build(offers(size))) - drawing}
    asked = list(needs(count))
    searcher.ask(asked[0])
    single = list(_until(_one_by_one(searcher, asked[:_SINGLE])))
    times = [seconds * 1000 for seconds, _ in single]
    row |= {"asked": len(single), "p50": float(np.percentile(times, 50)), "p95": float(np.percentile(times, 95))}
    row["same"] = _same([ids for _, ids in single], exact)
    started, done = time.perf_counter(), 0
    for part in _parts(asked):
        done += sum(1 for _ in searcher.ask_many(part))
        if time.perf_counter() - started > _SECONDS:
            break
    took = time.perf_counter() - started
    row |= {"batch": done, "rate": done / took, "whole": took / done * count}
    return row | ({"changed": max(_changes(searcher, size))} if isinstance(searcher, Changing) else {})


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _one_by_one(searcher: Searcher, asked: Sequence[Query]) -> Iterator[tuple[float, list[str]]]:
    for query in asked:
        started = time.perf_counter()
        ids = searcher.ask(query)
        yield time.perf_counter() - started, ids


def _until(rows: Iterator[tuple[float, list[str]]]) -> Iterator[tuple[float, list[str]]]:
    started = time.perf_counter()
    for row in rows:
        yield row
        if time.perf_counter() - started > _SECONDS:
            return


def _parts(asked: Sequence[Query]) -> Iterator[list[Query]]:
    waiting = iter(asked)
    while part := list(islice(waiting, _AT_A_TIME)):
        yield part


def _same(lists: Sequence[Sequence[str]], exact: Path) -> float:
    """Return how much of the exact lists was found; the first engine's lists are the exact ones."""
    if not exact.exists():
        exact.write_text(json.dumps(lists), encoding="utf-8")
    right = json.loads(exact.read_text(encoding="utf-8"))
    shares = [len({*found} & {*known}) / len(known) for found, known in zip(lists, right, strict=False) if known]
    return math.fsum(shares) / len(shares)


def _changes(searcher: Changing, size: int) -> Iterator[float]:
    """Change an offer, and ask for the one thing that only it has."""
    for number, query in enumerate(needs(_CHANGED, seed=99)):
        term = f"news-{number}"
        asked = replace(query, slots=(Slot(about=term, alternatives=((term, 1000),)),), limits=())
        one = next(offers(1))
        id_ = f"offer-{number * (size // _CHANGED):07}"
        wanted = replace(one, id=id_, kind=query.kind, terms=one.terms | {term})
        started = time.perf_counter()
        searcher.change(wanted)
        if searcher.ask(asked) != [id_]:
            raise SystemExit(f"{id_} is not found after the change")
        yield time.perf_counter() - started
