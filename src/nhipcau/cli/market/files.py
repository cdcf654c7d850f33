"""A file of needs or of offers comes in to the office; or those that are listed go out as such a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import typer

from nhipcau.cli.exits import Exit
from nhipcau.cli.file_bytes import file_bytes
from nhipcau.cli.office import keeper, open_office
from nhipcau.cli.plain import plain
from nhipcau.cli.voice import LANGUAGE, as_json, done, line, measured, sentence, waiting
from nhipcau.facts.errors import BadInput, Unavailable
from nhipcau.facts.market import Need, Offer
from nhipcau.programme.import_items import import_items
from nhipcau.programme.views import Page
from nhipcau.report.listing_records import Row, as_lines, as_table, listing_record
from nhipcau.words.sentences import say

_SHOWN: Final = 20
_AT_ONCE: Final = 200
_TABLE: Final = ".csv"
_LINES: Final = ".jsonl"

Listed = Callable[..., Page[Any]]


def take_in(
    fact: type[Need | Offer], file: Path, *, source: str, organisation: str, demo: bool, as_json_: bool
) -> None:
    """Take a file in, and print what became of it."""
    office, actor = open_office(), keeper()
    with waiting("cli.importing"):
        data = file_bytes(file, office.limits.largest_upload)
        told = import_items(
            office, actor, fact, data, file.name, source=source, organisation_id=organisation or None, demo=demo
        )
    if as_json_:
        as_json(plain(told))
    else:
        for row, said in told.refused[:_SHOWN]:
            line("  " + sentence("cli.import-row", row=row, said=[say(said, LANGUAGE.get())]))
        if len(told.refused) > _SHOWN:
            line("  " + sentence("cli.import-more", count=len(told.refused) - _SHOWN))
        done("cli.items-imported", new=told.new, changed=told.changed, same=told.same, refused=len(told.refused))
    if told.refused:
        raise typer.Exit(Exit.SOME_REFUSED)


def write_out(ask: Listed, terms: str, to: Path, *, source: str, **wanted: Any) -> None:
    """Write what is listed to a jsonl or csv file, page by page; of a source, under the ids that it gave."""
    if to.suffix.lower() not in {_TABLE, _LINES}:
        raise BadInput("error.listings-file", file=str(to))
    counted = [0]
    records = _counted((listing_record(row, of_source=bool(source)) for row in _rows(ask, source, wanted)), counted)
    chunks = as_table(records, terms) if to.suffix.lower() == _TABLE else as_lines(records)
    _write(to, chunks)
    done("cli.items-exported", file=str(to), count=counted[0])


def _rows(ask: Listed, source: str, wanted: dict[str, Any]) -> Iterator[Row]:
    """Yield every row, the oldest first: what comes meanwhile comes at the end."""
    office, actor, cursor, seen = open_office(), keeper(), None, 0
    with measured("cli.exporting") as follow:
        while True:
            found = ask(office, actor, sort="new", limit=_AT_ONCE, cursor=cursor, **wanted)
            yield from (row for row in found.items if not source or row.item.source == source)
            seen += len(found.items)
            follow(seen, found.total)
            cursor = found.next_cursor
            if cursor is None:
                return


def _counted(records: Iterator[dict[str, Any]], counted: list[int]) -> Iterator[dict[str, Any]]:
    for record in records:
        counted[0] += 1
        yield record


def _write(to: Path, chunks: Iterator[bytes]) -> None:
    draft = to.with_name(f".{to.name}.part")
    try:
        with draft.open("wb") as file:
            file.writelines(chunks)
        draft.replace(to)
    except OSError as failed:
        raise Unavailable("error.file-unwritten", file=str(to), reason=failed.strerror) from failed
    finally:
        draft.unlink(missing_ok=True)
