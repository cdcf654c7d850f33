"""csv or Parquet files of records come in; which of them are one organisation goes out. No database, no settings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nhipcau.cli.voice import tell
from nhipcau.engine.resolve.weights import DEFAULT_BANDS
from nhipcau.facts.errors import BadInput
from nhipcau.facts.record import Bands


def resolve(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="csv or Parquet files with the columns id and name, and any of: kind, country, language, acronym, "
            "identifier, address, place, phone, domain, people. Several values of one cell are parted by |.",
            exists=True,
            dir_okay=False,
            show_default=False,
        ),
    ],
    to: Annotated[
        Path, typer.Option(help="Where the columns id and cluster are written: .parquet or .csv.", show_default=False)
    ],
    review: Annotated[
        Path | None, typer.Option(help="Where the doubtful pairs are written, with score and reasons.")
    ] = None,
    link: Annotated[
        float, typer.Option(help="Pairs with at least this probability are joined.", min=0.5, max=0.9999999)
    ] = DEFAULT_BANDS.link,
    doubt: Annotated[
        float, typer.Option(help="Pairs with at least this probability are doubtful.", min=0.01, max=0.9999999)
    ] = DEFAULT_BANDS.review,
    spark: Annotated[
        str | None,
        typer.Option(
            help="Address of a Spark cluster, such as spark://host:7077, that scores the pairs instead of DuckDB."
        ),
    ] = None,
) -> None:
    """Find out which records are one organisation. Needs no database; nothing leaves this computer."""
    if doubt > link:
        raise BadInput("error.thresholds-crossed", link=link, review=doubt)
    # DuckDB, Arrow and Splink load here, not with every command.
    from nhipcau.compute.resolve import resolve_files  # noqa: PLC0415 -- slow import

    outcome = resolve_files(files, to, review, Bands(link=link, review=doubt), spark=spark)
    tell(
        "cli.resolved",
        records=outcome.records,
        clusters=outcome.clusters,
        doubtful=outcome.doubtful,
        file=str(to),
    )
