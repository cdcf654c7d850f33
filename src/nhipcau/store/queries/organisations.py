"""A filter or an id comes in, lines of the organisation list or an organisation's page go out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from nhipcau.facts.organisation import Organisation, Person
from nhipcau.programme.filters import OrganisationFilter, Paging
from nhipcau.programme.views import OrganisationRow as OrganisationLine
from nhipcau.programme.views import OrganisationView, Page
from nhipcau.store.models import ChangeRow, MergeRow, OrganisationRow, PartyRow, SourceRecordRow
from nhipcau.store.queries.agreements import agreements_newest_first
from nhipcau.store.queries.counts import number_of
from nhipcau.store.queries.doubts import members_of, undecided_of
from nhipcau.store.queries.paging import Sort, by_number, by_text, sliced
from nhipcau.store.queries.phrases import bearing, begun
from nhipcau.store.queries.states import commitment_lines
from nhipcau.store.queries.visible import agreements_of, commitments_of, organisations_of, people_of
from nhipcau.store.rows.organisation import ORGANISATIONS
from nhipcau.store.rows.person import PEOPLE
from nhipcau.store.rows.resolving import MERGES
from nhipcau.store.rows.source_record import SOURCE_RECORDS

SORTS: dict[str, Sort] = {
    "name": by_text("sort"),
    "country": by_text("country"),
    "agreements": by_number("signed"),
}
# So many hits of a very common word are counted, and no further.
_COUNTED = 10_000
_MOST_NAMED = 2_000
# Of agreements that an organisation may not see, nothing may show in the order either.
_SORTS_IN_SIGHT: dict[str, Sort] = SORTS | {"agreements": by_number("seen")}


def organisation_list(wanted: OrganisationFilter, paging: Paging) -> Page[OrganisationLine]:
    """Return one page of organisations with what they signed and own counted."""
    matching, walked = _matching(wanted)
    rows = _counted(matching, wanted.visible_to).prefetch_related(*ORGANISATIONS.related)
    sorts = SORTS if wanted.visible_to is None else _SORTS_IN_SIGHT
    found = sliced(rows, paging, sorts, count_to=_COUNTED if walked else None, total=_all(wanted))
    return Page(
        items=tuple(map(_line, found.rows)), next_cursor=found.next_cursor, total=found.total, counted=found.counted
    )


def _all(wanted: OrganisationFilter) -> int | None:
    """Return how many bodies there are where nothing was asked; two counts along small indexes."""
    if wanted != OrganisationFilter():
        return None
    return OrganisationRow.objects.count() - OrganisationRow.objects.filter(merged_into__isnull=False).count()


def organisation_page(organisation_id: str, today: date, visible_to: str | None) -> OrganisationView | None:
    """Return one organisation with the agreements and commitments that ``visible_to`` allows."""
    bodies = OrganisationRow.objects.prefetch_related(*ORGANISATIONS.related)
    row = bodies.filter(pk=organisation_id).first()
    if row is None:
        return None
    parent = bodies.filter(pk=row.parent_id).first()
    signed = PartyRow.objects.filter(agreement=OuterRef("pk"), organisation_id=organisation_id)
    agreements = agreements_of(visible_to).filter(Exists(signed))
    owned = commitments_of(visible_to).filter(owner_id=organisation_id).select_related("agreement", "owner")
    return OrganisationView(
        organisation=ORGANISATIONS.fact(row),
        parent=ORGANISATIONS.fact(parent) if parent else None,
        children=_facts(bodies.filter(parent_id=organisation_id, merged_into=None)),
        agreements=agreements_newest_first(agreements, today),
        commitments=commitment_lines(owned.order_by(F("due_on").asc(nulls_last=True), "pk"), today),
        people=_people(organisation_id, visible_to),
        changes=ChangeRow.objects.filter(kind="organisation", subject_id=organisation_id).count(),
        **(_for_the_office(organisation_id) if visible_to is None else {}),
    )


def _for_the_office(organisation_id: str) -> dict[str, Any]:
    """Return what sources said, what was merged into the body, and which pairs wait."""
    sources = SourceRecordRow.objects.filter(organisation_id=organisation_id).order_by("-received_on", "pk")
    members = members_of(organisation_id)
    cluster = [organisation_id, *(member.id for member in members)]
    merges = MergeRow.objects.filter(Q(kept__in=cluster) | Q(gone=organisation_id), kind="organisation")
    return {
        "sources": tuple(map(SOURCE_RECORDS.fact, sources)),
        "members": members,
        "merges": tuple(map(MERGES.fact, merges.order_by("-merged_at", "pk"))),
        "doubts": undecided_of("organisation", organisation_id),
    }


def _matching(wanted: OrganisationFilter) -> tuple[QuerySet[OrganisationRow], bool]:
    """Return the rows, and whether they are so many that each has to be looked at."""
    asked = {"country": wanted.country, "kind": wanted.kind, "demo": wanted.demo}
    rows = organisations_of(wanted.visible_to).filter(
        begun(wanted.search),
        merged_into__isnull=True,
        **{key: value for key, value in asked.items() if value is not None},
    )
    if wanted.visible_to is not None or not wanted.search:
        return rows, False
    rarest = bearing("organisation", wanted.search)
    if rarest is None:
        return rows, True
    # One pass tells whether all of them can be named; then counting and ordering cost nothing.
    ids = list(rows.filter(pk__in=rarest).order_by().values_list("pk", flat=True)[: _MOST_NAMED + 1])
    if len(ids) <= _MOST_NAMED:
        return rows.filter(pk__in=ids), False
    return rows.filter(pk__in=rarest), True


def _counted(rows: QuerySet[OrganisationRow], visible_to: str | None) -> QuerySet[OrganisationRow]:
    if visible_to is None:
        return rows.annotate(seen=F("signed"), owned=number_of(commitments_of(None), "owner"))
    parties = PartyRow.objects.filter(Exists(agreements_of(visible_to).filter(pk=OuterRef("agreement"))))
    return rows.annotate(
        seen=number_of(parties, "organisation", "agreement"), owned=number_of(commitments_of(visible_to), "owner")
    )


def _line(row: OrganisationRow) -> OrganisationLine:
    counted = vars(row)
    return OrganisationLine(
        organisation=ORGANISATIONS.fact(row), agreements=counted["seen"], commitments=counted["owned"]
    )


def _people(organisation_id: str, visible_to: str | None) -> tuple[Person, ...]:
    here = Q(organisation_id=organisation_id) | Q(posts__organisation_id=organisation_id)
    people = people_of(visible_to).filter(here).distinct()
    return tuple(map(PEOPLE.fact, people.order_by("pk").prefetch_related(*PEOPLE.related)))


def _facts(rows: QuerySet[OrganisationRow]) -> tuple[Organisation, ...]:
    return tuple(map(ORGANISATIONS.fact, rows.order_by("pk")))
