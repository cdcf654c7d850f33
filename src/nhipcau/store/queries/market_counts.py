"""A day comes in; how many needs and offers have a concept, stand in a province, or nearly fit that day, goes out."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from django.db.models import Count, Q

from nhipcau.facts.market import ItemKind
from nhipcau.programme.views import ConceptCount, NearPair, SupplyRow
from nhipcau.store.models import FoundRow, NeedConcept, OfferConcept, OfferRow
from nhipcau.store.queries.market import on_the_market


def coverage(today: date) -> tuple[ConceptCount, ...]:
    """Return the concepts of the market, in two queries."""
    needs, offers = _with_concepts(NeedConcept, today), _with_concepts(OfferConcept, today)
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


def _with_concepts(concepts: type[NeedConcept | OfferConcept], today: date) -> Counter[str]:
    shown = concepts.objects.filter(on_the_market(today, "item__")).order_by().values_list("concept")
    return Counter(dict(shown.annotate(number=Count("pk"))))
