"""A child table comes in, the number of its rows for each parent goes out, or is kept beside the parent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Count, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from nhipcau.store.models import OrganisationRow, PartyRow

Row = TypeVar("Row", bound=Model)


def number_of(rows: QuerySet[Row], parent: str, counted: str = "pk") -> Coalesce:
    """Return the expression that counts the distinct ``counted`` of ``rows`` whose ``parent`` is the outer row."""
    mine = rows.filter(**{parent: OuterRef("pk")}).order_by().values(parent)
    return Coalesce(
        Subquery(mine.annotate(number=Count(counted, distinct=True)).values("number"), output_field=IntegerField()), 0
    )


def parties_of(agreement_id: str) -> set[str]:
    """Return the ids of the bodies that an agreement is kept with now."""
    return set(PartyRow.objects.filter(agreement_id=agreement_id).values_list("organisation_id", flat=True))


def recount_agreements(organisation_ids: Iterable[str]) -> None:
    """Count anew how many agreements some bodies are a party to, and keep it beside them."""
    bodies = OrganisationRow.objects.filter(pk__in=sorted(organisation_ids))
    bodies.update(signed=number_of(PartyRow.objects.all(), "organisation", "agreement"))
