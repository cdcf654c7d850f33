"""Files of needs and of offers come in; which fit, why and what is missing goes out. No database, no settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from nhipcau.cli.voice import LANGUAGE, tell
from nhipcau.engine.match.record import fit_record
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
) -> None:
    """Find the offers that fit each need, in three languages, with reasons and gaps. Needs no database."""
    # NumPy, Arrow and the compiled search load here, not with every command.
    from nhipcau.compute.market.matching import match_files  # noqa: PLC0415 -- slow import
    from nhipcau.compute.market.results import write_matches  # noqa: PLC0415 -- slow import

    rankings = match_files(needs, offers, vocabulary(), top=top)
    counted = {"needs": 0, "alone": 0}
    pairs = write_matches(_rows(rankings, counted), to)
    tell("cli.matched", needs=counted["needs"], pairs=pairs, alone=counted["alone"], file=str(to))


def _rows(rankings: Iterable[Ranking], counted: dict[str, int]) -> Iterator[list[dict[str, object]]]:
    language = LANGUAGE.get()
    for ranking in rankings:
        counted["needs"] += 1
        counted["alone"] += not ranking.matches
        yield [
            fit_record(fit, [say(part.said, language) for part in fit.parts])
            for fit in (*ranking.matches, *ranking.near_misses)
        ]
