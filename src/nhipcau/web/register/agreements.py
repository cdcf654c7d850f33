"""A request about agreements comes in; the list, one agreement, or a change of it goes out."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.errors import InvalidFields
from nhipcau.programme.add_commitment import add_commitment
from nhipcau.programme.attach_text import attach_text
from nhipcau.programme.edit_agreement import edit_agreement
from nhipcau.programme.link_renewal import link_renewal
from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.agreement_list import agreement_list
from nhipcau.programme.queries.agreement_page import agreement_page
from nhipcau.programme.queries.compare_texts import compare_texts
from nhipcau.programme.receive_document import receive_document
from nhipcau.programme.record_review import record_review
from nhipcau.programme.views import AgreementView
from nhipcau.web.forms import Form, version_of
from nhipcau.web.page import Visit, page, tell
from nhipcau.web.register.asking import answered, asked, filter_form, last_batch
from nhipcau.web.register.chosen import chosen_bodies
from nhipcau.web.register.evidence import said_by_subject

_FILTERS = ("sector", "type", "state", "year", "place", "country", "organisation_id", "demo", "sort", "cursor")
_RENEWABLE = 200
_PARTS = (
    "title",
    "type",
    "status",
    "signed",
    "venue",
    "city",
    "country",
    "mode",
    "term_months",
    "expires_on",
)


@page
def agreements(request: Visit) -> HttpResponse:
    """List agreements; search, filters and order stand in the address."""
    query = request.GET.copy()
    if "organisation" in query:
        query["organisation_id"] = str(query.get("organisation"))
    ask = partial(agreement_list, request.office, request.actor)
    found, understood = answered(ask, asked(query, _FILTERS))
    context = {
        "found": found,
        "form": filter_form(request.GET),
        "understood": understood,
        "filtered": any(
            request.GET.get(key) for key in (*_FILTERS, "q", "organisation") if key not in {"sort", "cursor"}
        ),
        "may_receive": allowed(request.actor, "document.receive"),
    }
    return render(request, "nhipcau/register/agreements.html", context)


@page
def agreement(request: Visit, agreement_id: str) -> HttpResponse:
    """Show one agreement with all that hangs on it."""
    return _shown(request, agreement_page(request.office, request.actor, agreement_id))


def _shown(request: Visit, view: AgreementView, status: int = 200, **forms: Form) -> HttpResponse:
    found = view.agreement
    may_edit = allowed(request.actor, "register.edit", found)
    context: dict[str, object] = {
        "view": view,
        "agreement": found,
        "said": said_by_subject(found.evidence, view.documents),
        "organisations": {body.id: body for body in view.organisations},
        "today": request.office.clock.today(),
        "may_edit": may_edit,
        "may_see_history": allowed(request.actor, "history.see"),
        "renewable": _renewable(request, found) if may_edit else (),
        "commitment_form": Form({"strength": "commitment"}),
        "review_form": Form({"on": request.office.clock.today().isoformat(), "version": str(found.version)}),
        "renewal_form": Form({"renewal_of": found.renewal_of or ""}),
        **forms,
    }
    return render(request, "nhipcau/register/agreement.html", context, status=status)


def _renewable(request: Visit, one: Agreement) -> list[tuple[str, str]]:
    """Agreements of the same parties that this one may renew."""
    found: dict[str, str] = {}
    for party in one.parties:
        rows = agreement_list(request.office, request.actor, organisation_id=party.organisation_id, limit=_RENEWABLE)
        found |= {row.agreement.id: _option(row.agreement) for row in rows.items}
    found.pop(one.id, None)
    return sorted(found.items(), key=lambda pair: pair[1])


def _option(one: Agreement) -> str:
    return f"{one.title} ({one.signed})" if one.signed else one.title


@require_http_methods(["GET", "POST"])
@page
def edit(request: Visit, agreement_id: str) -> HttpResponse:
    """Set an agreement right by hand."""
    view = agreement_page(request.office, request.actor, agreement_id)
    form, status = Form(_values(view.agreement)), 200
    chosen = tuple(view.agreement.sectors)
    parties = [party.organisation_id for party in view.agreement.parties]
    if request.method == "POST":
        typed = request.POST
        chosen = tuple(typed.getlist("sectors"))
        parties = typed.getlist("party_ids")
        parts: dict[str, Any] = {key: typed.get(key, "") for key in _PARTS}
        if "with_parties" in typed:
            parts["party_ids"] = parties
        try:
            edit_agreement(
                request.office,
                request.actor,
                agreement_id,
                version=version_of(typed),
                sectors=chosen,
                witnesses=typed.get("witnesses", "").splitlines(),
                **parts,
            )
        except InvalidFields as wrong:
            form, status = Form.again(typed, wrong), 422
        else:
            tell(request, "done.saved", undo=last_batch(request, "agreement", agreement_id))
            return redirect("web:agreement", agreement_id)
    context = {"view": view, "agreement": view.agreement, "form": form, "chosen": chosen}
    bodies = chosen_bodies(request, view.organisations, parties)
    context["parties"] = [(body_id, title, body_id in parties) for body_id, title in bodies]
    return render(request, "nhipcau/register/agreement_form.html", context, status=status)


def _values(one: Agreement) -> dict[str, str]:
    place = one.place
    return {
        "title": one.title,
        "type": one.type.value,
        "status": one.status.value,
        "signed": one.signed or "",
        "venue": (place.venue if place else "") or "",
        "city": (place.city if place else "") or "",
        "country": (place.country if place else "") or "",
        "mode": place.mode.value if place and place.mode else "",
        "term_months": str(one.term_months or ""),
        "expires_on": one.expires_on.isoformat() if one.expires_on else "",
        "witnesses": "\n".join(one.witnesses),
        "version": str(one.version),
    }


@require_POST
@page
def commit(request: Visit, agreement_id: str) -> HttpResponse:
    """Add a promise that no document was read for."""
    typed = request.POST
    try:
        added = add_commitment(
            request.office,
            request.actor,
            agreement_id,
            code=typed.get("code", ""),
            text=typed.get("text", ""),
            strength=typed.get("strength", "commitment"),
        )
    except InvalidFields as wrong:
        view = agreement_page(request.office, request.actor, agreement_id)
        return _shown(request, view, 422, commitment_form=Form.again(typed, wrong))
    tell(request, "done.saved", undo=last_batch(request, "commitment", added.id))
    return redirect("web:commitment", added.id)


@require_POST
@page
def review(request: Visit, agreement_id: str) -> HttpResponse:
    """Write down that the yearly review was held."""
    try:
        record_review(
            request.office, request.actor, agreement_id, on=request.POST.get("on", ""), version=version_of(request.POST)
        )
    except InvalidFields as wrong:
        view = agreement_page(request.office, request.actor, agreement_id)
        return _shown(request, view, 422, review_form=Form.again(request.POST, wrong, "review-"))
    tell(request, "done.saved", undo=last_batch(request, "agreement", agreement_id))
    return redirect("web:agreement", agreement_id)


@require_POST
@page
def renew(request: Visit, agreement_id: str) -> HttpResponse:
    """Say which agreement this one renews, or that it renews none."""
    try:
        link_renewal(request.office, request.actor, agreement_id, renewal_of=request.POST.get("renewal_of") or None)
    except InvalidFields as wrong:
        view = agreement_page(request.office, request.actor, agreement_id)
        return _shown(request, view, 422, renewal_form=Form.again(request.POST, wrong, "renewal-"))
    tell(request, "done.saved", undo=last_batch(request, "agreement", agreement_id))
    return redirect("web:agreement", agreement_id)


@page
def texts(request: Visit, agreement_id: str) -> HttpResponse:
    """Compare the parallel texts of an agreement; POST attaches one more."""
    if request.method == "POST":
        upload = request.FILES.get("file")
        if upload is not None:
            data = upload.read(request.office.limits.largest_upload + 1)
            received = receive_document(request.office, request.actor, data, name=upload.name or "")
            attach_text(request.office, request.actor, agreement_id, received.document.id)
            tell(request, "done.saved", undo=last_batch(request, "agreement", agreement_id))
        return redirect("web:texts", agreement_id)
    view = agreement_page(request.office, request.actor, agreement_id)
    compared = compare_texts(request.office, request.actor, agreement_id)
    found = [language for language in LANGUAGES if any(language in row.by_language for row in compared)]
    rows = [(row, [(language, row.by_language.get(language)) for language in found]) for row in compared]
    context = {
        "view": view,
        "agreement": view.agreement,
        "languages": found,
        "rows": rows,
        "may_edit": allowed(request.actor, "register.edit", view.agreement),
        "both": sum(row.where == "both" for row in compared),
        "only": sum(row.where != "both" for row in compared),
    }
    return render(request, "nhipcau/register/texts.html", context)
