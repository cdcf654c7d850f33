"""The store on the run's database, empty or with one small register in it."""

from __future__ import annotations

import pytest

from nhipcau.store.database import DatabaseStore
from tests.store import things


@pytest.fixture
def store(transactional_db: None) -> DatabaseStore:
    """Return an empty store."""
    return DatabaseStore()


@pytest.fixture
def register(store: DatabaseStore) -> DatabaseStore:
    """Return a store with one of each thing."""
    with store.unit() as unit:
        unit.organisations.add(things.CENTRE)
        unit.organisations.add(things.INSTITUTE)
        unit.people.add(things.DIRECTOR)
        unit.documents.add(things.DOCUMENT)
        unit.agreements.add(things.AGREEMENT)
        unit.drafts.add(things.DRAFT)
        unit.commitments.add(things.COMMITMENT)
        unit.activities.add(things.ACTIVITY)
    return store
