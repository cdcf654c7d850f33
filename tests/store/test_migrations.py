"""The tables' history runs forward and back on this database, and says all that the models say."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection


@pytest.mark.django_db(transaction=True)
def test_runs_back_and_forward_again() -> None:
    call_command("migrate", "store", "0001", verbosity=0)
    call_command("migrate", verbosity=0)
    assert "changes" in connection.introspection.table_names()


@pytest.mark.django_db
def test_lacks_no_migration() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
