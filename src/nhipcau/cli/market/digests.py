"""Nothing comes in; who wants to be told of new matches by mail, and is due, is written to."""

from __future__ import annotations

import typer

from nhipcau.cli.exits import Exit
from nhipcau.cli.office import open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.voice import as_json, done
from nhipcau.cli.words_typed import AsJson
from nhipcau.programme.send_digests import send_digests
from nhipcau.words.digest import digest


def digests(as_json_: AsJson = False) -> None:
    """Send the letters about new matches that are due; to be called every morning."""
    told = send_digests(open_office(), digest)
    if as_json_:
        as_json(plain(told))
    else:
        done("cli.digests", sent=told.sent, quiet=told.quiet, failed=told.failed)
    if told.failed:
        raise typer.Exit(Exit.SOME_REFUSED)
