from __future__ import annotations

import pytest

from nhipcau.store.upkeep import database_name, migrate, pending_migrations


@pytest.mark.django_db
def test_a_prepared_database_needs_nothing() -> None:
    assert pending_migrations() == ()
    assert migrate() == 0
    assert database_name()
