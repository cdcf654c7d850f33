"""The office's database comes in; what it still needs, and what was done about it, goes out."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.executor import MigrationExecutor

from nhipcau.store.door import translated
from nhipcau.store.files import FolderFiles


def pending_migrations() -> tuple[str, ...]:
    """Return the changes of tables that this database has not seen; a database that does not answer: Unavailable."""
    with translated():
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return tuple(f"{migration.app_label}.{migration.name}" for migration, _backwards in plan)


def migrate() -> int:
    """Bring the tables up to date and return how many changes that took."""
    pending = pending_migrations()
    if pending:
        with translated():
            call_command("migrate", database=DEFAULT_DB_ALIAS, interactive=False, verbosity=0)
    return len(pending)


def sweep_files() -> int:
    """Take half-written files of killed processes away; a folder that does not let us is left as it is."""
    try:
        return FolderFiles(Path(settings.NHIPCAU_FILES_DIR)).sweep()
    except OSError:
        return 0


def database_name() -> str:
    """Name the database as a person of the office would look for it; no password."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(settings["NAME"])
    return f"{connection.vendor}://{settings['HOST'] or 'localhost'}/{settings['NAME']}"
