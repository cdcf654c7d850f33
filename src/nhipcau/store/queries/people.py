"""A filter or an id comes in, lines of the people list or a person's page go out."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from nhipcau.facts.organisation import Organisation
from nhipcau.programme.filters import Paging, PersonFilter
from nhipcau.programme.views import Page, PersonView
from nhipcau.programme.views import PersonRow as PersonLine
from nhipcau.store.models import OrganisationRow, PartyRow, PersonRow, SignatoryRow
from nhipcau.store.queries.agreements import agreements_newest_first
from nhipcau.store.queries.counts import number_of
from nhipcau.store.queries.paging import Sort, by_number, by_text, sliced
from nhipcau.store.queries.visible import agreements_of, every, people_of
from nhipcau.store.rows.organisation import ORGANISATIONS
from nhipcau.store.rows.person import PEOPLE

SORTS: dict[str, Sort] = {"name": by_text("sort"), "agreements": by_number("named")}


def person_list(wanted: PersonFilter, paging: Paging) -> Page[PersonLine]:
    """Return one page of people with the agreements that name them counted."""
    rows = people_of(wanted.visible_to).filter(every(wanted.search))
    if wanted.demo is not None:
        rows = rows.filter(demo=wanted.demo)
    if wanted.organisation_id is not None:
        rows = rows.filter(Exists(_spoken_for(wanted.organisation_id)))
    named = _visible_signings(wanted.visible_to)
    latest = named.filter(person=OuterRef("pk"), org__isnull=False).order_by(*_LATEST).values("org")[:1]
    counted = rows.annotate(named=number_of(named, "person", "agreement"), body=Subquery(latest))
    found = sliced(counted.prefetch_related(*PEOPLE.related), paging, SORTS)
    return Page(items=tuple(map(_line, found.rows)), next_cursor=found.next_cursor, total=found.total)


def person_page(person_id: str, today: date, visible_to: str | None) -> PersonView | None:
    """Return one person with the agreements that ``visible_to`` allows."""
    row = PersonRow.objects.filter(pk=person_id).prefetch_related(*PEOPLE.related).first()
    if row is None:
        return None
    named = SignatoryRow.objects.filter(agreement=OuterRef("pk"), person=row)
    return PersonView(
        person=PEOPLE.fact(row),
        organisation=_organisation(person_id, visible_to),
        agreements=agreements_newest_first(agreements_of(visible_to).filter(Exists(named)), today),
    )


_LATEST = (F("agreement__signed_from").desc(nulls_last=True), "agreement_id", "position")


def _visible_signings(visible_to: str | None) -> QuerySet[SignatoryRow]:
    rows = SignatoryRow.objects.all()
    if visible_to is None:
        return rows
    return rows.filter(Exists(agreements_of(visible_to).filter(pk=OuterRef("agreement"))))


def _spoken_for(organisation_id: str) -> QuerySet[SignatoryRow]:
    """Return signings by the outer person in the name of a party that is this organisation."""
    names = OrganisationRow.objects.filter(pk=organisation_id).values("names__text")
    return SignatoryRow.objects.filter(
        person=OuterRef("pk"), org__in=names, agreement__partyrow_set__organisation_id=organisation_id
    )


def _organisation(person_id: str, visible_to: str | None) -> Organisation | None:
    """Return the party that the person last spoke for under one of that party's names."""
    signings = _visible_signings(visible_to).filter(person_id=person_id, org__isnull=False)
    parties = PartyRow.objects.filter(
        agreement__signatoryrow_set__in=signings, organisation__names__text=F("agreement__signatoryrow_set__org")
    )
    latest = parties.order_by(F("agreement__signed_from").desc(nulls_last=True), "agreement_id", "position").first()
    if latest is None:
        return None
    bodies = OrganisationRow.objects.prefetch_related(*ORGANISATIONS.related)
    return ORGANISATIONS.fact(bodies.get(pk=latest.organisation_id))


def _line(row: PersonRow) -> PersonLine:
    counted = vars(row)
    return PersonLine(person=PEOPLE.fact(row), organisation_name=counted["body"], agreements=counted["named"])
