"""A register comes in; what a careful script with rapidfuzz makes of it goes out.

Names are folded and their legal forms dropped. Records meet on the digits of the identifier, of the telephone, or on
the first letters of the name within a place; they are one when the best of their names have a token_sort_ratio of at
least ``THRESHOLD``, which was chosen for the best F1 on the register of the development seed.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from rapidfuzz import fuzz, process

from benchmarks.linkers.files import Joined, run

THRESHOLD = 96
_LETTERS = 5
_MOST_IN_A_BLOCK = 300
_CHUNK = 500_000
_FORMS = re.compile(
    r"\b(c ?ong ty|c ?ty|ct|tnhh|trach nhiem huu han|mtv|1tv|mot thanh vien|co phan|cp|ctcp|dntn|doanh nghiep tu nhan|"
    r"company|limited|co|ltd|jsc|j s c|joint stock|corp|corporation|inc|one member|single member liability)\b|"
    r"주식회사|유한회사|㈜|\(주\)|\(유\)"
)
_NO_WORD = re.compile(r"[\W_]+")

Entry = tuple[int, str]


def folded(name: str) -> str:
    """Drop diacritics, case, punctuation and legal forms."""
    marks = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    bare = unicodedata.normalize("NFC", "".join(letter for letter in marks if not 0x300 <= ord(letter) <= 0x36F))
    return " ".join(_FORMS.sub(" ", _NO_WORD.sub(" ", _FORMS.sub(" ", bare))).split())


def link(file: Path, threshold: int = THRESHOLD) -> pa.Table:
    """Block, compare, join."""
    rows = pq.read_table(file, columns=["id", "name", "identifier", "place", "phone"]).to_pydict()
    joined = Joined(list(range(len(rows["id"]))))
    for chunk in _chunks(_candidates(rows)):
        left, right = zip(*chunk, strict=True)
        ratios = process.cpdist(
            [name for _, name in left], [name for _, name in right], scorer=fuzz.token_sort_ratio, workers=-1
        )
        joined.join((left[at][0], right[at][0]) for at in np.flatnonzero(ratios >= threshold))
    clusters = [rows["id"][joined.root(number)] for number in range(len(rows["id"]))]
    return pa.table({"id": rows["id"], "cluster": clusters})


def _candidates(rows: dict[str, list[Any]]) -> Iterator[tuple[Entry, Entry]]:
    blocks: dict[str, list[Entry]] = defaultdict(list)
    columns = zip(rows["name"], rows["identifier"], rows["place"], rows["phone"], strict=True)
    for number, (name, identifier, place, phone) in enumerate(columns):
        for part in map(folded, name.split("|")):
            for key in _keys(part, identifier, place, phone):
                blocks[key].append((number, part))
    for block in blocks.values():
        if len(block) <= _MOST_IN_A_BLOCK:
            yield from (pair for pair in itertools.combinations(block, 2) if pair[0][0] != pair[1][0])


def _keys(part: str, identifier: str | None, place: str | None, phone: str | None) -> Iterator[str]:
    if identifier:
        yield "i" + re.sub(r"\D", "", identifier)
    if phone:
        yield "t" + re.sub(r"\D", "", phone)[-8:]
    if place and part:
        yield f"n{part.replace(' ', '')[:_LETTERS]} {folded(place)}"


def _chunks(pairs: Iterator[tuple[Entry, Entry]]) -> Iterator[list[tuple[Entry, Entry]]]:
    while chunk := list(itertools.islice(pairs, _CHUNK)):
        yield chunk


if __name__ == "__main__":
    run(link, __doc__)
