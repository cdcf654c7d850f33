from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from nhipcau.facts.errors import Conflict
from nhipcau.facts.market import Attribute
from nhipcau.facts.matching import Standing
from nhipcau.facts.plan import Aim, Closing, Cost, Gap, Phase, Plan, PlanStep, Route, StepState, Taken, Variant
from nhipcau.programme.filters import Paging, PlanFilter
from nhipcau.programme.ports import Store
from tests.programme.samples import ANPHU, MIRAE, NOW, OFFICER, TODAY, need, offer

PRICE = Attribute(property="price", value=Decimal("4000.50"), unit="USD")
GAP = Gap(
    key="certificate|has|iatf-16949", requirement=need().requirements[1], standing=Standing.UNMET, needs=("nee-1",)
)
STEP = PlanStep(
    offer_id="off-1",
    phase=Phase.ADVISE,
    closes=(Closing(gap=GAP.key, aim=Aim.PREPARE, offer="off-1", reason="plan.why-certificate", found="spc"),),
    days=90,
    cost=Cost(amount=Decimal("4000.50"), at_least=True),
    price=PRICE,
)
TAKEN = Taken(offer_id="off-1", state=StepState.ACCEPTED, at=NOW, by=OFFICER.id, activity_id="act-1")


def plan(key: str = "pla-1", **parts: object) -> Plan:
    made = Plan(
        id=key,
        offer_id="off-1",
        need_id="nee-1",
        starts_on=TODAY,
        rates_on=TODAY,
        made_at=NOW,
        made_by=OFFICER.id,
        gaps=(GAP,),
        routes=(Route(variant=Variant.CHEAPEST, steps=(STEP,), days=90, cost=Decimal("4000.50")),),
        open_gaps=("press_tonnage:kN|>=",),
        taken=(TAKEN,),
    )
    return replace(made, **parts)  # type: ignore[arg-type]  # parts of a plan


@pytest.fixture
def filled(store: Store) -> Store:
    with store.unit() as unit:
        unit.organisations.add_many([ANPHU, MIRAE])
        unit.needs.add(need())
        unit.offers.add_many([offer(), offer("off-2", ANPHU)])
        unit.plans.add(plan())
        unit.plans.add(plan("pla-2", offer_id="off-2", need_id=None, made_at=NOW + timedelta(hours=1), demo=True))
    return store


def test_gives_back_what_a_plan_says(filled: Store) -> None:
    assert filled.reads().plan("pla-1") == plan()
    assert filled.reads().plan("pla-9") is None


def test_saves_what_was_decided_and_notices_who_was_faster(filled: Store) -> None:
    with filled.unit() as unit:
        saved = unit.plans.save(plan(taken=()))
        assert (saved.version, saved.taken) == (2, ())
        with pytest.raises(Conflict, match="changed-meanwhile"):
            unit.plans.save(plan())


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (PlanFilter(), ["pla-2", "pla-1"]),
        (PlanFilter(offer_id="off-1"), ["pla-1"]),
        (PlanFilter(need_id="nee-1"), ["pla-1"]),
        (PlanFilter(visible_to=ANPHU.id), ["pla-2"]),
        (PlanFilter(visible_to=""), []),
        (PlanFilter(demo=True), ["pla-2"]),
    ],
)
def test_lists_plans(filled: Store, wanted: PlanFilter, expected: list[str]) -> None:
    found = filled.reads().plan_list(wanted, Paging(sort="-made"))
    assert [one.id for one in found.items] == expected
    assert found.total == len(expected)


def test_finds_the_plans_that_rest_on_an_item(filled: Store) -> None:
    with filled.unit() as unit:
        assert [one.id for one in unit.plans.of_items(["nee-1"])] == ["pla-1"]
        assert [one.id for one in unit.plans.of_items(["off-1", "off-2"])] == ["pla-1", "pla-2"]
        assert [one.id for one in unit.plans.demo()] == ["pla-2"]
