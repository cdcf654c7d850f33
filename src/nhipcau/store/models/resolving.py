"""Rows of doubtful pairs, of merges and of the office's thresholds."""

from __future__ import annotations

from django.db import models
from typing_extensions import override


class DoubtRow(models.Model):
    """Two things of one kind that may be one; ``left`` and ``right`` are ids of that kind."""

    id = models.CharField(primary_key=True, max_length=32)
    kind = models.CharField(max_length=20)
    left = models.CharField(max_length=32)
    right = models.CharField(max_length=32)
    score = models.FloatField()
    prior = models.FloatField(default=0.0)
    reasons = models.JSONField(default=list)
    vetoes = models.JSONField(default=list)
    weight = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=12)
    origin = models.CharField(max_length=20)
    proposed_at = models.DateTimeField()
    decided_by = models.CharField(max_length=200, default="")
    decided_at = models.DateTimeField(null=True)
    demo = models.BooleanField(default=False, db_index=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Where it is kept; the queue walks through one kind and state by weight."""

        db_table = "doubts"
        constraints = (models.UniqueConstraint(fields=["kind", "left", "right"], name="doubt_pair"),)
        indexes = (
            models.Index(fields=["kind", "right"], name="doubt_right"),
            models.Index(fields=["kind", "state", "-weight", "-score", "id"], name="doubt_queue"),
        )

    @override
    def __str__(self) -> str:
        """Show the pair."""
        return f"{self.kind} {self.left} = {self.right}?"


class MergeRow(models.Model):
    """One thing that turned out to be another, and what was moved."""

    id = models.CharField(primary_key=True, max_length=32)
    kind = models.CharField(max_length=20)
    kept = models.CharField(max_length=32)
    gone = models.CharField(max_length=32)
    merged_at = models.DateTimeField()
    merged_by = models.CharField(max_length=200)
    moved = models.JSONField(default=list)
    learned_names = models.JSONField(default=list)
    learned_identifiers = models.JSONField(default=list)
    learned_fields = models.JSONField(default=list)
    despite = models.BooleanField(default=False)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=200, default="")
    demo = models.BooleanField(default=False, db_index=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Where it is kept, and how the merges of one thing are found."""

        db_table = "merges"
        indexes = (
            models.Index(fields=["kind", "kept"], name="merge_kept"),
            models.Index(fields=["kind", "gone"], name="merge_gone"),
        )

    @override
    def __str__(self) -> str:
        """Show what became what."""
        return f"{self.kind} {self.gone} → {self.kept}"


class ThresholdsRow(models.Model):
    """The two thresholds of one kind."""

    id = models.CharField(primary_key=True, max_length=20)
    link = models.FloatField()
    review = models.FloatField()
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Where it is kept."""

        db_table = "thresholds"

    @override
    def __str__(self) -> str:
        """Show both."""
        return f"{self.id}: {self.review} – {self.link}"
