"""What the desk asks comes in, its sections with their count and the longest waiting go out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db.models import Exists, F, Max, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate

from nhipcau.facts.commitment import CommitmentState
from nhipcau.facts.draft import DraftList, DraftState
from nhipcau.facts.market import ItemState
from nhipcau.facts.organisation_import import ImportState
from nhipcau.facts.resolving import DoubtState
from nhipcau.programme.filters import DeskQuery
from nhipcau.programme.views import DeskItem, DeskSection
from nhipcau.store.models import (
    ActivityRow,
    AgreementRow,
    CommitmentRow,
    DoubtRow,
    DraftRow,
    ImportSheetRow,
    NeedRow,
    OfferRow,
    OrganisationRow,
)
from nhipcau.store.queries import desk_matches
from nhipcau.store.queries.states import (
    NOT_ABANDONED,
    WITHOUT_DUE,
    WITHOUT_OWNER,
    WITHOUT_QUANTITY,
    in_state,
    with_state,
)
from nhipcau.store.queries.visible import agreements_of, commitments_of

Row = TypeVar("Row", bound=Model)
Question = Callable[[DeskQuery], DeskSection]


def desk(query: DeskQuery) -> tuple[DeskSection, ...]:
    """Return the wanted sections, each in two queries."""
    return tuple(_SECTIONS[code](query) for code in query.sections)


def _drafts_to_confirm(query: DeskQuery) -> DeskSection:
    waiting = DraftRow.objects.filter(proposed__isnull=True)
    return _drafts("drafts-to-confirm", waiting, query)


def _same_proposals(query: DeskQuery) -> DeskSection:
    return _drafts("same-proposals", DraftRow.objects.filter(proposed__isnull=False), query)


def _drafts(code: str, rows: QuerySet[DraftRow], query: DeskQuery) -> DeskSection:
    waiting = rows.filter(state=DraftState.OPEN, list=DraftList.AGREEMENT).annotate(since=_created_on(query))
    fetched = waiting.select_related("document").defer("values", "document__text", "document__search")
    return _section(code, fetched, query, _draft_item)


def _draft_item(row: DraftRow) -> DeskItem:
    return DeskItem(
        kind="draft",
        id=row.pk,
        title=row.document.title,
        since=vars(row)["since"],
        demo=row.demo,
    )


def _to_commit(query: DeskQuery) -> DeskSection:
    """Ask for the lists that somebody looked at and nobody took in; those are the office's own."""
    code = "imports-to-commit"
    if query.visible_to is not None:
        return DeskSection(code=code, count=0)
    rows = ImportSheetRow.objects.filter(state=ImportState.PREVIEW).annotate(since=_created_on(query))
    return _section(code, rows, query, _import_item)


def _import_item(row: ImportSheetRow) -> DeskItem:
    return DeskItem(
        kind="import", id=row.pk, title=f"{row.source} · {row.file_name}", since=vars(row)["since"], demo=row.demo
    )


def _to_review(query: DeskQuery) -> DeskSection:
    """Ask for the doubtful pairs of organisations; those of an office of one organisation are nobody's business."""
    code = "organisations-to-review"
    if query.visible_to is not None:
        return DeskSection(code=code, count=0)
    rows = DoubtRow.objects.filter(kind="organisation", state=DoubtState.OPEN, score__gte=query.least_score)
    first = list(
        rows.annotate(since=TruncDate("proposed_at", tzinfo=query.zone)).order_by("since", "pk")[: query.sample]
    )
    names = dict(
        OrganisationRow.objects.filter(pk__in={side for row in first for side in (row.left, row.right)}).values_list(
            "pk", "title"
        )
    )
    items = tuple(
        DeskItem(
            kind="doubt",
            id=row.pk,
            title=" · ".join(names[side] for side in (row.left, row.right) if side in names),
            since=vars(row)["since"],
            demo=row.demo,
        )
        for row in first
    )
    return DeskSection(code=code, count=rows.count(), items=items)


def _market_to_review(query: DeskQuery) -> DeskSection:
    waiting = Q(state=ItemState.IN_REVIEW) & (~Q(created_by=query.reviewer) if query.reviewer else Q())
    return _items("market-to-review", waiting, TruncDate(Coalesce("sent_at", "created_at"), tzinfo=query.zone), query)


def _market_expiring(query: DeskQuery) -> DeskSection:
    ending = Q(state=ItemState.PUBLISHED, expires_on__gte=query.today, expires_on__lte=query.renew_until)
    own = Q() if query.visible_to is None else Q(organisation_id=query.visible_to)
    return _items("market-expiring", ending & own, F("expires_on"), query)


def _items(code: str, wanted: Q, since: F | TruncDate, query: DeskQuery) -> DeskSection:
    """Ask for needs and for offers, and put the two together."""
    found = [
        _section(code, model.objects.filter(wanted).annotate(since=since), query, item)
        for model, item in ((NeedRow, _item("need")), (OfferRow, _item("offer")))
    ]
    first = sorted((item for section in found for item in section.items), key=lambda item: (item.since, item.id))
    return DeskSection(code=code, count=sum(section.count for section in found), items=tuple(first[: query.sample]))


def _item(kind: str) -> Callable[[Model], DeskItem]:
    def item(row: Model) -> DeskItem:
        values = vars(row)
        return DeskItem(
            kind=kind,
            id=values["id"],
            title=values["title"],
            since=values["since"],
            code=values["kind"],
            demo=values["demo"],
        )

    return item


def _without(code: str, lacking: Q) -> Question:
    def section(query: DeskQuery) -> DeskSection:
        rows = commitments_of(query.visible_to).filter(NOT_ABANDONED, lacking).annotate(since=_created_on(query))
        return _section(code, rows, query, _commitment_item)

    return section


def _late(query: DeskQuery) -> DeskSection:
    rows = in_state(commitments_of(query.visible_to), CommitmentState.LATE, query.today)
    return _section("late", rows.annotate(since=F("due_on")), query, _commitment_item)


def _idle(query: DeskQuery) -> DeskSection:
    """Ask for what has rested: the last activity, or the creation where nothing was logged, lies too far back."""
    last = ActivityRow.objects.filter(commitment=OuterRef("pk")).order_by().values("commitment")
    rows = with_state(commitments_of(query.visible_to), query.today)
    resting = (
        rows.exclude(Q(state__in=[CommitmentState.ABANDONED.value, CommitmentState.DONE.value]))
        .annotate(since=Coalesce(Subquery(last.annotate(on_last=Max("on")).values("on_last")), _created_on(query)))
        .filter(since__lt=query.idle_before)
    )
    return _section("idle-12-months", resting, query, _commitment_item)


def _commitment_item(row: CommitmentRow) -> DeskItem:
    return DeskItem(
        kind="commitment",
        id=row.pk,
        title=row.text,
        since=vars(row)["since"],
        code=row.code,
        agreement_id=row.agreement_id,
        demo=row.demo,
    )


def _expiring(query: DeskQuery) -> DeskSection:
    rows = agreements_of(query.visible_to).filter(
        ~_renewed(), expires_on__gte=query.today, expires_on__lte=query.expires_until
    )
    return _section("expiring-90-days", rows.annotate(since=F("expires_on")), query, _agreement_item)


def _reviews(query: DeskQuery) -> DeskSection:
    alive = Q(expires_on__isnull=True) | Q(expires_on__gte=query.today)
    rows = (
        agreements_of(query.visible_to)
        .filter(~_renewed(), alive)
        .annotate(since=Coalesce("reviewed_on", "signed_until", _created_on(query)))
        .filter(since__lte=query.reviewed_until)
    )
    return _section("reviews-due", rows, query, _agreement_item)


def _agreement_item(row: AgreementRow) -> DeskItem:
    return DeskItem(
        kind="agreement",
        id=row.pk,
        title=row.title,
        since=vars(row)["since"],
        code=row.type,
        agreement_id=row.pk,
        demo=row.demo,
    )


def _renewed() -> Exists:
    return Exists(AgreementRow.objects.filter(renewal_of=OuterRef("pk")))


def _created_on(query: DeskQuery) -> TruncDate:
    return TruncDate("created_at", tzinfo=query.zone)


def _section(code: str, rows: QuerySet[Row], query: DeskQuery, item: Callable[[Row], DeskItem]) -> DeskSection:
    """Count the rows and fetch the first few by the column ``since``."""
    first = rows.order_by("since", "pk")[: query.sample]
    return DeskSection(code=code, count=rows.order_by().count(), items=tuple(map(item, first)))


_SECTIONS: dict[str, Question] = {
    "drafts-to-confirm": _drafts_to_confirm,
    "same-proposals": _same_proposals,
    "imports-to-commit": _to_commit,
    "organisations-to-review": _to_review,
    "market-to-review": _market_to_review,
    "market-expiring": _market_expiring,
    "matches-to-answer": desk_matches.to_answer,
    "matches-idle-30-days": desk_matches.resting,
    "new-matches": desk_matches.new_matches,
    "commitments-without-owner": _without("commitments-without-owner", WITHOUT_OWNER),
    "commitments-without-quantity": _without("commitments-without-quantity", WITHOUT_QUANTITY),
    "commitments-without-due": _without("commitments-without-due", WITHOUT_DUE),
    "late": _late,
    "idle-12-months": _idle,
    "expiring-90-days": _expiring,
    "reviews-due": _reviews,
}
