"""An office in memory with an agreement, a commitment under it and three firms."""

from __future__ import annotations

import pytest

from nhipcau.facts.attendance import Registration
from nhipcau.facts.event import Event
from nhipcau.programme.arguments import SessionParts, VenueParts
from nhipcau.programme.office import Office
from nhipcau.programme.open_event import open_event
from nhipcau.programme.plan_event import plan_event
from nhipcau.programme.register_for_event import register_for_event
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ANPHU, MIRAE, OFFICER, SONGHAN, agreement, commitment

MORNING: SessionParts = {"kind": "morning", "on": "2026-03-10", "starts": "09:00", "ends": "11:00", "slot_minutes": 30}
TABLE: VenueParts = {"kind": "table", "name": "Bàn 1"}


@pytest.fixture
def bodies(memory: MemoryStore) -> None:
    """Fill the office."""
    memory.put(ANPHU, SONGHAN, MIRAE, agreement(), commitment())


@pytest.fixture
def planned(office: Office, bodies: None) -> Event:
    """Return an event of one morning and one table, not open yet."""
    return plan_event(
        office,
        OFFICER,
        "com-1",
        title="Kết nối doanh nghiệp",
        zone="Asia/Ho_Chi_Minh",
        sessions=[MORNING],
        venues=[TABLE],
        requests_close="2026-03-08 18:00",
        most_requests=2,
    )


@pytest.fixture
def running(office: Office, planned: Event) -> Event:
    """Return the event, open."""
    return open_event(office, OFFICER, planned.id)


@pytest.fixture
def host(office: Office, running: Event) -> Registration:
    """Return An Phú at the event."""
    return register_for_event(office, OFFICER, running.id, ANPHU.id, side="host")


@pytest.fixture
def guest(office: Office, running: Event) -> Registration:
    """Return Mirae at the event."""
    return register_for_event(office, OFFICER, running.id, MIRAE.id, side="guest")
