"""Folded words come in, the things that they are found in go out, kind by kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from nhipcau.programme.filters import SearchQuery
from nhipcau.programme.name_keys import ACRONYM
from nhipcau.programme.views import SearchHit
from nhipcau.store.models import OrganisationName, PartyRow
from nhipcau.store.queries.market import ITEM_SIDES, item_hits
from nhipcau.store.queries.visible import (
    agreements_of,
    commitments_of,
    documents_of,
    every,
    organisations_of,
    people_of,
)

Asked = Callable[[SearchQuery], QuerySet[Any, tuple[str, str, str | None, bool]]]


def search(query: SearchQuery) -> tuple[SearchHit, ...]:
    """Return hits in one query a kind; no words find nothing."""
    if not query.terms:
        return ()
    return tuple(hit for kind in query.kinds for hit in _hits(kind, query))


def _hits(kind: str, query: SearchQuery) -> list[SearchHit]:
    if kind in ITEM_SIDES:
        return item_hits(kind, query)
    rows = _KINDS[kind](query).order_by(F("sort").asc(nulls_first=True), "pk")[: query.limit]
    return [
        SearchHit(kind=kind, id=thing_id, title=title, detail=detail or "", demo=demo)
        for thing_id, title, detail, demo in rows
    ]


def _agreements(query: SearchQuery) -> QuerySet[Any, tuple[str, str, str | None, bool]]:
    parties = PartyRow.objects.filter(every(query.terms, "organisation__search"), agreement=OuterRef("pk"))
    found = agreements_of(query.visible_to).filter(every(query.terms) | Exists(parties))
    return found.values_list("pk", "title", "type", "demo")


def _organisations(query: SearchQuery) -> QuerySet[Any, tuple[str, str, str | None, bool]]:
    acronyms = OrganisationName.objects.filter(organisation=OuterRef("pk"), kind=ACRONYM).order_by("position")
    found = organisations_of(query.visible_to).filter(every(query.terms))
    return found.annotate(acronym=Subquery(acronyms.values("text")[:1])).values_list("pk", "title", "acronym", "demo")


def _people(query: SearchQuery) -> QuerySet[Any, tuple[str, str, str | None, bool]]:
    found = people_of(query.visible_to).filter(every(query.terms))
    return found.values_list("pk", "title", "organisation__title", "demo")


def _commitments(query: SearchQuery) -> QuerySet[Any, tuple[str, str, str | None, bool]]:
    return commitments_of(query.visible_to).filter(every(query.terms)).values_list("pk", "text", "code", "demo")


def _documents(query: SearchQuery) -> QuerySet[Any, tuple[str, str, str | None, bool]]:
    return documents_of(query.visible_to).filter(every(query.terms)).values_list("pk", "title", "file_name", "demo")


_KINDS: dict[str, Asked] = {
    "agreement": _agreements,
    "organisation": _organisations,
    "person": _people,
    "commitment": _commitments,
    "document": _documents,
}
