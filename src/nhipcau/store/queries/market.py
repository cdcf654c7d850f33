"""Questions about needs, offers and own concepts come in; lines, pages, and what an index has to keep go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Generic, TypeVar

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Concat

from nhipcau.facts.market import Item, ItemState, Listing, Need, Offer
from nhipcau.programme.filters import ItemFilter, MarketSight, Paging, SearchQuery
from nhipcau.programme.market.lifetime import state_on
from nhipcau.programme.market.masking import for_the_public
from nhipcau.programme.views import ItemRow, ItemView, MarketEntry, OwnConceptRow, Page, SearchHit
from nhipcau.store import models
from nhipcau.store.models import AgreementRow, ChangeRow, NeedConcept, NeedRow, OfferConcept, OfferRow
from nhipcau.store.past_deals import with_deals
from nhipcau.store.queries.agreements import agreement_links
from nhipcau.store.queries.paging import Sort, by_day, by_moment, by_text, sliced
from nhipcau.store.queries.visible import every
from nhipcau.store.rows.market import LISTING_COLUMNS, NEEDS, OFFERS, OWN_CONCEPTS, listing_from_columns
from nhipcau.store.rows.table import Table

SORTS: Final[dict[str, Sort]] = {
    "new": by_moment("created_at"),
    "expires": by_day("expires_on"),
    "title": by_text("sort"),
}
# So many are counted, and no further: a page needs no more, and a million would have to be looked at.
_COUNTED: Final = 10_000

Some = TypeVar("Some", bound=Item)
Row = TypeVar("Row", NeedRow, OfferRow)


@dataclass(frozen=True, slots=True)
class _Side(Generic[Some, Row]):
    """Where needs, or offers, are kept."""

    table: Table[Some, Row]
    concepts: type[NeedConcept | OfferConcept]

    @property
    def rows(self) -> QuerySet[Row]:
        return self.table.model._default_manager.all()  # noqa: SLF001 -- Django's documented name for it


_NEEDS: Final[_Side[Need, NeedRow]] = _Side(NEEDS, NeedConcept)
_OFFERS: Final[_Side[Offer, OfferRow]] = _Side(OFFERS, OfferConcept)
_SIDES: Final[Mapping[str, _Side[Any, Any]]] = {"need": _NEEDS, "offer": _OFFERS}
ITEM_SIDES: Final = tuple(_SIDES)


def need_list(wanted: ItemFilter, paging: Paging) -> Page[ItemRow[Need]]:
    """Return one page of needs."""
    return _list(_NEEDS, wanted, paging)


def offer_list(wanted: ItemFilter, paging: Paging) -> Page[ItemRow[Offer]]:
    """Return one page of offers."""
    return _list(_OFFERS, wanted, paging)


def need_page(need_id: str, today: date) -> ItemView[Need] | None:
    """Return one need."""
    return _page(_NEEDS, need_id, today)


def offer_page(offer_id: str, today: date) -> ItemView[Offer] | None:
    """Return one offer."""
    return _page(_OFFERS, offer_id, today)


def item_hits(side: str, query: SearchQuery) -> list[SearchHit]:
    """Return what is found of a side, named as whoever searches may know it, in one query."""
    here, sight = _SIDES[side], query.sight
    rows = here.rows.filter(_within(sight, query.today), _with_words(query.terms, sight))
    found = map(here.table.fact, rows.order_by(F("sort").asc(nulls_first=True), "pk")[: query.limit])
    return [
        SearchHit(
            kind=side,
            id=item.id,
            title=(item if sight.knows(item) else for_the_public(item)).title,
            detail=item.kind,
            demo=item.demo,
        )
        for item in found
    ]


def _within(sight: MarketSight, today: date) -> Q:
    """Return the condition for items that may be seen at all.

    It is put so that no database looks for these alone: nearly all are, and it is to walk along a list's order.
    """
    if sight.everything:
        return Q()
    seen = on_the_market(today) | _own(sight)
    return Q(Case(When(seen, then=True), default=False))


def _with_words(terms: tuple[str, ...], sight: MarketSight) -> Q:
    """Return the condition that every word stands in what may be known of an item."""
    if not terms or sight.everything:
        return every(terms)
    return (_told(sight) & every(terms)) | (~_told(sight) & every(terms, "open_search"))


def own_concepts() -> tuple[OwnConceptRow, ...]:
    """Return the office's own concepts with how often each is used, in three queries."""
    used: Counter[str] = Counter()
    for side in _SIDES.values():
        rows = side.concepts.objects.filter(concept__startswith="own:").order_by().values_list("concept")
        used.update(dict(rows.annotate(number=Count("pk"))))
    concepts = map(OWN_CONCEPTS.fact, models.OwnConceptRow.objects.order_by("pk"))
    return tuple(OwnConceptRow(concept=concept, used=used[concept.id]) for concept in concepts)


def items_after(side: str, item_id: str, *, limit: int, today: date, since: int) -> tuple[MarketEntry, ...]:
    """Return the next items for an index, in one query, in one more where those are wanted that changed.

    Of offers in yet one more, for past deals.
    """
    rows = _SIDES[side].rows
    if not since:
        shown = rows.filter(on_the_market(today), pk__gt=item_id).order_by("pk")[:limit]
        return tuple(MarketEntry(id=one.id, listing=one) for one in _listings(side, shown))
    changed = _changed_after(rows, item_id, limit, since)
    shown = rows.filter(on_the_market(today), pk__in=changed)
    known = {one.id: one for one in _listings(side, shown)}
    return tuple(MarketEntry(id=changed_id, listing=known.get(changed_id)) for changed_id in changed)


def _listings(side: str, rows: QuerySet[Any]) -> list[Listing]:
    columns = rows.values_list(*LISTING_COLUMNS, "demo")
    told = [(listing_from_columns(side, mine), demo) for *mine, demo in columns]
    return with_deals(told) if side == "offer" else [listing for listing, _ in told]


def _changed_after(rows: QuerySet[Any], item_id: str, limit: int, since: int) -> list[str]:
    """Return the next ids of what changed, out of the index of stamps: a walk along the ids would meet all others."""
    key = Concat("pk", Value(""))
    changed = rows.filter(stamp__gt=since).annotate(key=key).filter(key__gt=item_id).order_by("key")
    return list(changed.values_list("key", flat=True)[:limit])


def items_gone(side: str, since: int) -> tuple[str, ...]:
    """Return the ids of deleted items."""
    gone = models.GoneItemRow.objects.filter(side=side, stamp__gt=since)
    return tuple(gone.order_by("pk").values_list("pk", flat=True))


def items_ended(side: str, first: date, last: date) -> tuple[str, ...]:
    """Return the ids of published items whose last day lies between two days."""
    rows = _SIDES[side].rows.filter(state=ItemState.PUBLISHED, expires_on__gte=first, expires_on__lte=last)
    return tuple(rows.order_by("pk").values_list("pk", flat=True))


def _list(side: _Side[Some, Row], wanted: ItemFilter, paging: Paging) -> Page[ItemRow[Some]]:
    rows = _matching(side, wanted).select_related("organisation")
    found = sliced(rows, paging, SORTS, count_to=_COUNTED)
    items = tuple(_line(side, row, wanted.today) for row in found.rows)
    return Page(items=items, next_cursor=found.next_cursor, total=found.total, counted=found.counted)


def _page(side: _Side[Some, Row], item_id: str, today: date) -> ItemView[Some] | None:
    row = side.rows.filter(pk=item_id).select_related("organisation").first()
    if row is None:
        return None
    agreement = agreement_links(AgreementRow.objects.filter(pk=row.agreement_id)) if row.agreement_id else ()
    changes = ChangeRow.objects.filter(kind=side.table.kind, subject_id=item_id).count()
    return ItemView(row=_line(side, row, today), agreement=agreement[0] if agreement else None, changes=changes)


def _line(side: _Side[Some, Row], row: Row, today: date) -> ItemRow[Some]:
    item = side.table.fact(row)
    return ItemRow(item=item, state=state_on(item, today), organisation_name=row.organisation.title)


def _matching(side: _Side[Some, Row], wanted: ItemFilter) -> QuerySet[Row]:
    rows = side.rows.filter(_within(wanted.sight, wanted.today), _with_words(wanted.search, wanted.sight))
    if wanted.state is not None:
        rows = rows.filter(_in_state(wanted.state, wanted.today))
    # Who is behind a confidential item shows in no question that only its own people could ask.
    telling = (wanted.organisation_id, wanted.agreement_id, wanted.city, wanted.created_by)
    if not wanted.sight.everything and any(asked is not None for asked in telling):
        rows = rows.filter(_told(wanted.sight))
    if wanted.concepts:
        rows = rows.filter(Exists(side.concepts.objects.filter(item=OuterRef("pk"), concept__in=wanted.concepts)))
    if wanted.provinces:
        rows = rows.filter(province__in=wanted.provinces)
    asked = {
        "kind": wanted.kind,
        "organisation_id": wanted.organisation_id,
        "agreement_id": wanted.agreement_id,
        "place": wanted.city,
        "language": wanted.language,
        "created_by": wanted.created_by,
        "demo": wanted.demo,
    }
    return rows.filter(**{name: value for name, value in asked.items() if value is not None})


def _in_state(state: ItemState, today: date) -> Q:
    if state is ItemState.PUBLISHED:
        return on_the_market(today)
    if state is ItemState.EXPIRED:
        return Q(state=ItemState.PUBLISHED, expires_on__lt=today)
    return Q(state=state)


def on_the_market(today: date, prefix: str = "") -> Q:
    """Return the condition for items that are published and not over; ``prefix`` leads to them from another table."""
    return Q(**{f"{prefix}state": ItemState.PUBLISHED, f"{prefix}expires_on__gte": today})


def _own(sight: MarketSight) -> Q:
    """Return the condition for items of one's own organisation; who has none owns nothing."""
    return Q(organisation_id=sight.organisation_id or "")


def _told(sight: MarketSight) -> Q:
    """Return the condition for items of which one may know who is behind them."""
    return Q(confidential=False) | _own(sight)
