"""An agreement's row and the rows of its parts: parties, people, witnesses, sectors, figures, legal acts."""

from __future__ import annotations

from django.db import models
from typing_extensions import override

from nhipcau.store.models.organisation import OrganisationRow
from nhipcau.store.models.person import PersonRow


class AgreementRow(models.Model):
    """What was signed. ``signed_from`` to ``signed_until`` are the days that the EDTF date may mean."""

    id = models.CharField(primary_key=True, max_length=32)
    title = models.TextField()
    type = models.CharField(max_length=20, db_index=True)
    status = models.CharField(max_length=20)
    created_at = models.DateTimeField()
    signed = models.CharField(max_length=40, null=True, db_index=True)  # noqa: DJ001 -- None is "not stated"
    signed_from = models.DateField(null=True, db_index=True)
    signed_until = models.DateField(null=True)
    venue = models.TextField(null=True)  # noqa: DJ001
    city = models.CharField(max_length=200, null=True)  # noqa: DJ001
    country = models.CharField(max_length=2, null=True, db_index=True)  # noqa: DJ001
    mode = models.CharField(max_length=20, null=True)  # noqa: DJ001
    has_place = models.BooleanField(default=False)
    place_search = models.TextField()
    term_months = models.PositiveIntegerField(null=True)
    expires_on = models.DateField(null=True, db_index=True)
    renewal_of = models.ForeignKey("self", null=True, on_delete=models.DO_NOTHING, related_name="renewals")
    reviewed_on = models.DateField(null=True)
    demo = models.BooleanField(default=False, db_index=True)
    version = models.PositiveIntegerField(default=1)
    sort = models.CharField(max_length=200, null=True)  # noqa: DJ001 -- None stands last
    search = models.TextField()

    class Meta:
        """Where it is kept."""

        db_table = "agreements"
        # Lists walk through these in order; the id parts equal names.
        indexes = (models.Index(fields=["sort", "id"], name="agreement_sort"),)

    @override
    def __str__(self) -> str:
        """Show the title."""
        return self.title


class Part(models.Model):
    """What every part of an agreement has: the agreement, and its place among its kind."""

    agreement = models.ForeignKey(AgreementRow, on_delete=models.CASCADE, related_name="%(class)s_set")
    position = models.PositiveSmallIntegerField()

    class Meta:
        """Read in the order in which the fact names them."""

        abstract = True
        ordering = ("agreement_id", "position")

    @override
    def __str__(self) -> str:
        """Say which part of which agreement it is."""
        return f"{self.agreement_id}/{self.position}"


class PartyRow(Part):
    """An organisation that signed."""

    organisation = models.ForeignKey(OrganisationRow, on_delete=models.DO_NOTHING, related_name="parties")
    name = models.TextField()
    parent = models.TextField(null=True)  # noqa: DJ001

    class Meta(Part.Meta):
        """Where it is kept."""

        db_table = "agreement_parties"


class SignatoryRow(Part):
    """A person at the signing."""

    person = models.ForeignKey(PersonRow, on_delete=models.DO_NOTHING, related_name="signings")
    name = models.TextField()
    function = models.CharField(max_length=20)
    role = models.TextField(null=True)  # noqa: DJ001
    org = models.TextField(null=True)  # noqa: DJ001

    class Meta(Part.Meta):
        """Where it is kept."""

        db_table = "agreement_people"


class WitnessRow(Part):
    """A body or person that stood by."""

    name = models.TextField()

    class Meta(Part.Meta):
        """Where it is kept."""

        db_table = "agreement_witnesses"


class SectorRow(Part):
    """A sector the agreement is about."""

    code = models.CharField(max_length=40, db_index=True)

    class Meta(Part.Meta):
        """Where it is kept."""

        db_table = "agreement_sectors"


class FigureRow(Part):
    """A number with its unit."""

    value = models.TextField()
    unit = models.TextField()
    what = models.TextField()
    role = models.CharField(max_length=20)
    approx = models.BooleanField(default=False)
    as_of = models.CharField(max_length=40, null=True)  # noqa: DJ001

    class Meta(Part.Meta):
        """Where it is kept."""

        db_table = "agreement_figures"


class LegalActRow(Part):
    """A law, decree, decision or resolution."""

    type = models.TextField()
    number = models.TextField()
    issuer = models.TextField(null=True)  # noqa: DJ001
    date = models.CharField(max_length=40, null=True)  # noqa: DJ001
    role = models.TextField()

    class Meta(Part.Meta):
        """Where it is kept."""

        db_table = "agreement_legal_acts"
