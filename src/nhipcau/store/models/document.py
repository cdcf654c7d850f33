"""A document's row: fingerprint, text, where it came from."""

from __future__ import annotations

from django.db import models
from typing_extensions import override


class DocumentRow(models.Model):
    """One source; its bytes lie in the files folder under ``sha256``."""

    id = models.CharField(primary_key=True, max_length=32)
    title = models.TextField()
    text = models.TextField()
    language = models.CharField(max_length=8, db_index=True)
    media_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64, unique=True)
    text_sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    received_at = models.DateTimeField(db_index=True)
    received_by = models.CharField(max_length=64)
    file_name = models.TextField(blank=True)
    address = models.TextField(null=True)  # noqa: DJ001 -- None is "not known"
    published = models.CharField(max_length=40, null=True)  # noqa: DJ001
    demo = models.BooleanField(default=False, db_index=True)
    sort = models.CharField(max_length=200, null=True)  # noqa: DJ001 -- None stands last
    search = models.TextField()

    class Meta:
        """Where it is kept."""

        db_table = "documents"
        # Lists walk through these in order; the id parts equal names.
        indexes = (models.Index(fields=["sort", "id"], name="document_sort"),)

    @override
    def __str__(self) -> str:
        """Show the title."""
        return self.title
