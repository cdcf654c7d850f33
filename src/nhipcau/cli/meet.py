"""A file of an event comes in; its timetable, proven where it says so, goes out; or a repaired one. No database."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

import typer
from typer.core import TyperGroup
from typing_extensions import override

from nhipcau.cli.file_bytes import file_bytes
from nhipcau.cli.voice import LANGUAGE, line, measured, sentence, tell
from nhipcau.facts.errors import BadInput
from nhipcau.facts.event_file import EventFile
from nhipcau.facts.message import Message
from nhipcau.facts.scheduling import Schedule, Status

if TYPE_CHECKING:
    from nhipcau.engine.meet.search import Search

_LARGEST: Final = 64 * 1024 * 1024
_MORE_SECONDS: Final = 20.0
_TOLD: Final = 20

To = Annotated[
    Path,
    typer.Option(help="Where the timetable is written: .json, or .xlsx to be read by people.", show_default=False),
]
Seconds = Annotated[float, typer.Option(help="How long to look for a better one; Ctrl+C keeps the best.", min=0.1)]
Seed = Annotated[int, typer.Option(help="The same seed gives the same timetable where time did not end the search.")]
Fairness = Annotated[
    int | None,
    typer.Option(help="How far the breaks of two participants may differ.", min=0, show_default=False),
]


class _FileOrCommand(TyperGroup):
    """A group whose first word is a file to solve unless it is the name of a command."""

    @override
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command's name before a file, so that ``meet FILE`` and ``meet repair FILE`` both read well."""
        if args and args[0] not in self.commands and args[0] not in {"-h", "--help"}:
            args = ["solve", *args]
        return super().parse_args(ctx, args)


commands = typer.Typer(
    cls=_FileOrCommand,
    no_args_is_help=True,
    help="Make the timetable of an event, or repair one: nhipcau meet EVENT.json --to timetable.json",
)


@commands.command("solve")
def solve(
    event: Annotated[
        Path,
        typer.Argument(help="An event as .json, or a published instance as .dzn.", exists=True, dir_okay=False),
    ],
    to: To,
    seconds: Seconds = 60.0,
    seed: Seed = 1,
    fairness: Fairness = None,
) -> None:
    """Make the timetable of an event: who meets whom, when, where, with which interpreter, and why others do not."""
    data = file_bytes(event, _LARGEST)
    made = _classic if event.suffix.lower() == ".dzn" else _real
    record = made(data, _until_told(seconds, seed), fairness)
    # Written before anything is said: whoever reads the words may have enough of them.
    _write(to, record)
    _tell(record)


@commands.command("repair")
def repair(
    timetable: Annotated[
        Path, typer.Argument(help="A timetable that `nhipcau meet` wrote.", exists=True, dir_okay=False)
    ],
    to: To,
    absent: Annotated[
        list[str],
        typer.Option(
            metavar="NAME[@FROM/TO]",
            help="Who is away: a firm, one of its people or an interpreter; all the time, or from one moment to "
            "another (ISO 8601; either may be left out).",
            show_default=False,
        ),
    ],
    seconds: Seconds = 5.0,
) -> None:
    """Repair a timetable: what nobody's absence touches stays where it is, and freed slots go to those who wait."""
    from nhipcau.intake.event_file import absent as without  # noqa: PLC0415 -- as the engine, only with this command
    from nhipcau.intake.event_file import read_event_file  # noqa: PLC0415 -- as above
    from nhipcau.programme.events.scheduling import repaired  # noqa: PLC0415 -- OR-Tools takes a second to load
    from nhipcau.report.timetable_file import timetable_record  # noqa: PLC0415 -- as above

    record = _timetable(file_bytes(timetable, _LARGEST))
    kept = {**record["event"], "keep": record["timetable"]}
    event = read_event_file(json.dumps(kept).encode())
    for one in absent:
        event = without(event, *_away(one))
    with _until_told(seconds, 1) as search:
        found = repaired(event.problem, search)
    changed = {**timetable_record(event, found, (), _said), "event": record["event"]}
    changed["moved"], changed["gone"] = _changes(record["timetable"], changed["timetable"])
    _write(to, changed)
    tell("cli.meet-repaired", moved=changed["moved"], gone=changed["gone"], meetings=len(changed["timetable"]))


Searching: TypeAlias = "AbstractContextManager[Search]"


@contextmanager
def _until_told(seconds: float, seed: int) -> Iterator[Search]:
    """Yield a search that ends with its time or at Ctrl+C, whichever comes first; the best so far is kept.

    The time begins when it is entered: by then all that a solver needs is loaded.
    """
    from nhipcau.engine.meet.search import Search  # noqa: PLC0415 -- as above

    started, stopped = time.monotonic(), []
    before = signal.signal(signal.SIGINT, lambda *_: stopped.append(True))
    try:
        yield Search(elapsed=lambda: time.monotonic() - started, seconds=seconds, stop=lambda: bool(stopped), seed=seed)
    finally:
        signal.signal(signal.SIGINT, before)


def _classic(data: bytes, searching: Searching, fairness: int | None) -> dict[str, Any]:
    from nhipcau.engine.meet.classic import solve as solve_classic  # noqa: PLC0415 -- PySAT loads with it
    from nhipcau.intake.dzn import read_dzn  # noqa: PLC0415 -- as above
    from nhipcau.report.timetable_file import classic_record  # noqa: PLC0415 -- as above

    with searching as search, measured("cli.meet-solving") as seen:
        found = solve_classic(
            read_dzn(data), search, fairness=fairness, tell=lambda best, bound: seen(bound, best or None)
        )
    return classic_record(found, _said)


def _real(data: bytes, searching: Searching, fairness: int | None) -> dict[str, Any]:
    from nhipcau.intake.event_file import read_event_file  # noqa: PLC0415 -- as above
    from nhipcau.programme.events.scheduling import schedule  # noqa: PLC0415 -- OR-Tools takes a second to load
    from nhipcau.report.timetable_file import timetable_record  # noqa: PLC0415 -- as above

    event = read_event_file(data)
    if fairness is not None:
        event = replace(event, problem=replace(event.problem, fairness=fairness))
    with searching as search:
        with measured("cli.meet-solving") as seen:
            found = schedule(event.problem, replace(search, tell=_watching(event, seen)))
        more = _more(event, found, search)
    return timetable_record(event, found, more, _said)


def _said(message: Message) -> str:
    return sentence(message.code, **message.params)


def _watching(event: EventFile, seen: Callable[[int, int | None], None]) -> Callable[[Schedule], None]:
    return lambda better: seen(len(better.placed), len(event.problem.wanted))


def _more(event: EventFile, found: Schedule, search: Search) -> Any:
    """Say what one more of a resource would grant, in a time of its own; nothing where all is granted or stopped."""
    from nhipcau.engine.meet.one_more import one_more  # noqa: PLC0415 -- as above

    if not found.not_placed or search.stop():
        return ()
    began = search.elapsed()
    seconds = min(_MORE_SECONDS, search.seconds)
    return one_more(
        event.problem, found.placed, replace(search, elapsed=lambda: search.elapsed() - began, seconds=seconds)
    )


def _tell(record: dict[str, Any]) -> None:
    """Say what was found, what clashes, and of the first that are not granted why not."""
    status = Status(record["status"])
    known = status in {Status.OPTIMAL, Status.FEASIBLE}
    if not known:
        tell(f"cli.meet-{status}")
    elif "timetable" in record:
        tell(f"cli.meet-event-{status}", granted=len(record["timetable"]), wanted=len(record["meetings"]))
    else:
        tell(f"cli.meet-published-{status}", breaks=record["objective"], bound=record["bound"])
    for clash in record["conflict"]:
        line(f"  {clash['said']}")
    for one in record.get("not_granted", ())[:_TOLD]:
        line(f"  {' – '.join(one['firms'])}: {one['said']}")


def _away(typed: str) -> tuple[str, datetime | None, datetime | None]:
    name, _, span = typed.partition("@")
    starts, _, ends = span.partition("/")
    try:
        first, last = (datetime.fromisoformat(one) if one else None for one in (starts, ends))
    except ValueError as failed:
        raise BadInput("error.absent-malformed", typed=typed) from failed
    if any(one is not None and one.tzinfo is None for one in (first, last)) or not name:
        raise BadInput("error.absent-malformed", typed=typed)
    return name, first, last


def _timetable(data: bytes) -> dict[str, Any]:
    try:
        record = json.loads(data)
    except (UnicodeDecodeError, ValueError, RecursionError) as failed:
        raise BadInput("error.event-file-not-json") from failed
    if not isinstance(record, dict) or not isinstance(record.get("event"), dict) or "timetable" not in record:
        raise BadInput("error.not-a-timetable")
    return record


def _changes(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> tuple[int, int]:
    """Return how many meetings lie elsewhere now, and how many are no more."""
    now = {one["meeting"]: (one["slot"], one["room"]) for one in after}
    lying = [(one["meeting"], (one["slot"], one["room"])) for one in before]
    return sum(now.get(number, place) != place for number, place in lying), sum(
        number not in now for number, _ in lying
    )


def _write(to: Path, record: dict[str, Any]) -> None:
    if to.suffix.lower() == ".xlsx":
        from nhipcau.report.timetable_tables import timetable_tables  # noqa: PLC0415 -- openpyxl takes a moment
        from nhipcau.report.workbook import workbook  # noqa: PLC0415 -- as above
        from nhipcau.words.labels import report_label  # noqa: PLC0415 -- as above

        label = report_label(LANGUAGE.get())
        to.write_bytes(workbook(timetable_tables(record, label), label))
    else:
        to.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    line(sentence("cli.meet-written", file=str(to)))
