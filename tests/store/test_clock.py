"""The office's own day."""

from __future__ import annotations

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from nhipcau.store.clock import SystemClock


def test_tells_moments_in_utc_and_days_in_the_offices_zone() -> None:
    early, late = SystemClock(ZoneInfo("Pacific/Pago_Pago")), SystemClock(ZoneInfo("Pacific/Kiritimati"))
    assert early.now().tzinfo is UTC
    # The two zones are 25 hours apart: whenever this runs, their days differ.
    assert late.today() - early.today() in {timedelta(days=1), timedelta(days=2)}
