"""Ids of bodies come in; how much hangs on each goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db.models import Count

from nhipcau.store.models import NeedRow, OfferRow, OrganisationRow, PartyRow, RegistrationRow, SourceRecordRow


def burdens(organisation_ids: Iterable[str]) -> dict[str, int]:
    """Return how many agreements, records, items, registrations and merged bodies each has, in six queries."""
    ids = list(dict.fromkeys(organisation_ids))
    total: Counter[str] = Counter(dict.fromkeys(ids, 0))
    signed = PartyRow.objects.filter(organisation_id__in=ids).order_by().values_list("organisation_id")
    total.update(dict(signed.annotate(number=Count("agreement_id", distinct=True))))
    for hanging in (SourceRecordRow, NeedRow, OfferRow, RegistrationRow):
        rows = hanging.objects.filter(organisation_id__in=ids).order_by().values_list("organisation_id")
        total.update(dict(rows.annotate(number=Count("pk"))))
    merged = OrganisationRow.objects.filter(merged_into_id__in=ids).order_by().values_list("merged_into_id")
    total.update(dict(merged.annotate(number=Count("pk"))))
    return dict(total)
