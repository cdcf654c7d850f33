"""The surnames of Vietnam and Korea go out, in their own script and in each other's."""

from __future__ import annotations

import csv
import importlib.resources
from typing import Final

_TABLE: Final = importlib.resources.files(__package__).joinpath("surnames.tsv").read_text(encoding="utf-8")
_ROWS: Final = tuple(csv.DictReader(_TABLE.splitlines(), delimiter="\t"))


def _names(*kinds: str) -> frozenset[str]:
    return frozenset(row["name"] for row in _ROWS if row["kind"] in kinds)


def _spellings(*kinds: str) -> dict[str, str]:
    return {row["name"]: row["spellings"] for row in _ROWS if row["kind"] in kinds and row["spellings"]}


VIETNAMESE: Final = _names("vietnamese", "vietnamese-common")
"""Surnames as Vietnamese writes them; the rare ones need another sign beside the name to count."""

VIETNAMESE_COMMON: Final = _names("vietnamese-common")
"""Surnames that begin a person's name without any other sign."""

KOREAN: Final = _names("korean")
"""Korean surnames in Hangul, the double ones too."""

KOREAN_ROMANISED: Final = _spellings("korean")
"""Korean surname in Hangul -> the ways in which it is written in Latin letters, parted by spaces."""

VIETNAMESE_IN_HANGUL: Final = _spellings("vietnamese", "vietnamese-common")
"""Vietnamese surname -> the ways in which Korean pages write it, parted by spaces."""
