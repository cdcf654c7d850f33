"""The words after ``nhipcau organisations`` come in; the command they name runs."""

from __future__ import annotations

import typer

from nhipcau.cli.organisations import finding, lists, merging, reviewing

commands = typer.Typer(no_args_is_help=True, help="Who is who: doubtful pairs, merging organisations and parting them.")

commands.command("find")(finding.find)
commands.command("review")(reviewing.review)
commands.command("resolve")(reviewing.resolve)
commands.command("merge")(merging.merge)
commands.command("unmerge")(merging.unmerge)
commands.command("import")(lists.import_)
commands.command("import-undo")(lists.import_undo)
commands.command("export")(lists.export)
