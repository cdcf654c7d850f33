"""Questions about matches and about pairs that the engine found come in; lines, pages and counts go out, as kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.aggregates import Count

from nhipcau.facts.deal import Follower, Match, Side, Stage
from nhipcau.facts.market import Listing, Need, Offer
from nhipcau.programme.filters import FoundFilter, MatchFilter, Paging
from nhipcau.programme.market.lifetime import state_on
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.views import (
    Contact,
    FunnelRow,
    ItemRow,
    MatchFunnel,
    MatchRow,
    MatchView,
    MoneyTotal,
    NewMatch,
    Page,
)
from nhipcau.store.models import AgreementRow, ChangeRow, DealRow, FollowerRow, FoundRow, NeedRow, OfferRow
from nhipcau.store.past_deals import with_deals
from nhipcau.store.queries.agreements import agreement_links
from nhipcau.store.queries.market import on_the_market
from nhipcau.store.queries.paging import Sort, by_moment, by_number, sliced
from nhipcau.store.rows.deal import FOLLOWERS, MATCHES, VALUES
from nhipcau.store.rows.market import NEEDS, OFFERS

SORTS: Final[dict[str, Sort]] = {
    "moved": by_moment("moved_at"),
    "proposed": by_moment("proposed_at"),
    "score": by_number("score"),
}
_OVER: Final = (Stage.DECLINED, Stage.CONTRACT, Stage.REPEAT_ORDER)
_UNANSWERED: Final = (Stage.PROPOSED, Stage.ACCEPTED_BY_ONE)
_TABLES: Final[Mapping[str, Any]] = {"need": NEEDS, "offer": OFFERS}


def listings(side: str, item_ids: Iterable[str]) -> dict[str, Listing]:
    """Return what matching sees of some items, in one query, of offers in two."""
    told = [(listing_of(item), item.demo) for item in _items(side, item_ids).values()]
    listed = with_deals(told) if side == "offer" else [listing for listing, _ in told]
    return {listing.id: listing for listing in listed}


def item_rows(side: str, item_ids: Iterable[str], today: date) -> dict[str, ItemRow[Any]]:
    """Return lines of some items, in one query."""
    table = _TABLES[side]
    rows = table.model.objects.filter(pk__in=list(item_ids)).select_related("organisation")
    return {row.pk: _line(table.fact(row), row.organisation.title, today) for row in rows}


def item_matches(side: str, item_id: str) -> tuple[Match, ...]:
    """Return the matches of one item, in one query."""
    return tuple(map(MATCHES.fact, DealRow.objects.filter(**{f"{side}_id": item_id}).order_by("pk")))


def match_list(wanted: MatchFilter, paging: Paging) -> Page[MatchRow]:
    """Return one page of matches, in five queries."""
    found = sliced(_with_items(_matching(wanted)), paging, SORTS)
    return Page(
        items=tuple(_row(row, wanted.today) for row in found.rows), next_cursor=found.next_cursor, total=found.total
    )


def match_page(match_id: str, today: date) -> MatchView | None:
    """Return one match, in three queries."""
    row = _with_items(DealRow.objects.filter(pk=match_id)).first()
    if row is None:
        return None
    agreement = agreement_links(AgreementRow.objects.filter(pk=row.agreement_id)) if row.agreement_id else ()
    return MatchView(
        row=_row(row, today),
        contacts=(_contact(Side.NEED, row.need), _contact(Side.OFFER, row.offer)),
        agreement=agreement[0] if agreement else None,
        changes=ChangeRow.objects.filter(kind="match", subject_id=match_id).count(),
    )


def match_funnel(agreement_id: str | None, *, by_agreement: bool, visible_to: str | None) -> MatchFunnel:
    """Return where matches stand, in seven queries."""
    rows = DealRow.objects.filter(a_side(visible_to))
    if agreement_id is not None:
        rows = rows.filter(agreement_id=agreement_id)
    now: Counter[Stage] = Counter()
    apart: dict[str | None, dict[Stage, int]] = defaultdict(dict)
    for agreement, stage, number in rows.order_by().values_list("agreement_id", "stage").annotate(n=Count("pk")):
        now[Stage(stage)] += number
        apart[agreement if by_agreement else None][Stage(stage)] = number
    titles = dict(AgreementRow.objects.filter(pk__in=[key for key in apart if key]).values_list("pk", "title"))
    return MatchFunnel(
        now=_in_order(now),
        reached=_in_order(_reached(rows)),
        by_agreement=tuple(
            FunnelRow(agreement_id=key, agreement_title=titles.get(key or "", ""), stages=_in_order(stages))
            for key, stages in sorted(apart.items(), key=lambda one: (-sum(one[1].values()), one[0] or "~"))
        )
        if by_agreement
        else (),
        totals=tuple(total for name in VALUES for total in _totals(rows, name)),
    )


def follower(person_id: str) -> Follower | None:
    """Return how somebody follows new matches, in one query."""
    row = FollowerRow.objects.filter(pk=person_id).first()
    return FOLLOWERS.fact(row) if row else None


def found_pairs(wanted: FoundFilter) -> tuple[NewMatch, ...]:
    """Return the pairs found, in one query."""
    rows = new_pairs(wanted).select_related("need__organisation", "offer__organisation").order_by("-since", "pk")
    return tuple(
        NewMatch(
            id=row.pk,
            need=_need_line(row.need, wanted.today),
            offer=_offer_line(row.offer, wanted.today),
            mine=None,
            score=row.score,
            since=row.since,
            closed=tuple(row.closed),
        )
        for row in rows[: wanted.limit]
    )


def new_pairs(wanted: FoundFilter) -> QuerySet[FoundRow]:
    """Return the rows of the pairs found that both stand on the market and that nobody set on the way."""
    rows = FoundRow.objects.filter(near=False, gone_at=None)
    if wanted.since is not None:
        rows = rows.filter(since__gt=wanted.since)
    if wanted.visible_to is not None:
        rows = rows.filter(Q(need__organisation_id=wanted.visible_to) | Q(offer__organisation_id=wanted.visible_to))
    under_way = DealRow.objects.filter(need=OuterRef("need"), offer=OuterRef("offer"))
    shown = on_the_market(wanted.today, "need__") & on_the_market(wanted.today, "offer__")
    return rows.filter(shown, ~Exists(under_way))


def unanswered(organisation_id: str | None) -> Q:
    """Return the condition for matches that a side (this organisation's) has not answered."""
    if organisation_id is None:
        return Q(stage__in=_UNANSWERED)
    mine = Q(need_organisation_id=organisation_id, need_accepted=False)
    mine |= Q(offer_organisation_id=organisation_id, offer_accepted=False)
    return Q(stage__in=_UNANSWERED) & mine


def under_way() -> Q:
    """Return the condition for matches that are neither declined nor at a contract."""
    return ~Q(stage__in=_OVER)


def _items(side: str, item_ids: Iterable[str]) -> dict[str, Any]:
    table = _TABLES[side]
    return {row.pk: table.fact(row) for row in table.model.objects.filter(pk__in=list(item_ids))}


def _matching(wanted: MatchFilter) -> QuerySet[DealRow]:
    rows = DealRow.objects.filter(a_side(wanted.visible_to), a_side(wanted.organisation_id))
    if wanted.idle_before is not None:
        rows = rows.filter(under_way(), moved_at__lt=wanted.idle_before)
    if wanted.unanswered:
        rows = rows.filter(unanswered(wanted.answerer))
    asked = {
        "stage": wanted.stage,
        "agreement_id": wanted.agreement_id,
        "need_id": wanted.need_id,
        "offer_id": wanted.offer_id,
        "proposed_by": wanted.proposed_by,
        "demo": wanted.demo,
    }
    return rows.filter(**{name: value for name, value in asked.items() if value is not None})


def a_side(organisation_id: str | None) -> Q:
    """Return the condition for matches in which an organisation is a side; of nobody in particular all."""
    if organisation_id is None:
        return Q()
    return Q(need_organisation_id=organisation_id) | Q(offer_organisation_id=organisation_id)


def _with_items(rows: QuerySet[DealRow]) -> QuerySet[DealRow]:
    return rows.select_related("need__organisation", "offer__organisation")


def _row(row: DealRow, today: date) -> MatchRow:
    return MatchRow(match=MATCHES.fact(row), need=_need_line(row.need, today), offer=_offer_line(row.offer, today))


def _need_line(row: NeedRow, today: date) -> ItemRow[Need]:
    return _line(NEEDS.fact(row), row.organisation.title, today)


def _offer_line(row: OfferRow, today: date) -> ItemRow[Offer]:
    return _line(OFFERS.fact(row), row.organisation.title, today)


def _line(item: Any, name: str, today: date) -> ItemRow[Any]:
    return ItemRow(item=item, state=state_on(item, today), organisation_name=name)


def _contact(side: Side, row: NeedRow | OfferRow) -> Contact:
    body = row.organisation
    return Contact(
        side=side,
        organisation_id=body.pk,
        organisation_name=body.title,
        person=row.created_by_name,
        address=body.address or "",
        phone=body.phone or "",
        domain=body.domain or "",
    )


def _reached(rows: QuerySet[DealRow]) -> Counter[Stage]:
    """Count at how many matches each stage was ever recorded, however often."""
    reached: Counter[Stage] = Counter()
    for (steps,) in rows.order_by().values_list("steps").iterator(chunk_size=2000):
        reached.update({Stage(step["stage"]) for step in steps})
    return reached


def _totals(rows: QuerySet[DealRow], name: str) -> Iterable[MoneyTotal]:
    amount, currency = f"{name}_amount", f"{name}_currency"
    summed = rows.filter(**{f"{amount}__isnull": False}).order_by(currency).values_list(currency)
    for code, total, number in summed.annotate(total=Sum(F(amount)), n=Count("pk")):
        yield MoneyTotal(kind=name, currency=code, amount=total or Decimal(0), matches=number)


def _in_order(counts: Mapping[Stage, int]) -> dict[Stage, int]:
    return {stage: counts[stage] for stage in Stage if counts.get(stage)}
