"""What an enterprise lacks for a need, what on the market closes it, and in what order, at what cost. Values alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from nhipcau.facts.market import Attribute, ItemKind, Requirement
from nhipcau.facts.matching import Standing


class Variant(StrEnum):
    """What a route is best at."""

    CHEAPEST = "cheapest"
    FASTEST = "fastest"


class Phase(StrEnum):
    """The phases of a plan, in their order: steps of one stand side by side, those of the next come after them."""

    EQUIP = "equip"
    LEARN = "learn"
    ADVISE = "advise"
    AUDIT = "audit"


class Aim(StrEnum):
    """What a step does about a gap: it makes able to meet the requirement, or it certifies that it is met."""

    PREPARE = "prepare"
    AUDIT = "audit"


class StepState(StrEnum):
    """What an officer made of a step."""

    ACCEPTED = "accepted"
    DROPPED = "dropped"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that an offer lacks; equal requirements of several needs are one gap, the hardest of them.

    ``key`` names it within a plan. ``needs`` are the needs that ask for it, ``opens`` how many of them ask for nothing
    else that is missing. ``must``: at least one need insists on it. ``place`` is where a distance
    is counted from, ``distance`` how far it is.
    """

    key: str
    requirement: Requirement
    standing: Standing
    needs: tuple[str, ...]
    opens: int = 0
    must: bool = True
    found: Attribute | None = None
    place: str | None = None
    distance: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a step costs in US dollars; ``at_least`` where it depends on something not said, such as how many people."""

    amount: Decimal
    at_least: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """An offer that may close gaps; days and cost that are not stated are ``None``, never nought.

    ``concepts`` are ids of the thesaurus, ``place`` is the code of a province, ``price`` what the offer says.
    ``figures`` are what it states of itself by column, as in matching.
    """

    offer: str
    kind: ItemKind
    concepts: frozenset[str]
    days: int | None = None
    cost: Cost | None = None
    price: Attribute | None = None
    place: str | None = None
    figures: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """That a remedy closes a gap: ``reason`` is the code of why, for ``found`` (a concept or place that it has)."""

    gap: str
    aim: Aim
    offer: str
    reason: str
    found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """One remedy in a route; ``starts`` counts the days from the plan's first day."""

    offer_id: str
    phase: Phase
    closes: tuple[Closing, ...]
    starts: int = 0
    days: int | None = None
    cost: Cost | None = None
    price: Attribute | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way to close the gaps, in the order of its steps.

    ``days`` and ``cost`` (in US dollars) add up what is known: with ``undated`` or ``unpriced`` steps, or one whose
    cost is "at least", they are no more than that. ``exact``: it is proven that no other is better.
    """

    variant: Variant
    steps: tuple[PlanStep, ...]
    days: int = 0
    cost: Decimal = Decimal(0)
    undated: int = 0
    unpriced: int = 0
    cost_at_least: bool = False
    exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was decided of a step, and the activity under a commitment that it became."""

    offer_id: str
    state: StepState
    at: datetime
    by: str
    by_name: str = ""
    activity_id: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How the enterprise behind an offer closes its gaps against one need, or (``need_id``: ``None``) all of its trade.

    ``gaps`` are planned for, ``questions`` only asked about: nothing is stated of them. ``open_gaps`` are keys of gaps
    that nobody on the market closes, ``left_out`` of wishes that cost extra. ``rates_on`` is the day of the rates that
    amounts were made comparable with.
    """

    id: str
    offer_id: str
    need_id: str | None
    starts_on: date
    rates_on: date
    made_at: datetime
    made_by: str
    made_by_name: str = ""
    gaps: tuple[Gap, ...] = ()
    questions: tuple[Gap, ...] = ()
    routes: tuple[Route, ...] = ()
    open_gaps: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    taken: tuple[Taken, ...] = ()
    demo: bool = False
    version: int = 1
