"""Text comes in; the dates that it names, as EDTF values with their precision, go out."""

from __future__ import annotations

from nhipcau.language.dates.completion import complete
from nhipcau.language.dates.finder import find_dates
from nhipcau.language.dates.found import DateFound
from nhipcau.language.dates.publication import publication_date

__all__ = ["DateFound", "complete", "find_dates", "publication_date"]
