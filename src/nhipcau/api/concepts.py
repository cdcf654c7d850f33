"""Requests under ``/api/concepts`` come in; concepts of trade and what a text says of them go out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router, Schema

from nhipcau.api.answers import created, nothing, one, plain_answer
from nhipcau.api.auth import asked
from nhipcau.api.etag import version_wanted
from nhipcau.api.item_bodies import ConceptParts, TextToRead
from nhipcau.api.replies import IF_MATCH, changes, reads
from nhipcau.facts.market import OwnConcept
from nhipcau.language.thesaurus.trade_concept import TradeConcept
from nhipcau.programme import arguments
from nhipcau.programme.add_own_concept import add_own_concept
from nhipcau.programme.edit_own_concept import edit_own_concept
from nhipcau.programme.queries.own_concepts import own_concepts
from nhipcau.programme.queries.read_listing import ListingRead, read_listing
from nhipcau.programme.queries.suggest_concepts import suggest_concepts
from nhipcau.programme.remove_own_concept import remove_own_concept
from nhipcau.programme.views import OwnConceptRow

router = Router(tags=["concepts"])


class ConceptsWanted(Schema):
    """What was typed, and which concepts are wanted."""

    q: str = Field("", description="Any label, or the beginning of one, in any of the three languages.")
    facet: list[str] = Field([], description="process, material, product, …; several: any of them.", max_length=20)
    limit: int = Field(10, ge=1, le=50, description="How many at most.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptFound:
    """A concept that may be meant, and the label that begins so."""

    concept: TradeConcept
    matched: str


@router.get("", response=reads(list[ConceptFound]), summary="Find as one types")
def list_concepts(request: HttpRequest, wanted: Query[ConceptsWanted]) -> HttpResponse:
    """Find concepts of the thesaurus and the office's own by any of their labels, the likeliest first."""
    found = suggest_concepts(*asked(request), wanted.q, facets=wanted.facet, limit=wanted.limit)
    return plain_answer([ConceptFound(concept=concept, matched=matched) for concept, matched in found])


@router.post("/tag", response=changes(ListingRead), summary="Read a text")
def post_tag(request: HttpRequest, body: TextToRead) -> HttpResponse:
    """Read a text as matching would: its concepts, and what it asks for or states; nothing is stored."""
    return plain_answer(read_listing(*asked(request), body.text, kind=body.kind, language=body.language))


@router.get("/own", response=reads(list[OwnConceptRow]), summary="List own concepts")
def list_own(request: HttpRequest) -> HttpResponse:
    """List the office's own concepts, each with how many needs and offers have it."""
    return plain_answer(list(own_concepts(*asked(request))))


@router.post("/own", response=changes(OwnConcept, 201), summary="Add an own concept")
def post_own(request: HttpRequest, body: ConceptParts) -> HttpResponse:
    """Add a concept of the office's own; it is kept apart from the shipped ones."""
    concept = add_own_concept(*asked(request), **_parts(body))
    return created(request, concept, version=concept.version, at=f"concepts/own/{concept.id}")


@router.patch("/own/{concept_id}", response=changes(OwnConcept), openapi_extra=IF_MATCH, summary="Set right")
def patch_own(request: HttpRequest, concept_id: str, body: ConceptParts) -> HttpResponse:
    """Set parts of an own concept right; lists are replaced whole."""
    concept = edit_own_concept(*asked(request), concept_id, version=version_wanted(request), **_parts(body))
    return one(request, concept, version=concept.version)


@router.delete("/own/{concept_id}", response=changes(None, 204), openapi_extra=IF_MATCH, summary="Remove")
def delete_own(request: HttpRequest, concept_id: str) -> HttpResponse:
    """Take an own concept away that nothing has any more."""
    remove_own_concept(*asked(request), concept_id, version=version_wanted(request))
    return nothing()


def _parts(body: ConceptParts) -> arguments.OwnConceptParts:
    given = body.model_dump(exclude_unset=True)
    if "labels" in given:
        given["labels"] = [(label.language, label.text, label.preferred) for label in body.labels]
    return cast("arguments.OwnConceptParts", given)
