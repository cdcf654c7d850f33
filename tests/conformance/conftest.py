"""Every store that keeps the promises of ``programme.ports``: in memory, and the run's own database."""

from __future__ import annotations

import pytest

from nhipcau.programme.ports import Store
from nhipcau.store.database import DatabaseStore
from tests.programme.memory_store import MemoryStore


@pytest.fixture(params=["memory", "database"])
def store(request: pytest.FixtureRequest) -> Store:
    """Return an empty store of each kind; the database is the one that the run was started for."""
    if request.param == "memory":
        memory: Store = MemoryStore()
        return memory
    request.getfixturevalue("transactional_db")
    return DatabaseStore()
