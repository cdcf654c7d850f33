"""A file of aligned lines comes in; the lines go out, in the order of the space's languages."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

from nhipcau.facts.errors import BadInput
from nhipcau.language.encoding import decode

_LANGUAGES: Final = ("vi", "ko", "en")
_HALF: Final = "half"
_MOST: Final = 20_000


def aligned(path: Path, half: str | None = None) -> tuple[tuple[str, str, str], ...]:
    """Return the lines of a tab-separated file that say something in two languages at least.

    The first line names the columns vi, ko and en in any order, others are passed over; without it the columns are in
    this order. With ``half`` only lines whose column "half" says so are taken.
    """
    csv.field_size_limit(_MOST)
    try:
        rows = list(csv.reader(decode(path.read_bytes()).text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    except csv.Error as wrong:
        raise BadInput("error.not-aligned-lines", file=path.name) from wrong
    heads = [head.strip().lower() for head in rows[0]] if rows else []
    if len(set(_LANGUAGES) & set(heads)) > 1:
        rows = rows[1:]
    else:
        heads = list(_LANGUAGES)
    if half is not None:
        if _HALF not in heads:
            raise BadInput("error.no-half", file=path.name)
        rows = [row for row in rows if _cell(row, heads, _HALF) == half]
    lines = [(_cell(row, heads, "vi"), _cell(row, heads, "ko"), _cell(row, heads, "en")) for row in rows]
    return tuple(line for line in lines if sum(map(bool, line)) > 1)


def _cell(row: list[str], heads: list[str], name: str) -> str:
    place = heads.index(name) if name in heads else len(row)
    return row[place].strip() if place < len(row) else ""
