"""A child table comes in, the number of its rows for each parent goes out."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Count, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

Row = TypeVar("Row", bound=Model)


def number_of(rows: QuerySet[Row], parent: str, counted: str = "pk") -> Coalesce:
    """Return the expression that counts the distinct ``counted`` of ``rows`` whose ``parent`` is the outer row."""
    mine = rows.filter(**{parent: OuterRef("pk")}).order_by().values(parent)
    return Coalesce(
        Subquery(mine.annotate(number=Count(counted, distinct=True)).values("number"), output_field=IntegerField()), 0
    )
