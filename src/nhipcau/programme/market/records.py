"""The bytes of a jsonl or csv file of needs or offers come in; its records, names and values, go out."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from nhipcau.facts.errors import BadInput
from nhipcau.facts.message import Message
from nhipcau.language.encoding import decode

_LINES: Final = (".jsonl", ".ndjson")
_TABLES: Final = (".csv", ".tsv", ".txt")
# Before what a spreadsheet program would run as a formula stands an apostrophe (see ``report.listing_records``).
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")

Record = Mapping[str, object]


def records_in(data: bytes, name: str) -> Iterator[tuple[int, Record | Message]]:
    """Yield the records with their numbers, counted from 1; in the place of one that cannot be read, why.

    A file of another kind raises ``BadInput``.
    """
    ending = name[name.rfind(".") :].lower()
    if ending not in (*_LINES, *_TABLES):
        raise BadInput("error.listings-unknown-kind", name=name)
    text = decode(data).text
    return _lines(text, name) if ending in _LINES else _rows(text, name)


def _lines(text: str, name: str) -> Iterator[tuple[int, Record | Message]]:
    number = 0
    for place, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        number += 1
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            record = None
        yield (
            number,
            record if isinstance(record, dict) else Message("error.listing-line", {"line": place, "name": name}),
        )


def _rows(text: str, name: str) -> Iterator[tuple[int, Record | Message]]:
    head = text[: text.find("\n")] if "\n" in text else text
    mark = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)
    rows = iter(reader)
    number = 0
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield number, Message("error.listing-line", {"line": reader.line_num, "name": name})
            continue
        yield number, {str(key): _bare(value) for key, value in row.items() if key is not None}


def _bare(cell: str | None) -> str | None:
    return cell[1:] if cell and _GUARDED.match(cell) else cell
