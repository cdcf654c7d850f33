"""A filter or an id comes in, lines of the organisation list or an organisation's page go out."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet

from nhipcau.facts.organisation import Organisation, Person
from nhipcau.programme.filters import OrganisationFilter, Paging
from nhipcau.programme.views import OrganisationRow as OrganisationLine
from nhipcau.programme.views import OrganisationView, Page
from nhipcau.store.models import ChangeRow, OrganisationRow, PartyRow
from nhipcau.store.queries.agreements import agreements_newest_first
from nhipcau.store.queries.counts import number_of
from nhipcau.store.queries.paging import Sort, by_number, by_text, sliced
from nhipcau.store.queries.states import commitment_lines
from nhipcau.store.queries.visible import agreements_of, commitments_of, every, organisations_of, people_of
from nhipcau.store.rows.organisation import ORGANISATIONS
from nhipcau.store.rows.person import PEOPLE

SORTS: dict[str, Sort] = {
    "name": by_text("sort"),
    "country": by_text("country"),
    "agreements": by_number("signed"),
}


def organisation_list(wanted: OrganisationFilter, paging: Paging) -> Page[OrganisationLine]:
    """Return one page of organisations with what they signed and own counted."""
    rows = _counted(_matching(wanted), wanted.visible_to).prefetch_related(*ORGANISATIONS.related)
    found = sliced(rows, paging, SORTS)
    return Page(items=tuple(map(_line, found.rows)), next_cursor=found.next_cursor, total=found.total)


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
        children=_facts(bodies.filter(parent_id=organisation_id)),
        agreements=agreements_newest_first(agreements, today),
        commitments=commitment_lines(owned.order_by(F("due_on").asc(nulls_last=True), "pk"), today),
        people=_people(organisation_id, visible_to),
        changes=ChangeRow.objects.filter(kind="organisation", subject_id=organisation_id).count(),
    )


def _matching(wanted: OrganisationFilter) -> QuerySet[OrganisationRow]:
    rows = organisations_of(wanted.visible_to).filter(every(wanted.search))
    asked = {"country": wanted.country, "kind": wanted.kind, "demo": wanted.demo}
    return rows.filter(**{name: value for name, value in asked.items() if value is not None})


def _counted(rows: QuerySet[OrganisationRow], visible_to: str | None) -> QuerySet[OrganisationRow]:
    parties = PartyRow.objects.all()
    if visible_to is not None:
        parties = parties.filter(Exists(agreements_of(visible_to).filter(pk=OuterRef("agreement"))))
    return rows.annotate(
        signed=number_of(parties, "organisation", "agreement"),
        owned=number_of(commitments_of(visible_to), "owner"),
    )


def _line(row: OrganisationRow) -> OrganisationLine:
    counted = vars(row)
    return OrganisationLine(
        organisation=ORGANISATIONS.fact(row), agreements=counted["signed"], commitments=counted["owned"]
    )


def _people(organisation_id: str, visible_to: str | None) -> tuple[Person, ...]:
    people = people_of(visible_to).filter(organisation_id=organisation_id)
    return tuple(map(PEOPLE.fact, people.order_by("pk").prefetch_related(*PEOPLE.related)))


def _facts(rows: QuerySet[OrganisationRow]) -> tuple[Organisation, ...]:
    return tuple(map(ORGANISATIONS.fact, rows.order_by("pk")))
