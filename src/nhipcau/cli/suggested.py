"""What may be meant by words that were typed comes in; a table or JSON goes out to the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from nhipcau.cli.plain import plain
from nhipcau.cli.voice import as_json, table, tell
from nhipcau.programme.views import Suggestion


def suggested(found: Sequence[Suggestion], *, as_json_: bool) -> None:
    """Print suggestions, the likeliest first."""
    if as_json_:
        as_json(plain(list(found)))
    elif not found:
        tell("cli.found-nothing")
    else:
        rows = ((one.id, one.title, one.found or one.detail, one.country) for one in found)
        table(("id", "name", "also", "country"), rows)
