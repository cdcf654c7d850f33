"""The history becomes append-only: the database itself refuses to change or delete an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import migrations

from nhipcau.store.append_only import protection, release

if TYPE_CHECKING:
    from django.apps.registry import Apps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def protect(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers of this vendor."""
    for statement in protection(editor.connection.vendor):
        editor.execute(statement)


def unprotect(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Drop them."""
    for statement in release(editor.connection.vendor):
        editor.execute(statement)


class Migration(migrations.Migration):
    """Triggers on ``changes``."""

    dependencies = (("store", "0001_register"),)
    operations = (migrations.RunPython(protect, unprotect),)
