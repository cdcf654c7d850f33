"""What a person seeks or offers comes in, typed in a form; the item is kept, or the form is shown again as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from nhipcau.engine.match.record import LONGEST_TEXT
from nhipcau.facts.actor import Role
from nhipcau.facts.errors import Conflict, InvalidFields, NotFound
from nhipcau.facts.market import Item, ItemState
from nhipcau.facts.message import Message
from nhipcau.programme.market.lifetime import LONGEST_DAYS, NEED_DAYS, OFFER_DAYS
from nhipcau.programme.market.terms import MOST_TERMS
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.queries.agreement_list import agreement_list
from nhipcau.programme.queries.organisation_list import organisation_list
from nhipcau.programme.queries.preview_item import preview_item
from nhipcau.programme.queries.suggest_concepts import suggest_concepts
from nhipcau.programme.send_for_review import send_for_review
from nhipcau.web.forms import Form, version_of
from nhipcau.web.market.examples import kind_cards
from nhipcau.web.market.property_options import PropertyOptions, properties, unit_lists
from nhipcau.web.market.reading import reading
from nhipcau.web.market.sides import SIDES, MarketSide
from nhipcau.web.market.typed import TermRow, Typed, closed_words, typed_in, typed_of
from nhipcau.web.page import Visit, language_of, page, tell
from nhipcau.web.register.asking import last_batch
from nhipcau.web.register.chosen import chosen_bodies

_OFFERED_BODIES: Final = 50
_OFFERED_AGREEMENTS: Final = 100
_ROWS_MORE: Final = 5


@require_http_methods(["GET", "POST"])
@page
def post(request: Visit, side: str) -> HttpResponse:
    """Post a need or an offer."""
    one = SIDES[side]
    demand(request.actor, "market.post")
    if request.method == "GET":
        asked = {"kind": request.GET.get("kind", ""), "organisation_id": request.GET.get("organisation", "")}
        return _shown(request, one, Typed(form=Form(asked)), None)
    typed = typed_in(request.POST)
    more = _without_saving(request, one, typed)
    if more is not None:
        return _shown(request, one, more, None)
    try:
        if request.POST.get("do") == "preview":
            return _previewed(request, one, typed, _organisation(request, typed), None)
        item = one.post(
            request.office, request.actor, _organisation(request, typed), **typed.parts(one.terms, language_of(request))
        )
    except InvalidFields as wrong:
        return _shown(request, one, typed.wrong(wrong), None, status=422)
    except (NotFound, Conflict) as gone:
        # The organisation was merged away meanwhile, the agreement is of the demo office: nothing typed is lost.
        where = "organisation_id" if isinstance(gone, NotFound) else "agreement_id"
        return _shown(request, one, typed.wrong(InvalidFields({where: gone.message})), None, status=422)
    return _kept(request, one, item)


@require_http_methods(["GET", "POST"])
@page
def edit(request: Visit, side: str, item_id: str) -> HttpResponse:
    """Edit a need or an offer."""
    one = SIDES[side]
    view = one.show_item(request.office, request.actor, item_id)
    demand(request.actor, "market.edit", view.row.item)
    if request.method == "GET":
        return _shown(request, one, typed_of(view.row.item, language_of(request)), view)
    typed = typed_in(request.POST)
    more = _without_saving(request, one, typed)
    if more is not None:
        return _shown(request, one, more, view)
    try:
        if request.POST.get("do") == "preview":
            return _previewed(request, one, typed, view.row.item.organisation_id, view)
        item = one.edit(
            request.office,
            request.actor,
            item_id,
            version=version_of(request.POST),
            **typed.parts(one.terms, language_of(request)),
        )
    except InvalidFields as wrong:
        return _shown(request, one, typed.wrong(wrong), view, status=422)
    except Conflict as conflict:
        # What was typed stays; saved once more it takes the place of what somebody else wrote meanwhile.
        values = {**typed.form.values, "version": str(view.row.item.version)}
        kept = replace(typed, form=Form(values, {"version": conflict.message}))
        return _shown(request, one, kept, view, status=409)
    return _kept(request, one, item)


def _previewed(request: Visit, side: MarketSide, typed: Typed, organisation_id: str, view: Any) -> HttpResponse:
    """Show the form with what others would see of it."""
    language = language_of(request)
    parts: Any = typed.parts(side.terms, language)
    item = preview_item(request.office, request.actor, side.fact, organisation_id, parts)
    return _shown(request, side, typed, view, preview=item)


def _organisation(request: Visit, typed: Typed) -> str:
    """Return whose item it is: of an enterprise's people their own organisation's."""
    if request.actor.role is Role.ENTERPRISE:
        return request.actor.organisation_id or ""
    chosen = typed.form.values.get("organisation_id", "")
    if not chosen:
        raise InvalidFields({"organisation_id": Message("field.required")})
    return chosen


def _without_saving(request: Visit, side: MarketSide, typed: Typed) -> Typed | None:
    """Return the form with what a button of it brings: rows, a term of the text, a concept. ``None``: save it."""
    do, _, number = request.POST.get("do", "").partition(":")
    if do == "rows":
        return typed.adding(rows=[TermRow()] * _ROWS_MORE)
    if do == "take":
        read = reading(request, side, typed)["terms_read"]
        wanted = [one.row for one in read if number in ("", str(one.number))]
        return typed.adding(rows=wanted)
    if do == "concept":
        found = suggest_concepts(request.office, request.actor, request.POST.get("concept_words", ""), limit=1)
        return typed.adding(concept=found[0][0].id) if found else typed
    return typed if do == "read" else None


def _kept(request: Visit, side: MarketSide, item: Item) -> HttpResponse:
    """Lead to the item's page; the second button sends it for review in the same go."""
    if request.POST.get("do") == "send" and item.state is ItemState.DRAFT:
        item = send_for_review(request.office, request.actor, side.fact, item.id, version=item.version)
        tell(request, "done.item-sent", undo=last_batch(request, side.code, item.id))
    else:
        tell(request, "done.saved", undo=last_batch(request, side.code, item.id))
    return redirect(side.one_address, item.id)


def _shown(
    request: Visit, side: MarketSide, typed: Typed, view: Any, status: int = 200, preview: Item | None = None
) -> HttpResponse:
    language, values = language_of(request), typed.form.values
    own = request.actor.role is Role.ENTERPRISE
    named = [values.get("organisation_id", "") or (request.actor.organisation_id or "" if own else "")]
    rows = typed.with_room(MOST_TERMS)
    context = {
        "side": side,
        "view": view,
        "typed": typed,
        "preview": preview,
        "preview_terms": getattr(preview, side.terms) if preview else (),
        "form": typed.form,
        "cards": kind_cards(side.code),
        "blank": TermRow(),
        "rows": list(enumerate(rows, 1)),
        "mistakes_of_rows": _mistakes_of_rows(typed.form, side.terms),
        "properties": properties(language),
        "options": PropertyOptions(language),
        "unit_lists": unit_lists(language),
        "word_lists": [(code, closed_words(code, language)) for code in ("language", "degree", "ip_status")],
        "own": own,
        "bodies": chosen_bodies(request, () if own or view else _bodies(request), named),
        "agreements": _agreements(request),
        "longest_text": LONGEST_TEXT,
        "days": NEED_DAYS if side.code == "need" else OFFER_DAYS,
        "longest_days": LONGEST_DAYS,
        "reviewed_again": own and view is not None and view.row.state is ItemState.PUBLISHED,
        "may_send": view is None or view.row.state is ItemState.DRAFT,
        **reading(request, side, typed),
    }
    return render(request, "nhipcau/market/form.html", context, status=status)


def _mistakes_of_rows(form: Form, terms: str) -> dict[int, dict[str, Message]]:
    """Return the mistakes by the number of their row, each by its part."""
    found: dict[int, dict[str, Message]] = {}
    for name, message in form.errors.items():
        whose, _, rest = name.partition(".")
        number, _, part = rest.partition(".")
        if whose == terms and number.isdecimal():
            found.setdefault(int(number), {})[part] = message
    return found


def _bodies(request: Visit) -> list[Any]:
    rows = organisation_list(request.office, request.actor, limit=_OFFERED_BODIES).items
    return [row.organisation for row in rows]


def _agreements(request: Visit) -> list[tuple[str, str]]:
    if not allowed(request.actor, "register.see"):
        return []
    rows = agreement_list(request.office, request.actor, limit=_OFFERED_AGREEMENTS).items
    return [(row.agreement.id, row.agreement.title) for row in rows]
