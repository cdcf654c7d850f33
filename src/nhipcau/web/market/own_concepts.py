"""A request about an office's own concepts comes in; the list of them, or the form of one, goes out."""

from __future__ import annotations

from typing import Any, Final

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.market import OwnConcept
from nhipcau.programme.add_own_concept import add_own_concept
from nhipcau.programme.edit_own_concept import edit_own_concept
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.queries.own_concepts import own_concepts
from nhipcau.programme.remove_own_concept import remove_own_concept
from nhipcau.web.forms import Form, version_of
from nhipcau.web.page import Visit, language_of, page, tell
from nhipcau.web.register.asking import last_batch

_KIND: Final = "own-concept"


@page
def concepts(request: Visit) -> HttpResponse:
    """List the office's own concepts."""
    rows = own_concepts(request.office, request.actor)
    known, language = office_vocabulary(request.office).concepts, language_of(request)
    lines = [
        (
            row,
            known[row.concept.id].label(language),
            [known[one].label(language) for one in row.concept.broader if one in known],
        )
        for row in rows
    ]
    context = {
        "lines": sorted(lines, key=lambda line: line[1].casefold()),
        "may_edit": allowed(request.actor, "concept.edit"),
    }
    return render(request, "nhipcau/market/concepts.html", context)


@require_http_methods(["GET", "POST"])
@page
def add(request: Visit) -> HttpResponse:
    """Add a concept."""
    demand(request.actor, "concept.edit")
    if request.method == "GET":
        return _shown(request, Form(), (), None)
    typed = request.POST
    try:
        added = add_own_concept(request.office, request.actor, **_parts(typed))
    except InvalidFields as wrong:
        return _shown(request, Form.again(typed, wrong), typed.getlist("broader"), None, 422)
    tell(request, "done.saved", undo=last_batch(request, _KIND, added.id))
    return redirect("web:concepts")


@require_http_methods(["GET", "POST"])
@page
def edit(request: Visit, concept_id: str) -> HttpResponse:
    """Edit a concept."""
    demand(request.actor, "concept.edit")
    row = next((one for one in own_concepts(request.office, request.actor) if one.concept.id == concept_id), None)
    if row is None:
        raise not_found(_KIND, concept_id)
    if request.method == "GET":
        return _shown(request, Form(_values(row.concept)), row.concept.broader, row)
    typed = request.POST
    try:
        edit_own_concept(request.office, request.actor, concept_id, version=version_of(typed), **_parts(typed))
    except InvalidFields as wrong:
        return _shown(request, Form.again(typed, wrong), typed.getlist("broader"), row, 422)
    tell(request, "done.saved", undo=last_batch(request, _KIND, concept_id))
    return redirect("web:concepts")


@require_POST
@page
def remove(request: Visit, concept_id: str) -> HttpResponse:
    """Remove a concept that nothing has."""
    remove_own_concept(request.office, request.actor, concept_id, version=version_of(request.POST))
    tell(request, "done.concept-removed", undo=last_batch(request, _KIND, concept_id))
    return redirect("web:concepts")


def _parts(typed: QueryDict) -> dict[str, Any]:
    labels = []
    for language in LANGUAGES:
        labels.append((language, typed.get(f"preferred_{language}", ""), True))
        labels += [(language, line, False) for line in typed.get(f"others_{language}", "").splitlines()]
    return {
        "facet": typed.get("facet", ""),
        "labels": labels,
        "broader": typed.getlist("broader"),
        "note": typed.get("note", ""),
    }


def _values(one: OwnConcept) -> dict[str, str]:
    values = {"facet": one.facet, "note": one.note, "version": str(one.version)}
    for language in LANGUAGES:
        mine = [(label, preferred) for spoken, label, preferred in one.labels if spoken == language]
        values[f"preferred_{language}"] = next((label for label, preferred in mine if preferred), "")
        values[f"others_{language}"] = "\n".join(label for label, preferred in mine if not preferred)
    return values


def _shown(request: Visit, form: Form, broader: Any, row: Any, status: int = 200) -> HttpResponse:
    known, language = office_vocabulary(request.office).concepts, language_of(request)
    context = {
        "form": form,
        "row": row,
        "languages": LANGUAGES,
        "broader": [(one, known[one].label(language)) for one in broader if one in known],
    }
    return render(request, "nhipcau/market/concept_form.html", context, status=status)
