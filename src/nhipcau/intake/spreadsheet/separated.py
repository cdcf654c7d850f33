"""The bytes of separated text (csv, tsv) in any encoding come in; its rows go out."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Final

from nhipcau.facts.errors import BadInput
from nhipcau.intake.spreadsheet.cells import Cells, tidy
from nhipcau.language.encoding import decode

_SEPARATORS: Final = ("\t", ";", ",", "|")
_SAMPLE: Final = 40
_SAID: Final = "sep="


def rows(data: bytes, name: str) -> Iterator[tuple[int, Cells]]:
    """Yield number and cells of every row that is not empty; raises ``BadInput`` where the quoting is broken."""
    text = decode(data).text.replace("\x00", "")
    start = 0
    if text[: len(_SAID)].lower() == _SAID:
        separator, start = text[len(_SAID) : len(_SAID) + 1] or ",", 1
        text = text.partition("\n")[2]
    else:
        separator = separator_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, cells in enumerate(reader, start=1 + start):
            tidied = tuple(map(tidy, cells))
            if any(tidied):
                yield number, tidied
    except csv.Error as broken:
        raise BadInput("error.spreadsheet-broken", name=name, row=reader.line_num) from broken


def separator_of(text: str) -> str:
    """Return the separator that parts the first lines most, and most alike; a comma where none does."""
    best, least = ",", 0.0
    sample = io.StringIO("\n".join(text[:200_000].splitlines()[:_SAMPLE]))
    lines = sample.getvalue()
    for separator in _SEPARATORS:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(lines), delimiter=separator) if row]
        except csv.Error:
            continue
        width, often = (
            Counter(width for width in widths if width > 1).most_common(1)[0] if max(widths, default=0) > 1 else (0, 0)
        )
        worth = often / max(len(widths), 1) * (1 + width / 100)
        if worth > least:
            best, least = separator, worth
    return best
