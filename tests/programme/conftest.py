"""An office in memory, empty or with drafts made of hand-written readings."""

from __future__ import annotations

import pytest

from nhipcau.programme.office import Office
from tests.programme.fakes import memory_office
from tests.programme.memory_store import MemoryStore


@pytest.fixture
def memory() -> MemoryStore:
    """Return the store behind the office."""
    return MemoryStore()


@pytest.fixture
def office(memory: MemoryStore) -> Office:
    """Return an office in memory."""
    return memory_office(memory)
