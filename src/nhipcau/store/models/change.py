"""The row of one entry of the history; triggers of the database refuse to change or delete it."""

from __future__ import annotations

from django.db import models
from typing_extensions import override


class ChangeRow(models.Model):
    """What one verb did to one thing; ``number`` is the order in which entries were added."""

    number = models.BigAutoField(primary_key=True)
    id = models.CharField(unique=True, max_length=32)
    batch = models.CharField(max_length=32, db_index=True)
    at = models.DateTimeField()
    actor_id = models.CharField(max_length=64)
    actor_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=32)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    undoes = models.CharField(max_length=32, null=True, db_index=True)  # noqa: DJ001 -- None is "undoes nothing"

    class Meta:
        """Where it is kept, and what the history asks for."""

        db_table = "changes"
        indexes = (
            models.Index(fields=["kind", "subject_id", "number"], name="change_of_thing"),
            models.Index(fields=["actor_id", "number"], name="change_by_actor"),
        )

    @override
    def __str__(self) -> str:
        """Show who did what."""
        return f"{self.at} {self.actor_name} {self.verb} {self.kind} {self.subject_id}"
