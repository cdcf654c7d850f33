"""What a person has typed so far comes in; the concepts and terms found in it, and what may be meant, go out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from nhipcau.facts.market import Attribute, Requirement
from nhipcau.language.thesaurus.trade_concept import TradeConcept
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.queries.read_listing import read_listing
from nhipcau.programme.queries.suggest_concepts import suggest_concepts
from nhipcau.programme.queries.suggest_places import suggest_places
from nhipcau.web.market.sides import SIDES, MarketSide
from nhipcau.web.market.typed import TermRow, Typed, row_of, typed_in
from nhipcau.web.page import Visit, language_of, page

MOST_CHIPS: Final = 60
MOST_TERMS_READ: Final = 40


@dataclass(frozen=True, slots=True)
class Chip:
    """A concept of the form; ``added`` by a person, not found in the text; ``kept`` until it is unticked."""

    concept: TradeConcept
    label: str
    kept: bool
    added: bool


@dataclass(frozen=True, slots=True)
class TermRead:
    """A requirement or an attribute that the text says and no row has yet, with its number and the row it would be."""

    number: int
    said: Requirement | Attribute
    row: TermRow


def reading(request: Visit, side: MarketSide, typed: Typed) -> dict[str, Any]:
    """Return what the form's page shows of its text: chips, and terms to take over."""
    values, language = typed.form.values, language_of(request)
    text = f"{values.get('title', '')}\n{values.get('text', '')}"
    found = read_listing(
        request.office, request.actor, text, kind=values.get("kind", ""), language=values.get("language", "")
    )
    said = found.requirements if side.code == "need" else found.attributes
    there = {row.code for row in typed.rows}
    terms = [one for one in said if one.property not in there]
    return {
        "chips": _chips(request, typed, found.concepts, language),
        "terms_read": [TermRead(at, one, row_of(one, language)) for at, one in enumerate(terms[:MOST_TERMS_READ])],
        "read_language": found.language,
        "anything_typed": bool(text.strip()),
    }


def _chips(request: Visit, typed: Typed, found: tuple[TradeConcept, ...], language: str) -> list[Chip]:
    in_text = {concept.id: concept for concept in found}
    refused = set(typed.refused)
    more = [one for one in typed.added if one not in in_text]
    known = office_vocabulary(request.office).concepts if more else {}
    brought = {one: known[one] for one in more if one in known}
    whole = [*in_text.values(), *brought.values()][:MOST_CHIPS]
    return [Chip(one, one.label(language), one.id not in refused, one.id in brought) for one in whole]


@require_POST
@page
def read(request: Visit, side: str) -> HttpResponse:
    """Show what is found in the text as it stands; nothing is stored."""
    one = SIDES[side]
    context = {"side": one, **reading(request, one, typed_in(request.POST))}
    return render(request, "nhipcau/market/read.html", context)


@page
def concepts(request: Visit) -> HttpResponse:
    """Offer concepts to choose one."""
    asked = request.GET
    found = suggest_concepts(request.office, request.actor, asked.get("q", ""), facets=asked.getlist("facet"), limit=8)
    language = language_of(request)
    lines = [(concept, concept.label(language), matched) for concept, matched in found]
    return render(request, "nhipcau/market/concept_suggestions.html", {"lines": lines})


@page
def places(request: Visit) -> HttpResponse:
    """Offer provinces and cities to choose one."""
    language = language_of(request)
    found = suggest_places(request.actor, request.GET.get("q", ""))
    lines = [(place, place.name(language)) for place in found]
    return render(request, "nhipcau/market/place_suggestions.html", {"lines": lines})
