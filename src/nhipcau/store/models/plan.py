"""Rows of development plans."""

from __future__ import annotations

from django.db import models
from typing_extensions import override

from nhipcau.store.models.market import NeedRow, OfferRow


class PlanRow(models.Model):
    """A plan of the enterprise behind an offer; ``body`` is all of it that no question asks by."""

    id = models.CharField(primary_key=True, max_length=32)
    offer = models.ForeignKey(OfferRow, on_delete=models.DO_NOTHING, related_name="plan_set")
    need = models.ForeignKey(NeedRow, null=True, on_delete=models.DO_NOTHING, related_name="plan_set")
    made_at = models.DateTimeField()
    body = models.JSONField(default=dict)
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Lists walk through the index in order."""

        db_table = "plans"
        indexes = (
            models.Index(fields=["made_at", "id"], name="plan_made"),
            models.Index(fields=["demo"], name="plan_demo", condition=models.Q(demo=True)),
        )

    @override
    def __str__(self) -> str:
        """Show for what it is made."""
        return f"{self.offer_id} · {self.need_id or '*'}"
