"""Every store that keeps the promises of ``programme.ports``: in memory, and the run's own database."""

from __future__ import annotations

import pytest

from nhipcau.programme.ports import Store
from nhipcau.store.database import DatabaseStore
from tests.programme.memory_store import MemoryStore

_DATABASE = pytest.param("database", marks=pytest.mark.django_db(transaction=True))


@pytest.fixture(params=["memory", _DATABASE])
def store(request: pytest.FixtureRequest) -> Store:
    """Return an empty store of each kind; the database is the one that the run was started for."""
    memory: Store = MemoryStore()
    database: Store = DatabaseStore()
    return memory if request.param == "memory" else database
