"""The machine's clock comes in, moments in UTC and the office's own day go out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class SystemClock:
    """Time as the machine has it; ``zone`` is the office's, so that a day ends when the office's day ends."""

    zone: ZoneInfo

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the office's calendar day."""
        return datetime.now(self.zone).date()
