"""A spreadsheet of organisations comes in to the register; or the organisations of the register go out as a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from nhipcau.cli.exits import Exit
from nhipcau.cli.file_bytes import file_bytes
from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.register import Format
from nhipcau.cli.voice import LANGUAGE, as_json, done, err, line, measured, sentence, tell, waiting, word
from nhipcau.cli.words_typed import AsJson
from nhipcau.facts.errors import BadInput, Unavailable
from nhipcau.facts.message import Message
from nhipcau.facts.organisation_import import HowFar, Import, ImportRow
from nhipcau.programme.commit_import import commit_import
from nhipcau.programme.office import Office
from nhipcau.programme.ports import Progress
from nhipcau.programme.preview_import import preview_import
from nhipcau.programme.queries.export_register import export_register
from nhipcau.programme.queries.import_page import ImportPage, import_page, rejected_rows
from nhipcau.programme.undo_import import undo_import
from nhipcau.report.interchange import organisations_as_json
from nhipcau.words.labels import report_label
from nhipcau.words.sentences import say

_SHOWN = 20


def import_(  # noqa: PLR0913, PLR0917 -- one parameter an option
    file: Annotated[Path, typer.Argument(help="Spreadsheet: xlsx, csv or tsv.")],
    source: Annotated[str, typer.Option(help="Whose list it is; its columns are remembered under this name.")],
    map_: Annotated[
        Path | None, typer.Option("--map", help='JSON of heads and what they hold, such as {"MST": "tax-code"}.')
    ] = None,
    sheet: Annotated[str, typer.Option(help="Sheet of the workbook. Default: the first.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check the list and take nothing in.")] = False,
    rejected: Annotated[
        Path | None, typer.Option(help="Write the rows that are not taken in, with the reasons (xlsx).")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before the rows are taken in.")] = False,
    as_json_: AsJson = False,
) -> None:
    """Check a list of organisations, and take its good rows in as one import that can be undone."""
    office, actor = open_office(), keeper()
    mapping = _mapping(map_)
    with waiting("cli.reading"):
        data = file_bytes(file, office.limits.largest_upload)
        one = preview_import(office, actor, data, name=file.name, source=source, sheet=sheet, mapping=mapping)
    found = import_page(office, actor, one.id, show="error", limit=_SHOWN)
    if not as_json_:
        _show(found)
    if dry_run or not (yes or as_json_ or _asked()):
        _held_back(office, one, rejected, dry_run=dry_run, as_json_=as_json_)
        _end(found.counts.errors)
        return
    with measured("cli.importing") as follow:
        after = commit_import(replace(office, progress=_Followed(office.progress, follow)), actor, one.id)
    _write_rejected(office, after, rejected)
    counts = {name: after.counts.get(name, 0) for name in ("new", "linked", "review", "same", "rejected")}
    if as_json_:
        as_json(plain(after))
    else:
        done("cli.import-done", **counts)
        tell("cli.import-undo", id=after.id)
    _end(counts["rejected"])


@dataclass(frozen=True, slots=True)
class _Followed:
    """Tells whoever watches the terminal as well how far a work is."""

    progress: Progress
    follow: Callable[[int, int], None]

    def tell(self, key: str, how_far: HowFar, /) -> None:
        """Say how far a work is."""
        self.progress.tell(key, how_far)
        self.follow(how_far.done, how_far.total)

    def of(self, key: str, /) -> HowFar | None:
        """Return what was said last."""
        return self.progress.of(key)

    def forget(self, key: str, /) -> None:
        """Take away what was said."""
        self.progress.forget(key)


def _end(refused: int) -> None:
    """Have a script learn that some rows are not, or would not be, taken in."""
    if refused:
        raise typer.Exit(Exit.SOME_REFUSED)


def import_undo(
    import_id: Annotated[str, typer.Argument(metavar="ID", help="Id of the import.")], as_json_: AsJson = False
) -> None:
    """Take an import back; organisations that others built on stay."""
    one = undo_import(open_office(), keeper(), import_id)
    if as_json_:
        as_json(plain(one))
    elif one.kept:
        done("done.import-undone-kept", count=one.kept)
    else:
        done("done.import-undone")


def export(
    to: Annotated[Path, typer.Option(help="File to write. A known file is replaced only as a whole.")],
    format_: Annotated[Format, typer.Option("--format", help="Kind of file.")] = Format.XLSX,
) -> None:
    """Export the organisations of the register."""
    register = export_register(open_office(), keeper())
    if format_ is Format.JSON:
        data = organisations_as_json(register)
    else:
        from nhipcau.report import separated, tables, workbook  # noqa: PLC0415 -- openpyxl loads here

        label = report_label(LANGUAGE.get())
        table = tables.organisations(register, label)
        data = workbook.workbook([table], label) if format_ is Format.XLSX else separated.one(table, label)
    _write(to, data)
    done("cli.organisations-exported", file=str(to), count=len(register.organisations))


def _mapping(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as wrong:
        raise BadInput("error.map-unreadable", file=str(path)) from wrong
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        raise BadInput("error.map-unreadable", file=str(path))
    return {str(head): str(value) for head, value in said.items()}


def _show(found: ImportPage) -> None:
    for head, column in zip(found.one.heads, found.one.mapping, strict=True):
        line(f"  {head} → {word('import-column', column.value)}")
    for row in found.rows:
        for said in _said(found.one, row):
            line("  " + sentence("cli.import-row", row=row.number, said=said))
    if found.counts.errors > len(found.rows):
        line("  " + sentence("cli.import-more", count=found.counts.errors - len(found.rows)))
    counts = found.counts
    tell("cli.import-checked", rows=counts.rows, errors=counts.errors, warnings=counts.warnings)


def _said(one: Import, row: ImportRow) -> list[str]:
    return [
        (f"{one.heads[problem.column]}: " if problem.column is not None else "") + _say(problem.said)
        for problem in row.problems
    ]


def _say(message: Message) -> str:
    return say(message, LANGUAGE.get())


def _asked() -> bool:
    """Ask whoever watches; a program that says nothing takes nothing in."""
    return err().is_terminal and typer.confirm(sentence("cli.import-ask"), err=True)


def _held_back(office: Office, one: Import, rejected: Path | None, *, dry_run: bool, as_json_: bool) -> None:
    _write_rejected(office, one, rejected)
    if as_json_:
        as_json(plain(import_page(office, keeper(), one.id, show="error")))
    elif dry_run:
        tell("cli.import-dry")
    else:
        tell("cli.import-kept-back", id=one.id)


def _write_rejected(office: Office, one: Import, to: Path | None) -> None:
    if to is None:
        return
    from nhipcau.report.rejected import rejected  # noqa: PLC0415 -- openpyxl loads here

    known, rows = rejected_rows(office, keeper(), one.id)
    _write(to, rejected(known.heads, rows, report_label(LANGUAGE.get()), _say))
    tell("cli.rejected-written", file=str(to))


def _write(to: Path, data: bytes) -> None:
    draft = to.with_name(f".{to.name}.part")
    try:
        draft.write_bytes(data)
        draft.replace(to)
    except OSError as failed:
        draft.unlink(missing_ok=True)
        raise Unavailable("error.file-unwritten", file=str(to), reason=failed.strerror) from failed
