"""A request about one match comes in; its page goes out, or what somebody said of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from nhipcau.facts.deal import Match, Stage
from nhipcau.facts.errors import Conflict, InvalidFields
from nhipcau.facts.message import Message
from nhipcau.programme.accept_match import accept_match
from nhipcau.programme.decline_match import decline_match
from nhipcau.programme.move_match import move_match
from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.match_page import match_page
from nhipcau.programme.reopen_match import reopen_match
from nhipcau.programme.value_match import value_match
from nhipcau.programme.views import MatchView
from nhipcau.web.forms import Form, version_of
from nhipcau.web.market.fitting import shown_fit
from nhipcau.web.page import Visit, language_of, page, tell
from nhipcau.web.register.asking import last_batch
from nhipcau.words import numbers

VALUES: Final = ("discussed", "mou", "contract")
_MONEY: Final = ("amount", "currency", "on")
_DONE: Final = {
    "accept": "done.match-accepted",
    "decline": "done.match-declined",
    "move": "done.match-moved",
    "reopen": "done.match-reopened",
    "value": "done.saved",
}


@page
def match(request: Visit, match_id: str) -> HttpResponse:
    """Show one match: both sides, how far it is, what it is worth."""
    return _shown(request, match_page(request.office, request.actor, match_id))


@require_POST
@page
def act(request: Visit, match_id: str, verb: str) -> HttpResponse:
    """Accept, decline, move, open again or value a match; what cannot be done leaves the page as it was typed."""
    if verb not in _DONE:
        raise Http404
    typed = request.POST
    try:
        _VERBS[verb](request, match_id, typed)
    except InvalidFields as wrong:
        view = match_page(request.office, request.actor, match_id)
        return _shown(request, view, verb, Form.again(typed, wrong, f"{verb}-"), status=422)
    except Conflict as conflict:
        view = match_page(request.office, request.actor, match_id)
        return _shown(request, view, verb, Form.again(typed, InvalidFields({}), f"{verb}-"), conflict.message, 409)
    tell(request, _DONE[verb], undo=last_batch(request, "match", match_id))
    return redirect("web:match", match_id)


def _accept(request: Visit, match_id: str, typed: QueryDict) -> Match:
    side, note = typed.get("side", ""), typed.get("note", "")
    return accept_match(request.office, request.actor, match_id, side=side, note=note, version=version_of(typed))


def _decline(request: Visit, match_id: str, typed: QueryDict) -> Match:
    return decline_match(
        request.office,
        request.actor,
        match_id,
        side=typed.get("side", ""),
        reason=typed.get("reason", ""),
        note=typed.get("note", ""),
        version=version_of(typed),
    )


def _move(request: Visit, match_id: str, typed: QueryDict) -> Match:
    stage, note = typed.get("stage", ""), typed.get("note", "")
    return move_match(request.office, request.actor, match_id, stage=stage, note=note, version=version_of(typed))


def _reopen(request: Visit, match_id: str, typed: QueryDict) -> Match:
    return reopen_match(request.office, request.actor, match_id, note=typed.get("note", ""), version=version_of(typed))


def _value(request: Visit, match_id: str, typed: QueryDict) -> Match:
    parts: dict[str, Any] = {kind: {name: typed.get(f"{kind}.{name}", "") for name in _MONEY} for kind in VALUES}
    return value_match(request.office, request.actor, match_id, version=version_of(typed), **parts)


_VERBS: Final[dict[str, Callable[[Visit, str, QueryDict], Match]]] = {
    "accept": _accept,
    "decline": _decline,
    "move": _move,
    "reopen": _reopen,
    "value": _value,
}


def _shown(
    request: Visit,
    view: MatchView,
    verb: str = "",
    typed: Form | None = None,
    refused: Message | None = None,
    status: int = 200,
) -> HttpResponse:
    found, language = view.row.match, language_of(request)
    forms: dict[str, Form] = {name: Form(prefix=f"{name}-") for name in _DONE}
    forms["value"] = Form(_worth(found, request.office.clock.today(), language), prefix="value-")
    if typed is not None:
        forms[verb] = typed
    context = {
        "view": view,
        "row": view.row,
        "match": found,
        "rail": _rail(found),
        "fit": shown_fit(view.fit, view.fit.score) if view.fit else None,
        "to_answer": [side for side in view.row.waiting_for if side in view.speaks_for],
        "worth": [(kind, getattr(found, kind)) for kind in VALUES],
        "forms": forms,
        "verb": verb,
        "refused": refused,
        "may_move": "match.move" in view.may,
        "may_reopen": "match.reopen" in view.may,
        "on_behalf": "match.on-behalf" in view.may,
        "may_see_history": allowed(request.actor, "history.see"),
    }
    return render(request, "nhipcau/market/match.html", context, status=status)


def _rail(one: Match) -> list[tuple[Stage, bool, bool]]:
    """Return the stages, whether the match came by, and whether it stands there: "declined" where it was declined."""
    been = {step.stage for step in one.steps}
    shown = [stage for stage in Stage if stage is not Stage.DECLINED or stage is one.stage]
    return [(stage, stage in been, stage is one.stage) for stage in shown]


def _worth(one: Match, today: date, language: str) -> dict[str, str]:
    values: dict[str, str] = {}
    for kind in VALUES:
        money = getattr(one, kind)
        values |= {
            f"{kind}.amount": numbers.number(money.amount, language) if money else "",
            f"{kind}.currency": money.currency if money else "",
            f"{kind}.on": (money.on if money else today).isoformat(),
        }
    return values
