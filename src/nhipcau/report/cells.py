"""A value goes in; a cell that no spreadsheet program will run as a formula comes out."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from nhipcau.report.tables import Cell

_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONGEST: Final = 32_767  # characters a cell of a spreadsheet holds


def safe_text(text: str) -> str:
    """Make text harmless: control characters out, an apostrophe before what would start a formula.

    Source: OWASP, "CSV Injection".
    """
    clean = _NOT_IN_XML.sub("", text)[:_LONGEST]
    return f"'{clean}" if clean.startswith(_STARTS_A_FORMULA) else clean


def as_text(cell: Cell, *, yes: str, no: str) -> str:
    """Write a cell as text for CSV: dates as ISO 8601, numbers with a point, truth as the given words."""
    match cell:
        case None:
            return ""
        case bool():
            return yes if cell else no
        case datetime() | date():
            return cell.isoformat()
        case int() | Decimal():
            return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
        case str():
            return safe_text(cell)
