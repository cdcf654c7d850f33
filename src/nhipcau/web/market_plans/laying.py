"""A plan's page comes in; its routes go out as a page lays them out: with days, bars, names and what may be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from nhipcau.facts.commitment import Activity
from nhipcau.facts.market import Offer
from nhipcau.facts.message import Message
from nhipcau.facts.plan import Gap, PlanStep, Route, StepState, Taken
from nhipcau.programme.views import ChainLink, ItemRow, PlanView
from nhipcau.web.forms import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClosing:
    """A gap that a step closes, and why."""

    gap: Gap
    said: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """One step: from which day to which (``None``: nobody says how long), its bar in percent, and what became of it.

    ``remedy`` is ``None`` where the offer is gone. ``verbs`` are what this person may do with it.
    """

    step: PlanStep
    remedy: ItemRow[Offer] | None
    agreement: ChainLink | None
    closes: tuple[ShownClosing, ...]
    first: date
    last: date | None
    left: int
    width: int
    taken: Taken | None
    activity: Activity | None
    verbs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRoute:
    """One way, step by step; ``days_at_least`` and ``cost_at_least`` where something is not stated."""

    route: Route
    steps: tuple[ShownStep, ...]
    days_at_least: bool
    cost_at_least: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGap:
    """One gap: who closes it in any route; ``nobody`` where no offer does, ``extra`` where a wish costs extra."""

    gap: Gap
    by: tuple[ItemRow[Offer], ...]
    nobody: bool
    extra: bool


def shown_routes(view: PlanView) -> list[ShownRoute]:
    """Return the routes; where the fastest is the cheapest, that one alone."""
    routes = view.row.plan.routes
    alike = len({tuple(step.offer_id for step in route.steps) for route in routes}) == 1
    return [_route(view, route) for route in (routes[:1] if alike else routes)]


def shown_gaps(view: PlanView) -> list[ShownGap]:
    """Return the gaps in their order."""
    plan = view.row.plan
    by: dict[str, dict[str, ItemRow[Offer]]] = {gap.key: {} for gap in plan.gaps}
    for step in (step for route in plan.routes for step in route.steps):
        for closing in step.closes:
            if step.offer_id in view.remedies:
                by[closing.gap][step.offer_id] = view.remedies[step.offer_id]
    return [
        ShownGap(
            gap=gap,
            by=tuple(by[gap.key].values()),
            nobody=gap.key in plan.open_gaps,
            extra=gap.key in plan.left_out,
        )
        for gap in plan.gaps
    ]


def form_of_step(shown: ShownStep, verb: str, today: date) -> Form:
    """Return the form of what may be done with a step, filled in as far as it is known."""
    values: Mapping[str, str] = {}
    if verb == "accept":
        values = {"on": shown.first.isoformat()}
    elif verb == "finish":
        values = {"on": today.isoformat()}
    return Form(values, prefix=f"{verb}-{shown.step.offer_id}-")


def _route(view: PlanView, route: Route) -> ShownRoute:
    return ShownRoute(
        route=route,
        steps=tuple(_step(view, route, step) for step in route.steps),
        days_at_least=route.undated > 0,
        cost_at_least=route.cost_at_least or route.unpriced > 0,
    )


def _step(view: PlanView, route: Route, step: PlanStep) -> ShownStep:
    plan = view.row.plan
    gaps = {gap.key: gap for gap in plan.gaps}
    first = plan.starts_on + timedelta(days=step.starts)
    whole = max(route.days, 1)
    taken = next((one for one in plan.taken if one.offer_id == step.offer_id), None)
    remedy = view.remedies.get(step.offer_id)
    return ShownStep(
        step=step,
        remedy=remedy,
        agreement=view.agreements.get(step.offer_id),
        closes=tuple(
            ShownClosing(gap=gaps[one.gap], said=Message(one.reason, {"found": one.found})) for one in step.closes
        ),
        first=first,
        last=first + timedelta(days=step.days) if step.days is not None else None,
        left=round(100 * step.starts / whole),
        width=max(2, round(100 * (step.days or 0) / whole)),
        taken=taken,
        activity=view.activities.get(step.offer_id),
        verbs=tuple(_verbs(view, taken, on_offer=remedy is not None)),
    )


def _verbs(view: PlanView, taken: Taken | None, *, on_offer: bool) -> list[str]:
    state = taken.state if taken else None
    verbs = []
    if "plan.decide" in view.may and on_offer and state in (None, StepState.DROPPED):
        verbs.append("accept")
    if "plan.finish" in view.may and state is StepState.ACCEPTED:
        verbs.append("finish")
    if "plan.decide" in view.may and state in (None, StepState.ACCEPTED):
        verbs.append("drop")
    return verbs
