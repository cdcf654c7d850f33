"""The rows of a promise and of what was done under it."""

from __future__ import annotations

from django.db import models
from typing_extensions import override

from nhipcau.store.models.agreement import AgreementRow
from nhipcau.store.models.organisation import OrganisationRow


class CommitmentRow(models.Model):
    """One promise. ``quantity`` is the exact decimal as text, ``quantity_milli`` its thousandths for sums."""

    id = models.CharField(primary_key=True, max_length=32)
    agreement = models.ForeignKey(AgreementRow, on_delete=models.DO_NOTHING, related_name="commitments")
    code = models.CharField(max_length=40, db_index=True)
    strength = models.CharField(max_length=20)
    text = models.TextField()
    created_at = models.DateTimeField(db_index=True)
    owner = models.ForeignKey(OrganisationRow, null=True, on_delete=models.DO_NOTHING, related_name="owned_commitments")
    quantity = models.CharField(max_length=60, null=True)  # noqa: DJ001 -- None is "not concretised"
    quantity_milli = models.BigIntegerField(null=True)
    unit = models.CharField(max_length=200, null=True)  # noqa: DJ001
    due_on = models.DateField(null=True, db_index=True)
    abandoned_reason = models.TextField(null=True)  # noqa: DJ001
    abandoned_on = models.DateField(null=True)
    demo = models.BooleanField(default=False, db_index=True)
    version = models.PositiveIntegerField(default=1)
    sort = models.CharField(max_length=200, null=True)  # noqa: DJ001 -- None stands last
    search = models.TextField()

    class Meta:
        """Where it is kept."""

        db_table = "commitments"
        # Lists walk through these in order; the id parts equal names.
        indexes = (models.Index(fields=["sort", "id"], name="commitment_sort"),)

    @override
    def __str__(self) -> str:
        """Show what was promised."""
        return f"{self.code}: {self.text}"


class ActivityRow(models.Model):
    """Something done under a commitment."""

    id = models.CharField(primary_key=True, max_length=32)
    commitment = models.ForeignKey(CommitmentRow, on_delete=models.DO_NOTHING, related_name="activities")
    on = models.DateField(db_index=True, db_column="done_on")
    note = models.TextField()
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=64)
    participants = models.JSONField()
    quantity = models.CharField(max_length=60, null=True)  # noqa: DJ001
    quantity_milli = models.BigIntegerField(null=True)
    demo = models.BooleanField(default=False, db_index=True)
    version = models.PositiveIntegerField(default=1)
    search = models.TextField()

    class Meta:
        """Where it is kept."""

        db_table = "activities"

    @override
    def __str__(self) -> str:
        """Show what was done when."""
        return f"{self.on}: {self.note}"


class ActivityFileRow(models.Model):
    """A file of an activity; its bytes lie in the files folder under ``key``."""

    activity = models.ForeignKey(ActivityRow, on_delete=models.CASCADE, related_name="files")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=64, db_index=True)
    name = models.TextField()
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()

    class Meta:
        """Where it is kept, and in which order it is read."""

        db_table = "activity_files"
        ordering = ("activity_id", "position")

    @override
    def __str__(self) -> str:
        """Show the file's name."""
        return self.name
