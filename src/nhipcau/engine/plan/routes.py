"""Gaps, offers and what closes what come in; the cheapest and the fastest route go out, and what stays open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from nhipcau.engine.plan.covering import MOST_BITS, Candidate, cover
from nhipcau.engine.plan.remedies import phase_of
from nhipcau.engine.plan.schedule import starts
from nhipcau.facts.plan import Aim, Closing, Gap, Phase, PlanStep, Remedy, Route, Variant
from nhipcau.language.thesaurus.vocabulary import Vocabulary

_CENTS = 100
_ORDER = tuple(Phase)
Task = tuple[str, Aim]
Known = tuple[Remedy, Phase]


def open_gaps(gaps: Iterable[Gap], closed: Iterable[Closing]) -> tuple[str, ...]:
    """Return the gaps that nobody on the market closes."""
    some = {closing.gap for closing in closed}
    return tuple(gap.key for gap in gaps if gap.key not in some)


def left_out(gaps: Iterable[Gap], closed: Iterable[Closing], routes: Iterable[Route]) -> tuple[str, ...]:
    """Return the wishes that somebody would close and a route does not."""
    some = {closing.gap for closing in closed}
    every = [{closing.gap for step in route.steps for closing in step.closes} for route in routes]
    return tuple(gap.key for gap in gaps if gap.key in some and not all(gap.key in one for one in every))


def routes(
    gaps: Sequence[Gap], remedies: Iterable[Remedy], closed: Sequence[Closing], vocabulary: Vocabulary
) -> tuple[Route, ...]:
    """Return the cheapest and the fastest way to do what can be done; none where nothing can.

    Both close every must that somebody closes; wishes are closed where that comes along, or where there is no must.
    A value that is not stated counts as worse than any that is. Where more than sixteen things are to be done, they
    are planned sixteen at a time in the order of the gaps, and no route is proven to be the best.
    """
    musts = {gap.key for gap in gaps if gap.must}
    tasks = list(dict.fromkeys((one.gap, one.aim) for one in closed if one.gap in musts))
    tasks = tasks or list(dict.fromkeys((one.gap, one.aim) for one in closed))
    used = {closing.offer for closing in closed}
    known = {one.offer: (one, phase_of(one, vocabulary)) for one in remedies if one.offer in used}
    return tuple(_route(tasks, known, closed, variant) for variant in Variant) if tasks else ()


def _route(tasks: Sequence[Task], known: Mapping[str, Known], closed: Sequence[Closing], variant: Variant) -> Route:
    chosen: list[str] = []
    exact = len(tasks) <= MOST_BITS
    for first in range(0, len(tasks), MOST_BITS):
        covered = {(one.gap, one.aim) for one in closed if one.offer in chosen}
        some = [task for task in tasks[first : first + MOST_BITS] if task not in covered]
        best = cover(_candidates(some, known, closed), (1 << len(some)) - 1, variant)
        chosen += [one for one in best.ids if one not in chosen]
        exact = exact and best.exact
    steps = [_step(*known[offer], closed) for offer in chosen]
    begun, days = starts([(step.phase, step.days or 0) for step in steps])
    dated = [replace(step, starts=start) for step, start in zip(steps, begun, strict=True)]
    return Route(
        variant=variant,
        steps=tuple(sorted(dated, key=lambda step: (_ORDER.index(step.phase), step.starts, step.offer_id))),
        days=days,
        cost=sum((step.cost.amount for step in steps if step.cost), Decimal(0)),
        undated=sum(step.days is None for step in steps),
        unpriced=sum(step.cost is None for step in steps),
        cost_at_least=any(step.cost is not None and step.cost.at_least for step in steps),
        exact=exact,
    )


def _candidates(tasks: Sequence[Task], known: Mapping[str, Known], closed: Iterable[Closing]) -> list[Candidate]:
    bits: dict[str, int] = {}
    for one in closed:
        if (one.gap, one.aim) in tasks:
            bits[one.offer] = bits.get(one.offer, 0) | 1 << tasks.index((one.gap, one.aim))
    return [
        Candidate(
            id=offer,
            bits=mask,
            phase=known[offer][1],
            days=known[offer][0].days,
            cents=int(cost.amount * _CENTS) if (cost := known[offer][0].cost) else None,
        )
        for offer, mask in bits.items()
    ]


def _step(remedy: Remedy, phase: Phase, closed: Iterable[Closing]) -> PlanStep:
    return PlanStep(
        offer_id=remedy.offer,
        phase=phase,
        closes=tuple(one for one in closed if one.offer == remedy.offer),
        days=remedy.days,
        cost=remedy.cost,
        price=remedy.price,
    )
