"""A request about one development plan comes in; its page goes out, or what was decided of a step is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from nhipcau.facts.errors import Conflict, InvalidFields
from nhipcau.facts.message import Message
from nhipcau.facts.plan import Plan
from nhipcau.programme.accept_step import accept_step
from nhipcau.programme.drop_step import drop_step
from nhipcau.programme.finish_step import finish_step
from nhipcau.programme.permissions import allowed
from nhipcau.programme.queries.commitment_list import commitment_list
from nhipcau.programme.queries.plan_page import plan_page
from nhipcau.programme.views import PlanView
from nhipcau.web.forms import Form, version_of
from nhipcau.web.market_plans.laying import ShownRoute, ShownStep, form_of_step, shown_gaps, shown_routes
from nhipcau.web.page import Visit, page, tell
from nhipcau.web.register.asking import last_batch

_DONE: Final = {"accept": "done.step-accepted", "drop": "done.step-dropped", "finish": "done.step-finished"}
_OFFERED_COMMITMENTS: Final = 200


@page
def plan(request: Visit, plan_id: str) -> HttpResponse:
    """Show one plan: both ways, gap by gap, and what nobody offers."""
    return _shown(request, plan_page(request.office, request.actor, plan_id))


@require_POST
@page
def act(request: Visit, plan_id: str, offer_id: str, verb: str) -> HttpResponse:
    """Accept, drop or finish a step; what cannot be done leaves the page as it was typed."""
    if verb not in _DONE:
        raise Http404
    typed, prefix = request.POST, f"{verb}-{offer_id}-"
    try:
        _VERBS[verb](request, plan_id, offer_id, typed)
    except InvalidFields as wrong:
        view = plan_page(request.office, request.actor, plan_id)
        return _shown(request, view, Form.again(typed, wrong, prefix), status=422)
    except Conflict as conflict:
        view = plan_page(request.office, request.actor, plan_id)
        return _shown(request, view, Form.again(typed, InvalidFields({}), prefix), conflict.message, 409)
    tell(request, _DONE[verb], undo=last_batch(request, "plan", plan_id))
    return redirect("web:plan", plan_id)


def _accept(request: Visit, plan_id: str, offer_id: str, typed: QueryDict) -> Plan:
    return accept_step(
        request.office,
        request.actor,
        plan_id,
        offer_id,
        version=version_of(typed),
        commitment_id=typed.get("commitment_id", ""),
        on=typed.get("on", ""),
        note=typed.get("note", ""),
    )


def _drop(request: Visit, plan_id: str, offer_id: str, typed: QueryDict) -> Plan:
    note = typed.get("note", "")
    return drop_step(request.office, request.actor, plan_id, offer_id, note=note, version=version_of(typed))


def _finish(request: Visit, plan_id: str, offer_id: str, typed: QueryDict) -> Plan:
    proved = typed.get("property", "")
    return finish_step(
        request.office,
        request.actor,
        plan_id,
        offer_id,
        version=version_of(typed),
        on=typed.get("on", ""),
        note=typed.get("note", ""),
        attribute={"property": proved, "value": typed.get("value", ""), "unit": typed.get("unit", "")}
        if proved
        else None,
    )


_VERBS: Final[dict[str, Callable[[Visit, str, str, QueryDict], Plan]]] = {
    "accept": _accept,
    "drop": _drop,
    "finish": _finish,
}


def _shown(
    request: Visit, view: PlanView, typed: Form | None = None, refused: Message | None = None, status: int = 200
) -> HttpResponse:
    routes = shown_routes(view)
    context = {
        "view": view,
        "plan": view.row.plan,
        "row": view.row,
        "routes": [(route, _with_forms(request, route, number, typed)) for number, route in enumerate(routes)],
        "alike": len(routes) == 1 and len(view.row.plan.routes) > 1,
        "gaps": shown_gaps(view),
        "commitments": _commitments(request, view) if "plan.decide" in view.may else (),
        "refused": refused,
        "may_make": "plan.make" in view.may,
        "may_see_history": allowed(request.actor, "history.see"),
        "today": request.office.clock.today(),
    }
    return render(request, "nhipcau/market_plans/plan.html", context, status=status)


def _with_forms(
    request: Visit, route: ShownRoute, number: int, typed: Form | None
) -> list[tuple[ShownStep, list[tuple[str, Form, bool]]]]:
    """Return the steps with their forms; a step of both ways is decided once, so its ids are kept apart."""
    today = request.office.clock.today()
    found = []
    for shown in route.steps:
        forms = []
        for verb in shown.verbs:
            form = form_of_step(shown, verb, today)
            again = typed if typed is not None and _is_it(typed, form.prefix, number) else None
            forms.append((verb, again or replace(form, prefix=f"{form.prefix}{number}-"), again is not None))
        found.append((shown, forms))
    return found


def _is_it(typed: Form, prefix: str, number: int) -> bool:
    """Tell whether that was typed in the form of this step, in this way of the plan."""
    return typed.prefix == prefix and typed.values.get("way", "0") == str(number)


def _commitments(request: Visit, view: PlanView) -> list[tuple[str, str]]:
    """Return the commitments that a step may become part of, those of the agreements of its offers first."""
    rows = commitment_list(request.office, request.actor, limit=_OFFERED_COMMITMENTS).items
    ours = {link.id for link in view.agreements.values()}
    open_ones = [
        row for row in rows if not row.commitment.abandoned_reason and row.commitment.demo == view.row.plan.demo
    ]
    open_ones.sort(key=lambda row: row.commitment.agreement_id not in ours)
    return [(row.commitment.id, f"{row.agreement_title}: {row.commitment.text}"[:160]) for row in open_ones]
