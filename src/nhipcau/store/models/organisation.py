"""An organisation's row and the rows of its names and keys."""

from __future__ import annotations

from django.db import models
from typing_extensions import override

_LISTED = models.Q(merged_into__isnull=True)
_MERGED = models.Q(merged_into__isnull=False)
_BELOW = models.Q(parent__isnull=False)


class OrganisationRow(models.Model):
    """One body; ``search`` holds all its names folded."""

    id = models.CharField(primary_key=True, max_length=32)
    title = models.TextField()
    country = models.CharField(max_length=2, null=True)  # noqa: DJ001 -- None is "not known"
    kind = models.CharField(max_length=40, null=True)  # noqa: DJ001
    parent = models.ForeignKey("self", null=True, on_delete=models.DO_NOTHING, related_name="children", db_index=False)
    place = models.CharField(max_length=200, null=True)  # noqa: DJ001
    identifiers = models.JSONField(default=list)
    address = models.TextField(null=True)  # noqa: DJ001
    phone = models.CharField(max_length=60, null=True)  # noqa: DJ001
    domain = models.CharField(max_length=255, null=True)  # noqa: DJ001
    founded = models.SmallIntegerField(null=True)
    chosen = models.JSONField(default=list)
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.DO_NOTHING, related_name="merged", db_index=False
    )
    demo = models.BooleanField(default=False, db_index=True)
    version = models.PositiveIntegerField(default=1)
    sort = models.CharField(max_length=200, null=True)  # noqa: DJ001 -- None stands last
    search = models.TextField()
    # How many agreements it is a party to; ``store.unit.AgreementRows`` keeps it in step.
    signed = models.PositiveIntegerField(default=0)

    class Meta:
        """Where it is kept."""

        db_table = "organisations"
        # Lists walk through these in order; the id parts equal names. A body that turned out to be another is in none.
        indexes = (
            models.Index(fields=["sort", "id"], name="organisation_sort", condition=_LISTED),
            models.Index(fields=["country", "sort", "id"], name="organisation_country_sort", condition=_LISTED),
            models.Index(fields=["kind", "sort", "id"], name="organisation_kind_sort", condition=_LISTED),
            models.Index(fields=["country", "id"], name="organisation_country", condition=_LISTED),
            models.Index(fields=["signed", "id"], name="organisation_signed", condition=_LISTED),
            models.Index(fields=["-signed", "id"], name="organisation_signed_down", condition=_LISTED),
            models.Index(fields=["-country", "id"], name="organisation_country_down", condition=_LISTED),
            # Most bodies have no parent and are merged into none: an index with all of these would mislead.
            models.Index(fields=["parent"], name="organisation_parent", condition=_BELOW),
            models.Index(fields=["merged_into"], name="organisation_merged", condition=_MERGED),
        )

    @override
    def __str__(self) -> str:
        """Show the first name."""
        return self.title


class OrganisationName(models.Model):
    """One name of a body."""

    organisation = models.ForeignKey(OrganisationRow, on_delete=models.CASCADE, related_name="names")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    language = models.CharField(max_length=8)
    kind = models.CharField(max_length=20)

    class Meta:
        """Where it is kept, and in which order it is read."""

        db_table = "organisation_names"
        ordering = ("organisation_id", "position")
        constraints = (models.UniqueConstraint(fields=["organisation", "position"], name="organisation_name_position"),)

    @override
    def __str__(self) -> str:
        """Show the name."""
        return self.text


class OrganisationKey(models.Model):
    """A key by which a body is found again; see ``programme.name_keys``."""

    organisation = models.ForeignKey(OrganisationRow, on_delete=models.CASCADE, related_name="keys")
    key = models.TextField(db_index=True)

    class Meta:
        """Where it is kept."""

        db_table = "organisation_keys"

    @override
    def __str__(self) -> str:
        """Show the key."""
        return self.key


class OrganisationBlock(models.Model):
    """A key under which bodies that may be the same meet, as a number; see ``programme.placing.keys``."""

    organisation = models.ForeignKey(OrganisationRow, on_delete=models.CASCADE, related_name="blocks")
    key = models.BigIntegerField()

    class Meta:
        """Where it is kept; the index alone answers who meets under a key."""

        db_table = "organisation_blocks"
        indexes = (models.Index(fields=["key", "organisation"], name="organisation_block_key"),)

    @override
    def __str__(self) -> str:
        """Show the number."""
        return str(self.key)
