"""The run's own data folder and database come first; fixtures that every folder of tests may use follow."""

from __future__ import annotations

import os
import shutil
import tempfile

_DATA = tempfile.mkdtemp(prefix="nhipcau-test-")
# The developer's own settings are not those of the tests.
for _name in [name for name in os.environ if name.startswith("NHIPCAU_") and not name.startswith("NHIPCAU_TEST_")]:
    del os.environ[_name]
os.environ["NHIPCAU_DATA_DIR"] = _DATA
os.environ["DJANGO_SETTINGS_MODULE"] = "nhipcau.settings"

from tests import postgres  # noqa: E402 -- the environment comes first

if os.environ.get("NHIPCAU_TEST_DATABASE") == "postgres":
    # A worker process of the same run finds the address of the cluster that the first process started.
    _url = os.environ.get("NHIPCAU_TEST_DATABASE_URL") or postgres.start()
    if _url is None:
        raise SystemExit(0)
    os.environ["NHIPCAU_TEST_DATABASE_URL"] = os.environ["NHIPCAU_DATABASE_URL"] = _url

from collections.abc import Iterator  # noqa: E402

import django  # noqa: E402
import pytest  # noqa: E402
from django.conf import settings as django_settings  # noqa: E402
from django.core.management.color import Style  # noqa: E402

from nhipcau.words.catalogue import compile_all  # noqa: E402

# Django reads compiled words, and keeps what it read: they are made before any worker process starts.
if "PYTEST_XDIST_WORKER" not in os.environ:
    compile_all()
# Fixtures and tests name rows at their top.
django.setup()
# Slow on purpose in real life.
django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

from nhipcau.store.append_only import protection, release  # noqa: E402


def pytest_unconfigure() -> None:
    """Take the run's data away; a worker process ends without Python's own farewell."""
    shutil.rmtree(_DATA, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def _history_may_be_emptied_between_tests(request: pytest.FixtureRequest) -> Iterator[None]:
    """Lift the history's triggers for the moment in which Django empties the tables after a test, and only then."""
    from django.db import connection  # noqa: PLC0415 -- settings are read on import

    operations = connection.ops
    emptied = operations.sql_flush

    def sql_flush(style: Style, tables: list[str], **options: bool) -> list[str]:
        statements = emptied(style, tables, **options)
        if not statements:
            return statements
        return [*release(connection.vendor), *statements, *protection(connection.vendor)]

    patch = pytest.MonkeyPatch()
    patch.setattr(operations, "sql_flush", sql_flush)
    yield
    patch.undo()
