"""A day comes in; how many needs and offers have a concept, stand in a province, or nearly fit that day, goes out."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import Any, Final

from django.db.models import Count, Q, QuerySet

from nhipcau.facts.market import ItemKind, ItemState
from nhipcau.programme.views import ConceptCount, NearPair, SupplyRow
from nhipcau.store.models import FoundRow, NeedConcept, NeedRow, OfferConcept, OfferRow
from nhipcau.store.queries.market import on_the_market

_NOT_SHOWN: Final = tuple(state for state in ItemState if state is not ItemState.PUBLISHED)


def coverage(today: date) -> tuple[ConceptCount, ...]:
    """Return the concepts of the market, in six queries."""
    needs, offers = _with_concepts(NeedConcept, NeedRow, today), _with_concepts(OfferConcept, OfferRow, today)
    return tuple(
        ConceptCount(concept=concept, needs=needs[concept], offers=offers[concept])
        for concept in sorted({*needs, *offers})
    )


def supply(today: date) -> tuple[SupplyRow, ...]:
    """Return the offers of each province by kind, in one query."""
    rows = OfferRow.objects.filter(on_the_market(today)).order_by().values_list("province", "kind")
    found: dict[str | None, dict[ItemKind, int]] = defaultdict(dict)
    for province, kind, number in rows.annotate(number=Count("pk")):
        found[province or None][ItemKind(kind)] = number
    return tuple(
        SupplyRow(place=place, kinds={kind: found[place][kind] for kind in ItemKind if kind in found[place]})
        for place in sorted(found, key=lambda place: (place is None, place or ""))
    )


def near_pairs(today: date, visible_to: str | None, limit: int) -> tuple[NearPair, ...]:
    """Return pairs that nearly fit, in one query.

    A score of 0 or less says that more fails than fits: closing the gap would make no match worth a look.
    """
    rows = FoundRow.objects.filter(on_the_market(today, "need__"), on_the_market(today, "offer__"))
    rows = rows.filter(near=True, gone_at=None, score__gt=0)
    if visible_to is not None:
        rows = rows.filter(Q(need__organisation_id=visible_to) | Q(offer__organisation_id=visible_to))
    found = rows.order_by("-score", "pk").values_list("need_id", "offer_id", "unmet")[:limit]
    return tuple(NearPair(need_id=need, offer_id=offer, unmet=tuple(unmet)) for need, offer, unmet in found)


def _with_concepts(
    concepts: type[NeedConcept | OfferConcept], items: type[NeedRow | OfferRow], today: date
) -> Counter[str]:
    """Count all, which one index answers, and take off what is not on the market: far fewer than what is."""
    counted = Counter(_by_concept(concepts.objects.all()))
    for gone in (Q(state__in=_NOT_SHOWN), Q(state=ItemState.PUBLISHED, expires_on__lt=today)):
        off: Any = items.objects.filter(gone)
        counted.subtract(_by_concept(concepts.objects.filter(item__in=off)))
    return +counted


def _by_concept(rows: QuerySet[Any]) -> dict[str, int]:
    return dict(rows.order_by().values_list("concept").annotate(number=Count("pk")))
