"""The row of one quotation: which words of which document say which part of an agreement."""

from __future__ import annotations

from django.db import models

from nhipcau.store.models.agreement import Part
from nhipcau.store.models.document import DocumentRow


class EvidenceRow(Part):
    """A span of a document; ``start`` is empty where a part was confirmed without a quotation."""

    key = models.CharField(max_length=32, db_index=True)
    subject = models.TextField()
    document = models.ForeignKey(DocumentRow, on_delete=models.DO_NOTHING, related_name="evidence")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)
    state = models.CharField(max_length=20)
    confirmed_by = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta(Part.Meta):
        """Where it is kept."""

        db_table = "agreement_evidence"
