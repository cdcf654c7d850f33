"""Needs or offers as they are listed come in; lines of a jsonl or csv file go out, in the shape that is taken in again.

``programme.import_items`` reads what is written here; taken in by another office, nothing of an item is lost.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from nhipcau.facts.market import Attribute, Need, Offer, Requirement
from nhipcau.programme.views import ItemRow

Row = ItemRow[Need] | ItemRow[Offer]

_BEFORE_TERMS: Final = ("id", "kind", "organisation", "language", "title", "text", "place")
_AFTER_TERMS: Final = ("concepts", "dropped", "confidential")
_STARTS_A_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
# What a term says only where it says it.
_SELDOM: Final = ("unit", "denied", "on", "evidence")


def listing_record(row: Row, *, of_source: bool = False) -> dict[str, Any]:
    """Return a need or an offer as a record; ``id`` is the office's, or (``of_source``) that of the list it is from."""
    item = row.item
    terms = item.requirements if isinstance(item, Need) else item.attributes
    record: dict[str, Any] = {
        "id": item.source_key if of_source else item.id,
        "kind": item.kind.value,
        "organisation": row.organisation_name,
        "language": item.language,
        "title": item.title,
        "text": item.text,
        "place": item.place,
        "requirements" if isinstance(item, Need) else "attributes": [_term(term) for term in terms],
    }
    more = {"concepts": list(item.concepts), "dropped": list(item.dropped), "confidential": item.confidential}
    return record | {name: value for name, value in more.items() if value}


def as_lines(records: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """Yield a line of JSON for each record."""
    for record in records:
        yield (json.dumps(record, ensure_ascii=False) + "\n").encode()


def as_table(records: Iterable[Mapping[str, Any]], terms: str) -> Iterator[bytes]:
    """Yield the head and the rows of a csv file, lists as JSON text; ``terms`` is "requirements" or "attributes".

    Nothing in it is run by a spreadsheet program: an apostrophe stands before what would start a formula.
    """
    columns = [*_BEFORE_TERMS, terms, *_AFTER_TERMS]
    yield b"\xef\xbb\xbf" + _row(columns)
    for record in records:
        yield _row([_cell(record.get(column)) for column in columns])


def _row(cells: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue().encode()


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case str():
            return f"'{value}" if _STARTS_A_FORMULA.match(value) else value
        case _:
            return json.dumps(value, ensure_ascii=False)


def _term(term: Requirement | Attribute) -> dict[str, Any]:
    said: dict[str, Any] = {"property": term.property}
    if isinstance(term, Requirement):
        said |= {"op": term.comparison.value, "value": _plain(term.value), "unit": term.unit, "must": term.must}
    else:
        said |= {"value": _plain(term.value), "unit": term.unit, "denied": term.denied, "evidence": term.evidence}
    said["on"] = term.on.isoformat() if term.on else ""
    return {name: value for name, value in said.items() if name not in _SELDOM or value}


def _plain(value: Decimal | str) -> float | int | str:
    """Return a number as JSON has it."""
    if isinstance(value, str):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
