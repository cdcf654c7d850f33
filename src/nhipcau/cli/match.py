"""Files of needs and of offers come in; which fit, why and what is missing goes out. No database, no settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from nhipcau.cli.voice import LANGUAGE, measured, tell
from nhipcau.engine.match.prepared import Prepared
from nhipcau.engine.match.record import fit_record
from nhipcau.engine.match.wording import Wording
from nhipcau.facts.matching import Ranking
from nhipcau.language.thesaurus.vocabulary import vocabulary
from nhipcau.words.sentences import say


def match(
    needs: Annotated[
        Path,
        typer.Argument(
            help="Needs: .jsonl, .csv or .parquet with id, kind, language, text, place, requirements.",
            exists=True,
            dir_okay=False,
            show_default=False,
        ),
    ],
    offers: Annotated[
        Path,
        typer.Argument(
            help="Offers: .jsonl, .csv or .parquet with id, kind, language, text, place, attributes.",
            exists=True,
            dir_okay=False,
            show_default=False,
        ),
    ],
    to: Annotated[
        Path, typer.Option(help="Where the pairs are written: .jsonl, .csv or .parquet.", show_default=False)
    ],
    top: Annotated[int, typer.Option(help="Matches, and near misses, wanted for each need.", min=1, max=1000)] = 20,
    wording: Annotated[
        bool,
        typer.Option(
            help="Compare the wording too where no known concept stands in a text. Without it a million offers take "
            "minutes instead of an hour, and less is found across languages."
        ),
    ] = True,
) -> None:
    """Find the offers that fit each need, in three languages, with reasons and gaps. Needs no database."""
    # NumPy, Arrow and the compiled search load here, not with every command.
    from nhipcau.compute.market.matching import match_files  # noqa: PLC0415 -- slow import
    from nhipcau.compute.market.results import write_matches  # noqa: PLC0415 -- slow import
    from nhipcau.language.space import Space  # noqa: PLC0415 -- slow import

    known = vocabulary()
    closeness = Wording(Space.shipped(), known) if wording else None
    counted = {"needs": 0, "alone": 0}
    with measured("cli.reading-offers") as seen:
        rankings = match_files(needs, offers, known, closeness, top=top, watch=partial(_watch, seen))
        pairs = write_matches(_rows(rankings, counted), to)
    tell("cli.matched", needs=counted["needs"], pairs=pairs, alone=counted["alone"], file=str(to))


def _watch(seen: Callable[[int, int | None], None], offers: Iterator[Prepared]) -> Iterator[Prepared]:
    for number, offer in enumerate(offers, start=1):
        if number % 1000 == 0:
            seen(number, None)
        yield offer


def _rows(rankings: Iterable[Ranking], counted: dict[str, int]) -> Iterator[list[dict[str, object]]]:
    language = LANGUAGE.get()
    for ranking in rankings:
        counted["needs"] += 1
        counted["alone"] += not ranking.matches
        yield [
            fit_record(fit, [say(part.said, language) for part in fit.parts])
            for fit in (*ranking.matches, *ranking.near_misses)
        ]
