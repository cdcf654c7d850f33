"""Needs, offers and own concepts, and their rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from nhipcau.facts.market import (
    Attribute,
    Comparison,
    Item,
    ItemKind,
    ItemState,
    Listing,
    Need,
    Offer,
    OwnConcept,
    Requirement,
)
from nhipcau.programme.market.listing import listed_text, listing_without
from nhipcau.programme.market.masking import for_the_public
from nhipcau.programme.market.places import province_of
from nhipcau.programme.record_change import to_record
from nhipcau.programme.search_text import search_text
from nhipcau.store.market_stamp import concepts_changed, items_changed
from nhipcau.store.models import NeedConcept, NeedRow, OfferConcept, OfferRow, OwnConceptRow
from nhipcau.store.rows.folding import sort_key
from nhipcau.store.rows.table import Children, Table

_SAME: Final = (
    "id",
    "organisation_id",
    "language",
    "title",
    "text",
    "created_at",
    "created_by",
    "created_by_name",
    "expires_on",
    "place",
    "agreement_id",
    "confidential",
    "sent_at",
    "published_at",
    "reviewed_by",
    "returned",
    "source",
    "source_key",
    "demo",
    "version",
)
# What an index reads of each of a million items, and nothing besides.
LISTING_COLUMNS: Final = (
    "id",
    "kind",
    "language",
    "title",
    "text",
    "place",
    "terms",
    "concepts",
    "dropped",
    "organisation_id",
    "confidential",
    "hidden",
)
_LISTS: Final = ("concepts", "dropped", "found", "hidden")


def _columns(item: Item) -> dict[str, object]:
    shown = for_the_public(item)
    terms: tuple[Requirement, ...] | tuple[Attribute, ...]
    terms = item.requirements if isinstance(item, Need) else item.attributes
    return {
        **{name: getattr(item, name) for name in _SAME},
        **{name: list(getattr(item, name)) for name in _LISTS},
        "kind": item.kind,
        "state": item.state,
        "province": province_of(item.place),
        "terms": [to_record(term) for term in terms],
        "sort": sort_key(shown.title),
        "search": search_text(item),
        "open_search": search_text(shown) if item.confidential else "",
    }


def _values(row: NeedRow | OfferRow) -> dict[str, Any]:
    """Return the parts that a need and an offer share."""
    return {
        **{name: getattr(row, name) for name in _SAME},
        **{name: tuple(getattr(row, name)) for name in _LISTS},
        "kind": ItemKind(row.kind),
        "state": ItemState(row.state),
    }


def _need(row: NeedRow) -> Need:
    return Need(requirements=tuple(map(_requirement, row.terms)), **_values(row))


def _offer(row: OfferRow) -> Offer:
    return Offer(attributes=tuple(map(_attribute, row.terms)), **_values(row))


def _requirement(term: Mapping[str, Any]) -> Requirement:
    """Return what ``to_record`` wrote down; by hand, since an index reads millions of them."""
    return Requirement(
        property=term["property"],
        comparison=Comparison(term["comparison"]),
        value=_value(term["value"]),
        unit=term["unit"],
        must=term["must"],
        on=_day(term["on"]),
        start=term["start"],
        end=term["end"],
    )


def _attribute(term: Mapping[str, Any]) -> Attribute:
    return Attribute(
        property=term["property"],
        value=_value(term["value"]),
        unit=term["unit"],
        denied=term["denied"],
        on=_day(term["on"]),
        start=term["start"],
        end=term["end"],
        evidence=term.get("evidence", ""),
    )


def _value(plain: str | Mapping[str, str]) -> Decimal | str:
    return plain if isinstance(plain, str) else Decimal(plain["number"])


def _day(plain: str | None) -> date | None:
    return date.fromisoformat(plain) if plain else None


def listing_from_columns(side: str, columns: Sequence[Any]) -> Listing:
    """Return what matching sees of an item, of ``LISTING_COLUMNS`` alone."""
    item_id, kind, language, title, text, place, terms, concepts, dropped, organisation, confidential, hidden = columns
    listing = Listing(
        id=item_id,
        kind=ItemKind(kind),
        language=language,
        text=listed_text(title, text),
        place=place,
        requirements=tuple(map(_requirement, terms)) if side == "need" else (),
        attributes=tuple(map(_attribute, terms)) if side == "offer" else (),
        concepts=tuple(concepts),
        dropped=tuple(dropped),
        organisation=organisation,
    )
    return listing_without(listing, hidden) if confidential else listing


def _children(model: type[NeedConcept | OfferConcept]) -> Callable[[Item], Children]:
    def concepts(item: Item) -> Children:
        named = sorted({*item.concepts, *item.found})
        rows: list[Mapping[str, object]] = [{"item_id": item.id, "concept": concept} for concept in named]
        return {model: rows}

    return concepts


def _own_concept(row: OwnConceptRow) -> OwnConcept:
    return OwnConcept(
        id=row.id,
        facet=row.facet,
        labels=tuple((language, label, preferred) for language, label, preferred in row.labels),
        broader=tuple(row.broader),
        note=row.note,
        demo=row.demo,
        version=row.version,
    )


NEEDS: Table[Need, NeedRow] = Table(
    model=NeedRow,
    kind="need",
    columns=_columns,
    fact=_need,
    children=_children(NeedConcept),
    owner="item_id",
    after=lambda needs: items_changed(NeedRow, [need.id for need in needs]),
)
OFFERS: Table[Offer, OfferRow] = Table(
    model=OfferRow,
    kind="offer",
    columns=_columns,
    fact=_offer,
    children=_children(OfferConcept),
    owner="item_id",
    after=lambda offers: items_changed(OfferRow, [offer.id for offer in offers]),
)
OWN_CONCEPTS: Table[OwnConcept, OwnConceptRow] = Table(
    model=OwnConceptRow,
    kind="own-concept",
    columns=to_record,
    fact=_own_concept,
    after=lambda _concepts: concepts_changed(),
)
