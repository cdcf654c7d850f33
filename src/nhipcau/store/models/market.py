"""Rows of needs, offers and own concepts, of what was deleted of them, and of the stamp that every change moves on."""

from __future__ import annotations

from django.db import models
from typing_extensions import override

from nhipcau.store.models.agreement import AgreementRow
from nhipcau.store.models.organisation import OrganisationRow

_TAKEN = ~models.Q(source="")


class ItemColumns(models.Model):
    """What a need and an offer have in common.

    ``stamp`` is the stamp of the market when it last changed. ``search`` holds title and text folded, ``open_search``
    the same without the hidden words of a confidential one (of others nothing), ``sort`` the title without them.
    """

    id = models.CharField(primary_key=True, max_length=32)
    organisation = models.ForeignKey(OrganisationRow, on_delete=models.DO_NOTHING, related_name="%(class)s_set")
    kind = models.CharField(max_length=20)
    language = models.CharField(max_length=8)
    title = models.TextField()
    text = models.TextField()
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=64)
    created_by_name = models.CharField(max_length=200)
    expires_on = models.DateField()
    place = models.CharField(max_length=200, null=True)  # noqa: DJ001 -- None is "not stated"
    province = models.CharField(max_length=20, null=True)  # noqa: DJ001
    terms = models.JSONField(default=list)
    concepts = models.JSONField(default=list)
    dropped = models.JSONField(default=list)
    found = models.JSONField(default=list)
    agreement = models.ForeignKey(
        AgreementRow, null=True, on_delete=models.DO_NOTHING, related_name="%(class)s_set", db_index=False
    )
    confidential = models.BooleanField(default=False)
    hidden = models.JSONField(default=list)
    state = models.CharField(max_length=20)
    sent_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    reviewed_by = models.CharField(max_length=200, default="")
    returned = models.TextField(default="")
    source = models.CharField(max_length=200, default="")
    source_key = models.CharField(max_length=200, default="")
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    stamp = models.BigIntegerField(default=0)
    sort = models.CharField(max_length=200, null=True)  # noqa: DJ001 -- None stands last
    search = models.TextField()
    open_search = models.TextField(default="")

    class Meta:
        """Lists walk through these in order; the id parts equal ones. Rare values have an index of their own alone."""

        abstract = True
        indexes = (
            models.Index(fields=["created_at", "id"], name="%(class)s_new"),
            models.Index(fields=["expires_on", "id"], name="%(class)s_expires"),
            models.Index(fields=["sort", "id"], name="%(class)s_sort"),
            models.Index(fields=["state", "created_at", "id"], name="%(class)s_state"),
            models.Index(fields=["state", "expires_on", "id"], name="%(class)s_ending"),
            models.Index(fields=["created_by", "id"], name="%(class)s_author"),
            models.Index(fields=["kind", "created_at", "id"], name="%(class)s_kind"),
            models.Index(fields=["province", "created_at", "id"], name="%(class)s_province"),
            models.Index(fields=["stamp", "id"], name="%(class)s_stamp"),
            models.Index(fields=["agreement"], name="%(class)s_agreement", condition=models.Q(agreement__isnull=False)),
            models.Index(fields=["demo"], name="%(class)s_demo", condition=models.Q(demo=True)),
        )
        constraints = (
            models.UniqueConstraint(fields=["source", "source_key"], name="%(class)s_source", condition=_TAKEN),
        )

    @override
    def __str__(self) -> str:
        """Show the title."""
        return self.title


class NeedRow(ItemColumns):
    """A need; ``terms`` are its requirements."""

    class Meta(ItemColumns.Meta):
        """Where it is kept."""

        db_table = "needs"


class OfferRow(ItemColumns):
    """An offer; ``terms`` are its attributes."""

    class Meta(ItemColumns.Meta):
        """Where it is kept."""

        db_table = "offers"


class NeedConcept(models.Model):
    """A concept that a need has, by a person or by its text."""

    item = models.ForeignKey(NeedRow, on_delete=models.CASCADE, related_name="concept_set")
    concept = models.CharField(max_length=80)

    class Meta:
        """Where it is kept; the index alone answers which needs have a concept."""

        db_table = "need_concepts"
        indexes = (models.Index(fields=["concept", "item"], name="need_concept"),)

    @override
    def __str__(self) -> str:
        """Show the concept."""
        return self.concept


class OfferConcept(models.Model):
    """A concept that an offer has, by a person or by its text."""

    item = models.ForeignKey(OfferRow, on_delete=models.CASCADE, related_name="concept_set")
    concept = models.CharField(max_length=80)

    class Meta:
        """Where it is kept; the index alone answers which offers have a concept."""

        db_table = "offer_concepts"
        indexes = (models.Index(fields=["concept", "item"], name="offer_concept"),)

    @override
    def __str__(self) -> str:
        """Show the concept."""
        return self.concept


class OwnConceptRow(models.Model):
    """A concept of the office's own."""

    id = models.CharField(primary_key=True, max_length=80)
    facet = models.CharField(max_length=40)
    labels = models.JSONField(default=list)
    broader = models.JSONField(default=list)
    note = models.TextField(default="")
    demo = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """Where it is kept."""

        db_table = "own_concepts"

    @override
    def __str__(self) -> str:
        """Show the first label."""
        return str(self.labels[0][1]) if self.labels else self.id


class MarketStampRow(models.Model):
    """The one row that counts the changes of the market; it is there once something changed."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    epoch = models.CharField(max_length=32)
    items = models.BigIntegerField(default=0)
    concepts = models.BigIntegerField(default=0)

    class Meta:
        """Where it is kept."""

        db_table = "market_stamp"

    @override
    def __str__(self) -> str:
        """Show both counts."""
        return f"{self.epoch}:{self.items}:{self.concepts}"


class GoneItemRow(models.Model):
    """A need or an offer that was deleted, and the stamp of that: an index has to forget it."""

    item = models.CharField(primary_key=True, max_length=32)
    side = models.CharField(max_length=8)
    stamp = models.BigIntegerField()

    class Meta:
        """Where it is kept."""

        db_table = "gone_items"
        indexes = (models.Index(fields=["side", "stamp"], name="gone_item_stamp"),)

    @override
    def __str__(self) -> str:
        """Show the id."""
        return self.item
