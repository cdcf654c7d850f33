"""A filter or an id comes in; doubtful pairs with both their sides go out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, cast

from django.db.models import Count, F, FloatField, Q, QuerySet
from django.db.models.functions import Cast

from nhipcau.facts.organisation import Organisation, Person
from nhipcau.facts.resolving import UNDECIDED, DoubtState, Thresholds
from nhipcau.programme.filters import DoubtFilter, Paging
from nhipcau.programme.views import BandCounts, DoubtView, Page, Side
from nhipcau.programme.views import DoubtRow as DoubtLine
from nhipcau.store.models import (
    DoubtRow,
    OrganisationRow,
    PartyRow,
    PersonRow,
    SignatoryRow,
    SourceRecordRow,
    ThresholdsRow,
)
from nhipcau.store.queries.paging import Sort, by_moment, by_share, sliced
from nhipcau.store.rows.organisation import ORGANISATIONS
from nhipcau.store.rows.person import PEOPLE
from nhipcau.store.rows.resolving import DOUBTS, THRESHOLDS
from nhipcau.store.rows.source_record import SOURCE_RECORDS

SORTS: Final[dict[str, Sort]] = {
    "weight": by_share("rank"),
    "score": by_share("score"),
    "proposed": by_moment("proposed_at"),
}


def doubt_list(wanted: DoubtFilter, paging: Paging) -> Page[DoubtLine]:
    """Return one page of doubtful pairs."""
    rows: QuerySet[DoubtRow] = _ranked(_matching(wanted))
    found = sliced(rows, paging, SORTS)
    return Page(items=_lines(wanted.kind, found.rows), next_cursor=found.next_cursor, total=found.total)


def undecided_of(kind: str, thing_id: str) -> tuple[DoubtLine, ...]:
    """Return the undecided pairs of one thing, the weightiest first."""
    rows = _ranked(_matching(DoubtFilter(kind=kind, states=UNDECIDED, thing_id=thing_id)))
    return _lines(kind, list(rows.order_by(F("rank").desc(), "pk")))


def doubt_page(doubt_id: str, least: float) -> DoubtView | None:
    """Return one pair with both sides, and its neighbours in the queue."""
    row = DoubtRow.objects.filter(pk=doubt_id).first()
    if row is None:
        return None
    things = _things(row.kind, (row.left, row.right))
    if len(things) < len({row.left, row.right}):
        return None
    queue = _ranked(_matching(DoubtFilter(kind=row.kind, states=UNDECIDED, least=least)))
    return DoubtView(
        doubt=DOUBTS.fact(row),
        left=_side(row.kind, things[row.left]),
        right=_side(row.kind, things[row.right]),
        waiting=queue.count(),
        previous_id=_neighbour(queue, row, back=True),
        next_id=_neighbour(queue, row),
    )


def doubt_counts(kind: str, least: float) -> dict[str, int]:
    """Return how many pairs stand in each state."""
    wanted = ~Q(state__in=UNDECIDED) | Q(score__gte=least)
    rows = DoubtRow.objects.filter(wanted, kind=kind).order_by().values_list("state")
    return dict.fromkeys(map(str, DoubtState), 0) | dict(rows.annotate(number=Count("pk")))


def band_counts(kind: str, link: float, review: float) -> BandCounts:
    """Return how many undecided pairs would fall into each band."""
    linked, between = Q(score__gte=link, vetoes=[]), Q(score__gte=review, score__lt=link, vetoes=[])
    rows = DoubtRow.objects.filter(kind=kind, state__in=UNDECIDED)
    counted = rows.aggregate(link=Count("pk", filter=linked), review=Count("pk", filter=between), all=Count("pk"))
    apart = counted["all"] - counted["link"] - counted["review"]
    return BandCounts(link=counted["link"], review=counted["review"], apart=apart)


def thresholds(kind: str) -> Thresholds | None:
    """Return the office's thresholds of a kind."""
    row = ThresholdsRow.objects.filter(pk=kind).first()
    return THRESHOLDS.fact(row) if row else None


def stands_for(kind: str, thing_id: str) -> str | None:
    """Return the id of the one that stands for a thing that was merged away, of any other its own."""
    bodies, people = OrganisationRow.objects, PersonRow.objects
    seen: set[str] = set()
    here: str | None = thing_id
    while here is not None and here not in seen:
        seen.add(here)
        known = bodies.filter(pk=here) if kind == "organisation" else people.filter(pk=here)
        found = known.values_list("merged_into_id").first()
        if found is None:
            return None
        if not found[0]:
            return here
        here = found[0]
    return here


def members_of(organisation_id: str) -> tuple[Organisation, ...]:
    """Return all that was merged into a body, straight or by way of others."""
    return tuple(cast("Organisation", thing) for thing in _members("organisation", organisation_id))


def people_merged_into(person_id: str) -> tuple[Person, ...]:
    """Return all who were merged into a person, straight or by way of others."""
    return tuple(cast("Person", thing) for thing in _members("person", person_id))


def _members(kind: str, thing_id: str) -> tuple[Organisation | Person, ...]:
    found: dict[str, Organisation | Person] = {}
    fresh = [thing_id]
    while fresh:
        merged = [thing for thing in _merged_into(kind, fresh) if thing.id not in found]
        found.update((thing.id, thing) for thing in merged)
        fresh = [thing.id for thing in merged]
    return tuple(found.values())


def _merged_into(kind: str, thing_ids: list[str]) -> list[Organisation | Person]:
    if kind == "organisation":
        bodies = OrganisationRow.objects.filter(merged_into_id__in=thing_ids).order_by("pk")
        return [ORGANISATIONS.fact(row) for row in bodies.prefetch_related(*ORGANISATIONS.related)]
    people = PersonRow.objects.filter(merged_into_id__in=thing_ids).order_by("pk")
    return [PEOPLE.fact(row) for row in people.prefetch_related(*PEOPLE.related)]


def _matching(wanted: DoubtFilter) -> QuerySet[DoubtRow]:
    rows = DoubtRow.objects.filter(kind=wanted.kind)
    if wanted.thing_id is not None:
        rows = rows.filter(Q(left=wanted.thing_id) | Q(right=wanted.thing_id))
    asked = {
        "state__in": wanted.states or None,
        "score__gte": wanted.least,
        "score__lt": wanted.below,
        "demo": wanted.demo,
    }
    return rows.filter(**{name: value for name, value in asked.items() if value is not None})


def _ranked(rows: QuerySet[DoubtRow]) -> QuerySet[DoubtRow]:
    """Order by weight, of equal weights by score (at most 1): one number says both."""
    return rows.annotate(rank=Cast(F("weight"), FloatField()) + F("score"))


def _neighbour(queue: QuerySet[DoubtRow], row: DoubtRow, *, back: bool = False) -> str | None:
    """Return the pair behind (or before) one: open ones first, those put off last, the whole as a ring."""
    rank = row.weight + row.score
    if back:
        beyond, order = Q(rank__gt=rank) | Q(rank=rank, pk__lt=row.pk), (F("rank").asc(), F("pk").desc())
    else:
        beyond, order = Q(rank__lt=rank) | Q(rank=rank, pk__gt=row.pk), (F("rank").desc(), F("pk").asc())
    mine = DoubtState.LATER if row.state == DoubtState.LATER else DoubtState.OPEN
    other = next(state for state in UNDECIDED if state is not mine)
    others = queue.exclude(pk=row.pk).order_by(*order)
    for rows in (others.filter(beyond, state=mine), others.filter(state=other), others.filter(state=mine)):
        found = rows.values_list("pk", flat=True).first()
        if found is not None:
            return str(found)
    return None


def _lines(kind: str, rows: list[DoubtRow]) -> tuple[DoubtLine, ...]:
    things = _things(kind, {side for row in rows for side in (row.left, row.right)})
    return tuple(
        DoubtLine(doubt=DOUBTS.fact(row), left=things[row.left], right=things[row.right])
        for row in rows
        if row.left in things and row.right in things
    )


def _things(kind: str, thing_ids: Iterable[str]) -> dict[str, Organisation | Person]:
    if kind == "organisation":
        bodies = OrganisationRow.objects.filter(pk__in=list(thing_ids)).prefetch_related(*ORGANISATIONS.related)
        return {row.pk: ORGANISATIONS.fact(row) for row in bodies}
    people = PersonRow.objects.filter(pk__in=list(thing_ids)).prefetch_related(*PEOPLE.related)
    return {row.pk: PEOPLE.fact(row) for row in people}


def _side(kind: str, thing: Organisation | Person) -> Side:
    members = _members(kind, thing.id)
    if isinstance(thing, Person):
        signed = SignatoryRow.objects.filter(person_id=thing.id)
        return Side(thing=thing, members=members, agreements=signed.values("agreement").distinct().count())
    sources = SourceRecordRow.objects.filter(organisation_id=thing.id).order_by("-received_on", "pk")
    parent = _things("organisation", [thing.parent_id]) if thing.parent_id else {}
    return Side(
        thing=thing,
        sources=tuple(map(SOURCE_RECORDS.fact, sources)),
        members=members,
        parent=cast("Organisation | None", next(iter(parent.values()), None)),
        agreements=PartyRow.objects.filter(organisation_id=thing.id).values("agreement").distinct().count(),
    )
