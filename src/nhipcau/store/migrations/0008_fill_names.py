"""Names that were there before are filed under their phrases, and what bodies signed is counted."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from nhipcau.store.fill_search import clear, fill


def forwards(apps: Any, schema_editor: object) -> None:
    fill(lambda name: apps.get_model("store", name))


def backwards(apps: Any, schema_editor: object) -> None:
    clear(lambda name: apps.get_model("store", name))


class Migration(migrations.Migration):
    dependencies = [("store", "0007_find_as_typed")]

    operations = [migrations.RunPython(forwards, backwards)]
