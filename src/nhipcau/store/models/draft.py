"""A draft's row; its values are one JSON document, because only the draft as a whole is ever read or written."""

from __future__ import annotations

from django.db import models
from typing_extensions import override

from nhipcau.store.models.document import DocumentRow


class DraftRow(models.Model):
    """One signing event of one document, waiting for a person."""

    id = models.CharField(primary_key=True, max_length=32)
    document = models.ForeignKey(DocumentRow, on_delete=models.DO_NOTHING, related_name="drafts")
    position = models.PositiveIntegerField()
    list = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    values = models.JSONField()
    created_at = models.DateTimeField()
    proposal = models.JSONField(null=True)
    proposed = models.CharField(max_length=32, null=True, db_index=True)  # noqa: DJ001 -- None is "none proposed"
    agreement = models.ForeignKey("store.AgreementRow", null=True, on_delete=models.DO_NOTHING, related_name="drafts")
    decided_by = models.CharField(max_length=200, null=True)  # noqa: DJ001
    decided_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    demo = models.BooleanField(default=False, db_index=True)
    reader = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True, default="")
    rejected_pairs = models.JSONField()

    class Meta:
        """Where it is kept, and what lists ask for."""

        db_table = "drafts"
        indexes = (models.Index(fields=["state", "list", "created_at", "id"], name="draft_lists"),)

    @override
    def __str__(self) -> str:
        """Show which draft of which document it is."""
        return f"{self.document_id}/{self.position}"
