"""Words that were typed come in; organisations that may be meant go out."""

from __future__ import annotations

from typing import Annotated

import typer

from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.suggested import suggested
from nhipcau.cli.words_typed import AsJson
from nhipcau.programme.queries.suggest_organisations import suggest_organisations


def find(
    words: Annotated[list[str], typer.Argument(help="Any of its names, an acronym, or how it sounds.")],
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many at most.")] = 10,
    as_json_: AsJson = False,
) -> None:
    """Find organisations by any name in any of the three languages, with or without diacritics, or with a slip."""
    suggested(suggest_organisations(open_office(), keeper(), " ".join(words), limit=limit), as_json_=as_json_)
