"""What a database that cannot go on says becomes an error of our own."""

from __future__ import annotations

import errno
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest
from django.db import connection, connections

from nhipcau.facts.errors import BadInput, NhipCauError, Unavailable
from nhipcau.store.database import DatabaseStore
from nhipcau.store.door import translated
from tests.store import things

sqlite_only = connection.vendor == "sqlite"


def _told(fail: Callable[[], object]) -> NhipCauError:
    with pytest.raises(NhipCauError) as told, translated():
        fail()
    return told.value


def _raise(error: Exception) -> Callable[[], object]:
    def fail() -> None:
        raise error

    return fail


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_says_that_the_disk_is_full(number: int) -> None:
    told = _told(_raise(OSError(number, "no room")))
    assert (type(told), told.code) == (Unavailable, "error.disk-full")


def test_says_that_the_disk_failed() -> None:
    assert _told(_raise(OSError(errno.EIO, "broken"))).code == "error.disk-failed"


def test_lets_an_error_of_our_own_pass() -> None:
    mine = BadInput("error.x")
    assert _told(_raise(mine)) is mine


def test_refuses_half_a_letter(store: DatabaseStore) -> None:
    def verb() -> None:
        with store.unit() as unit:
            unit.changes.add(things.change(1, verb="\ud800"))

    assert _told(verb).code == "error.text-unusable"


if sqlite_only:

    def test_keeps_nothing_when_the_disk_fills_up(register: DatabaseStore) -> None:
        """SQLite may not grow any further: the same error as a full disk gives."""
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA page_count")
            pages = cursor.fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages}")

        def verb() -> None:
            with register.unit() as unit:
                for number in range(500):
                    unit.changes.add(things.change(number, before={"text": "x" * 5000}))

        try:
            assert _told(verb).code == "error.disk-full"
        finally:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA max_page_count = 1073741823")
        with register.unit() as unit:
            assert unit.changes.batch("batch-1") == []

    def test_says_that_the_database_is_busy(register: DatabaseStore) -> None:
        """Another process holds the write lock for longer than anybody waits."""
        told: list[str] = []

        def officer() -> None:
            try:
                with connection.cursor() as cursor:
                    cursor.execute("PRAGMA busy_timeout = 50")
                with register.unit() as unit:
                    unit.drafts.save(things.DRAFT)
            except Unavailable as busy:
                told.append(busy.code)
            finally:
                connections.close_all()

        with register.unit():
            thread = threading.Thread(target=officer)
            thread.start()
            thread.join()
        assert told == ["error.database-busy"]


_KILLED = """
import os, django
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = os.environ["TEST_NAME"]
from nhipcau.store.database import DatabaseStore
from tests.store import things
with DatabaseStore().unit() as unit:
    unit.organisations.add(things.CENTRE)
    unit.changes.add(things.change(1))
    os.kill(os.getpid(), 9)
"""


def test_keeps_no_half_of_what_a_killed_process_did(store: DatabaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_NAME", connection.settings_dict["NAME"])
    done = subprocess.run([sys.executable, "-c", _KILLED], check=False, capture_output=True, text=True)
    assert done.returncode == -9, done.stderr
    with store.unit() as unit:
        assert unit.organisations.get(things.CENTRE.id) is None
        assert unit.changes.batch("batch-1") == []
        unit.organisations.add(things.CENTRE)
