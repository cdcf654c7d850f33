"""Rows of imports of spreadsheets, and of the rows of these."""

from __future__ import annotations

from django.db import models
from typing_extensions import override


class ImportSheetRow(models.Model):
    """One sheet of one file from one source."""

    id = models.CharField(primary_key=True, max_length=32)
    source = models.CharField(max_length=200)
    file_name = models.CharField(max_length=255)
    file_key = models.CharField(max_length=64)
    sheet = models.CharField(max_length=255)
    sheets = models.JSONField(default=list)
    heads = models.JSONField(default=list)
    mapping = models.JSONField(default=list)
    rows = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=12, db_index=True)
    batch = models.CharField(max_length=32, default="")
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=200)
    committed_at = models.DateTimeField(null=True)
    committed_by = models.CharField(max_length=200, default="")
    counts = models.JSONField(default=dict)
    kept = models.PositiveIntegerField(default=0)
    demo = models.BooleanField(default=False, db_index=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Where it is kept, and what the list asks for."""

        db_table = "imports"
        indexes = (models.Index(fields=["source", "id"], name="import_of_source"),)

    @override
    def __str__(self) -> str:
        """Show where it is from."""
        return f"{self.source}: {self.file_name}"


class ImportLineRow(models.Model):
    """One row of the sheet; ``worst`` is 2 for an error, 1 for a warning; ``codes`` names its problems."""

    id = models.BigAutoField(primary_key=True)
    owner = models.ForeignKey(ImportSheetRow, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    cells = models.JSONField()
    key = models.CharField(max_length=200, default="")
    numbers = models.TextField(default="")
    problems = models.JSONField(default=list)
    worst = models.PositiveSmallIntegerField(default=0)
    codes = models.TextField(default="")
    skipped = models.BooleanField(default=False)
    outcome = models.CharField(max_length=12, default="")
    organisation_id = models.CharField(max_length=32, null=True)  # noqa: DJ001 -- None is "none yet"

    class Meta:
        """Where it is kept; a preview walks through the rows of one import, or those with problems."""

        db_table = "import_lines"
        constraints = (models.UniqueConstraint(fields=["owner", "number"], name="import_line_number"),)
        indexes = (
            models.Index(fields=["owner", "worst", "number"], name="import_line_worst"),
            models.Index(fields=["owner", "key"], name="import_line_key"),
        )

    @override
    def __str__(self) -> str:
        """Show its place."""
        return f"{self.owner_id}/{self.number}"
