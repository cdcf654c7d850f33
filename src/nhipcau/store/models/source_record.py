"""The row of what one source said of one organisation on one day."""

from __future__ import annotations

from django.db import models
from typing_extensions import override

from nhipcau.store.models.organisation import OrganisationRow


class SourceRecordRow(models.Model):
    """One record of one source; ``organisation`` is the body that it hangs on now."""

    id = models.CharField(primary_key=True, max_length=32)
    organisation = models.ForeignKey(OrganisationRow, on_delete=models.DO_NOTHING, related_name="source_records")
    source = models.CharField(max_length=200)
    source_key = models.CharField(max_length=200)
    received_on = models.DateField()
    names = models.JSONField(default=list)
    import_id = models.CharField(max_length=32, null=True, db_index=True)  # noqa: DJ001 -- None is "typed by nobody"
    row = models.PositiveIntegerField(null=True)
    kind = models.CharField(max_length=40, null=True)  # noqa: DJ001 -- None is "not said"
    country = models.CharField(max_length=2, null=True)  # noqa: DJ001
    identifiers = models.JSONField(default=list)
    address = models.TextField(null=True)  # noqa: DJ001
    place = models.CharField(max_length=200, null=True)  # noqa: DJ001
    phone = models.CharField(max_length=60, null=True)  # noqa: DJ001
    domain = models.CharField(max_length=255, null=True)  # noqa: DJ001
    founded = models.SmallIntegerField(null=True)
    people = models.JSONField(default=list)
    demo = models.BooleanField(default=False, db_index=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Where it is kept; a source says each of its records once."""

        db_table = "source_records"
        constraints = (models.UniqueConstraint(fields=["source", "source_key"], name="source_record_key"),)

    @override
    def __str__(self) -> str:
        """Show where it is from."""
        return f"{self.source}/{self.source_key}"
