"""Rows of matches, of pairs that the engine found, up to where it looked, and of who follows what is new."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from typing_extensions import override

from nhipcau.facts.deal import Digest, Stage
from nhipcau.store.models.agreement import AgreementRow
from nhipcau.store.models.market import NeedRow, OfferRow
from nhipcau.store.models.organisation import OrganisationRow

_DIGITS = 20
_DECIMALS = 2


def _amount() -> models.DecimalField[Decimal | None, Decimal | None]:
    return models.DecimalField(max_digits=_DIGITS, decimal_places=_DECIMALS, null=True)


class DealRow(models.Model):
    """A match; ``need_accepted`` and ``offer_accepted`` tell which sides said yes."""

    id = models.CharField(primary_key=True, max_length=32)
    need = models.ForeignKey(NeedRow, on_delete=models.DO_NOTHING, related_name="deal_set")
    offer = models.ForeignKey(OfferRow, on_delete=models.DO_NOTHING, related_name="deal_set")
    need_organisation = models.ForeignKey(OrganisationRow, on_delete=models.DO_NOTHING, related_name="sought_set")
    offer_organisation = models.ForeignKey(OrganisationRow, on_delete=models.DO_NOTHING, related_name="offered_set")
    agreement = models.ForeignKey(AgreementRow, null=True, on_delete=models.DO_NOTHING, related_name="deal_set")
    stage = models.CharField(max_length=20)
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=64)
    moved_at = models.DateTimeField()
    score = models.IntegerField(default=0)
    need_accepted = models.BooleanField(default=False)
    offer_accepted = models.BooleanField(default=False)
    declined_by = models.CharField(max_length=8, default="")
    declined_reason = models.CharField(max_length=20, default="")
    declined_note = models.TextField(default="")
    discussed_amount = _amount()
    discussed_currency = models.CharField(max_length=3, default="")
    discussed_on = models.DateField(null=True)
    mou_amount = _amount()
    mou_currency = models.CharField(max_length=3, default="")
    mou_on = models.DateField(null=True)
    contract_amount = _amount()
    contract_currency = models.CharField(max_length=3, default="")
    contract_on = models.DateField(null=True)
    steps = models.JSONField(default=list)
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """One pair has one match; lists walk through the indexes in order."""

        db_table = "deals"
        indexes = (
            models.Index(fields=["moved_at", "id"], name="deal_moved"),
            models.Index(fields=["proposed_at", "id"], name="deal_proposed"),
            models.Index(fields=["score", "id"], name="deal_score"),
            models.Index(fields=["stage", "moved_at", "id"], name="deal_stage"),
            models.Index(fields=["demo"], name="deal_demo", condition=models.Q(demo=True)),
        )
        constraints = (models.UniqueConstraint(fields=["need", "offer"], name="deal_pair"),)

    @override
    def __str__(self) -> str:
        """Show the pair and where it stands."""
        return f"{self.need_id} · {self.offer_id}: {Stage(self.stage)}"


class FoundRow(models.Model):
    """A pair that the engine found; it goes with either of the two."""

    id = models.CharField(primary_key=True, max_length=32)
    need = models.ForeignKey(NeedRow, on_delete=models.CASCADE, related_name="found_set")
    offer = models.ForeignKey(OfferRow, on_delete=models.CASCADE, related_name="found_set")
    score = models.IntegerField()
    near = models.BooleanField()
    since = models.DateTimeField()
    unmet = models.JSONField(default=list)
    closed = models.JSONField(default=list)
    gone_at = models.DateTimeField(null=True)
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """One pair is found once; what is new is asked by its day."""

        db_table = "found_pairs"
        indexes = (
            models.Index(fields=["since", "id"], name="found_new", condition=models.Q(near=False, gone_at=None)),
            models.Index(fields=["demo"], name="found_demo", condition=models.Q(demo=True)),
        )
        constraints = (models.UniqueConstraint(fields=["need", "offer"], name="found_pair"),)

    @override
    def __str__(self) -> str:
        """Show the pair."""
        return f"{self.need_id} · {self.offer_id}"


class FoundStampRow(models.Model):
    """The one row that says of which version of the market, and of which day, all pairs were found."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    epoch = models.CharField(max_length=32)
    items = models.BigIntegerField()
    concepts = models.BigIntegerField()
    day = models.DateField()

    class Meta:
        """Where it is kept."""

        db_table = "found_stamp"

    @override
    def __str__(self) -> str:
        """Show the version and the day."""
        return f"{self.epoch}:{self.items}:{self.concepts} {self.day}"


class FollowerRow(models.Model):
    """How somebody follows new matches; only the SHA-256 of the key of a feed is kept."""

    id = models.CharField(primary_key=True, max_length=64)
    seen_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=10, default=Digest.NEVER)
    digested_at = models.DateTimeField(null=True)
    feed_key = models.CharField(max_length=64, default="")
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Where it is kept; a key opens one feed."""

        db_table = "followers"
        constraints = (
            models.UniqueConstraint(fields=["feed_key"], name="follower_feed", condition=~models.Q(feed_key="")),
        )

    @override
    def __str__(self) -> str:
        """Show whose it is."""
        return self.id
