"""The words after ``nhipcau`` come in; the command they name runs, and its exit code goes out."""

from __future__ import annotations

import errno
import logging
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typing_extensions import override

from nhipcau import __version__
from nhipcau.cli import backup, check, demo, match, meet, people, read, register, resolve, serve, setup, take_in, user
from nhipcau.cli.exits import Exit, exit_of
from nhipcau.cli.language import commands as language_commands
from nhipcau.cli.market import concepts, digests, matches, needs, offers, plans
from nhipcau.cli.organisations import commands as organisations
from nhipcau.cli.voice import complain, speak
from nhipcau.cli.words_typed import Language
from nhipcau.facts.errors import NhipCauError, Unavailable


class Program(TyperGroup):
    """All commands; an error of our tree ends in a sentence and an exit code, never in a trace."""

    @override
    def invoke(self, ctx: Any) -> Any:
        """Run the command that was typed."""
        try:
            return super().invoke(ctx)
        except NhipCauError as error:
            complain(error)
            raise typer.Exit(exit_of(error)) from error
        except OSError as failed:
            if failed.errno == errno.EPIPE:  # whoever read our output has seen enough
                raise
            complain(Unavailable("error.system", reason=str(failed)))
            raise typer.Exit(Exit.FAILED) from failed


app = typer.Typer(
    name="nhipcau",
    cls=Program,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_show_locals=False,
    help="From a signed paper to proven results: reads agreements and keeps the register of what was promised.",
    epilog="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some inputs refused, 4 not found, 5 conflict.",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"nhipcau {__version__}")
        raise typer.Exit


@app.callback()
def program(
    language: Annotated[
        Language | None,
        typer.Option(help="Language of what is printed. Default: NHIPCAU_LANGUAGE, else the locale's, else English."),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Take what holds for every command."""
    del version  # its callback has already answered
    speak(language.value if language else None)


app.command("read")(read.read)
app.command("resolve")(resolve.resolve)
app.command("match")(match.match)
app.add_typer(meet.commands, name="meet")
app.command("import")(take_in.take_in)
app.add_typer(register.commands, name="register")
app.add_typer(organisations.commands, name="organisations")
app.add_typer(people.commands, name="people")
app.add_typer(needs.commands, name="needs")
app.add_typer(offers.commands, name="offers")
app.add_typer(matches.commands, name="matches")
app.add_typer(plans.commands, name="plans")
app.add_typer(concepts.commands, name="concepts")
app.command("digests")(digests.digests)
app.add_typer(language_commands, name="language")
app.command("setup")(setup.setup)
app.command("serve")(serve.serve)
app.add_typer(demo.commands, name="demo")
app.add_typer(user.commands, name="user")
app.command("check")(check.check)
app.command("backup")(backup.backup)
app.command("restore")(backup.restore)


def main() -> None:
    """Run the command line; output is UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    app()
