"""Message codes, tables and facts come in; lines in the reader's language and JSON go out to the terminal."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, track
from rich.table import Table

from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.errors import InvalidFields, NhipCauError
from nhipcau.facts.message import Message
from nhipcau.words.labels import label
from nhipcau.words.sentences import say

T = TypeVar("T")

LANGUAGE: ContextVar[str] = ContextVar("LANGUAGE", default="en")
_WIDE = 200  # a table that goes into a file or a pipe is not squeezed into 80 columns
_MANY = 3


def language_of_environment(environment: Mapping[str, str]) -> str:
    """Return the language that ``NHIPCAU_LANGUAGE``, else the locale, asks for; English where it is none of ours."""
    asked = environment.get("NHIPCAU_LANGUAGE") or next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), ""
    )
    return asked[:2].lower() if asked[:2].lower() in LANGUAGES else "en"


def speak(language: str | None) -> None:
    """Speak this language from now on, or the environment's where none is named."""
    LANGUAGE.set(language or language_of_environment(os.environ))


def out() -> Console:
    """Return standard output as it is now."""
    return _console(stderr=False)


def err() -> Console:
    """Return standard error as it is now."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, highlight=False, soft_wrap=True, emoji=False)
    return console if console.is_terminal else Console(stderr=stderr, highlight=False, width=_WIDE, emoji=False)


def sentence(code: str, **params: object) -> str:
    """Return a sentence in the language spoken."""
    return say(Message(code, params), LANGUAGE.get())


def word(kind: str, code: str) -> str:
    """Return the label of a code of a vocabulary."""
    return label(kind, code, LANGUAGE.get())


def tell(code: str, **params: object) -> None:
    """Print a sentence."""
    line(sentence(code, **params))


def line(text: str) -> None:
    """Print a line as it is."""
    out().print(escape(text), soft_wrap=True)


def warn(code: str, **params: object) -> None:
    """Print a sentence to standard error, as a warning."""
    err().print(f"[yellow]![/] {escape(sentence(code, **params))}", soft_wrap=True)


def done(code: str, **params: object) -> None:
    """Print that a step is done."""
    out().print(f"[green]✓[/] {escape(sentence(code, **params))}", soft_wrap=True)


def complain(error: NhipCauError, *, of: str = "") -> None:
    """Print what went wrong, and field by field where a form is wrong, to standard error; ``of`` names the input."""
    console = err()
    before = f"{escape(of)}: " if of else ""
    console.print(f"[red]✗[/] {before}{escape(say(error.message, LANGUAGE.get()))}", soft_wrap=True)
    if isinstance(error, InvalidFields):
        for field, message in error.fields.items():
            console.print(f"  {escape(field)}: {escape(say(message, LANGUAGE.get()))}", soft_wrap=True)


def as_json(value: object) -> None:
    """Print a value as JSON and nothing else."""
    out().file.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, heads: bool = True) -> None:
    """Print a table; ``columns`` are codes of the vocabulary "head"."""
    shown = Table(box=None, header_style="bold", pad_edge=False, show_header=heads)
    for column in columns:
        shown.add_column(word("head", column), overflow="fold")
    for row in rows:
        shown.add_row(*(escape("" if cell is None else str(cell)) for cell in row))
    out().print(shown)


def followed(things: Sequence[T], code: str) -> Iterator[T]:
    """Yield things one by one; where there are many and somebody watches, a bar on standard error follows."""
    console = err()
    if len(things) < _MANY or not console.is_terminal:
        yield from things
        return
    yield from track(things, description=sentence(code), console=console, transient=True)


@contextmanager
def waiting(code: str) -> Iterator[None]:
    """Show on a terminal that something takes its time."""
    console = err()
    if not console.is_terminal:
        yield
        return
    with Progress(console=console, transient=True) as progress:
        progress.add_task(sentence(code), total=None)
        yield


@contextmanager
def measured(code: str) -> Iterator[Callable[[int, int | None], None]]:
    """Yield what takes how much is done, of how much; on a terminal a bar with its percentage follows."""
    console = err()
    if not console.is_terminal:
        yield lambda _done, _total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(sentence(code), total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
