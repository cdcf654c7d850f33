"""Bodies that were there before get the keys under which like ones meet."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from nhipcau.facts.organisation import Name, Organisation
from nhipcau.programme.placing.keys import block_numbers

_AT_ONCE = 1000


def fill(apps: Any, schema_editor: object) -> None:
    bodies = apps.get_model("store", "OrganisationRow").objects
    names = apps.get_model("store", "OrganisationName").objects
    block = apps.get_model("store", "OrganisationBlock")
    last = ""
    while some := list(bodies.filter(pk__gt=last).order_by("pk").values_list("pk", "country")[:_AT_ONCE]):
        last = some[-1][0]
        named: dict[str, list[Name]] = {}
        told = names.filter(organisation_id__in=[pk for pk, _ in some]).order_by("organisation_id", "position")
        for pk, text, language, kind in told.values_list("organisation_id", "text", "language", "kind"):
            named.setdefault(pk, []).append(Name(text, language, kind))
        rows = [
            block(organisation_id=pk, key=key)
            for pk, country in some
            for key in block_numbers(Organisation(id=pk, names=tuple(named.get(pk, ())), country=country))
        ]
        block.objects.bulk_create(rows, batch_size=_AT_ONCE)


def empty(apps: Any, schema_editor: object) -> None:
    apps.get_model("store", "OrganisationBlock").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("store", "0005_who_is_who")]

    operations = [migrations.RunPython(fill, empty)]
