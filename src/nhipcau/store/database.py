"""Django's default database comes in, the programme's store goes out."""

from __future__ import annotations

from contextlib import AbstractContextManager

from nhipcau.store.reads import DatabaseReads
from nhipcau.store.unit import DatabaseUnit, unit


class DatabaseStore:
    """The store on SQLite or PostgreSQL, whichever the settings name."""

    def unit(self) -> AbstractContextManager[DatabaseUnit]:
        """Open one transaction."""
        return unit()

    def reads(self) -> DatabaseReads:
        """Return the questions of pages."""
        return DatabaseReads()
