"""A filter or an id comes in, lines of the people list or a person's page go out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from nhipcau.programme.filters import Paging, PersonFilter
from nhipcau.programme.name_keys import spelling_keys
from nhipcau.programme.views import Page, PersonView
from nhipcau.programme.views import PersonRow as PersonLine
from nhipcau.store.models import ChangeRow, MergeRow, PersonKey, PersonRow, SignatoryRow
from nhipcau.store.queries.agreements import agreements_newest_first, organisations_by_id
from nhipcau.store.queries.counts import number_of
from nhipcau.store.queries.doubts import people_merged_into, undecided_of
from nhipcau.store.queries.paging import Sort, by_number, by_text, sliced
from nhipcau.store.queries.phrases import begun
from nhipcau.store.queries.visible import agreements_of, people_of
from nhipcau.store.rows.folding import index_key
from nhipcau.store.rows.person import PEOPLE
from nhipcau.store.rows.resolving import MERGES

SORTS: dict[str, Sort] = {"name": by_text("sort"), "agreements": by_number("named")}


def person_list(wanted: PersonFilter, paging: Paging) -> Page[PersonLine]:
    """Return one page of people with the agreements that name them counted."""
    named = SignatoryRow.objects.all()
    if wanted.visible_to is not None:
        named = named.filter(Exists(agreements_of(wanted.visible_to).filter(pk=OuterRef("agreement"))))
    rows = _matching(wanted).annotate(
        named=number_of(named, "person", "agreement"), organisation_name=F("organisation__title")
    )
    found = sliced(rows.prefetch_related(*PEOPLE.related), paging, SORTS)
    return Page(items=tuple(map(_line, found.rows)), next_cursor=found.next_cursor, total=found.total)


def person_page(person_id: str, today: date, visible_to: str | None) -> PersonView | None:
    """Return one person with the agreements that ``visible_to`` allows."""
    row = PersonRow.objects.filter(pk=person_id).prefetch_related(*PEOPLE.related).first()
    if row is None:
        return None
    named = SignatoryRow.objects.filter(agreement=OuterRef("pk"), person=row)
    person = PEOPLE.fact(row)
    bodies = organisations_by_id([row.organisation_id or "", *(post.organisation_id for post in person.posts)])
    return PersonView(
        person=person,
        organisation=bodies.get(row.organisation_id or ""),
        agreements=agreements_newest_first(agreements_of(visible_to).filter(Exists(named)), today),
        bodies=tuple(bodies[key] for key in sorted({post.organisation_id for post in person.posts})),
        **(_for_the_office(person_id) if visible_to is None else {}),
    )


def _for_the_office(person_id: str) -> dict[str, Any]:
    """Return who was merged into the person, which pairs wait, and how often something changed."""
    members = people_merged_into(person_id)
    cluster = [person_id, *(member.id for member in members)]
    merges = MergeRow.objects.filter(Q(kept__in=cluster) | Q(gone=person_id), kind="person")
    return {
        "members": members,
        "merges": tuple(map(MERGES.fact, merges.order_by("-merged_at", "pk"))),
        "doubts": undecided_of("person", person_id),
        "changes": ChangeRow.objects.filter(kind="person", subject_id=person_id).count(),
    }


def _matching(wanted: PersonFilter) -> QuerySet[PersonRow]:
    rows = people_of(wanted.visible_to).filter(merged_into__isnull=True)
    if wanted.search:
        spelled = PersonKey.objects.filter(person=OuterRef("pk"), key__in=_spellings(wanted))
        rows = rows.filter(begun(wanted.search) | Exists(spelled))
    asked = {"organisation_id": wanted.organisation_id, "demo": wanted.demo}
    return rows.filter(**{name: value for name, value in asked.items() if value is not None})


def _spellings(wanted: PersonFilter) -> list[str]:
    return [index_key(key) for key in sorted(spelling_keys([" ".join(wanted.search)]))]


def _line(row: PersonRow) -> PersonLine:
    counted = vars(row)
    return PersonLine(
        person=PEOPLE.fact(row), organisation_name=counted["organisation_name"], agreements=counted["named"]
    )
