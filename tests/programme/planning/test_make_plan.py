from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from nhipcau.facts.errors import Conflict, NotAllowed, NotFound, Unavailable
from nhipcau.facts.market import ItemState
from nhipcau.facts.plan import Plan, Variant
from nhipcau.programme.make_plan import make_plan
from nhipcau.programme.office import Office
from nhipcau.programme.queries.market_gaps import market_gaps
from nhipcau.programme.queries.plan_list import plan_list
from nhipcau.programme.queries.plan_page import plan_page
from nhipcau.programme.record_change import from_record, to_record
from tests.programme.memory_store import MemoryStore
from tests.programme.planning.conftest import COACH, MOULDER, QUICK, WANTED
from tests.programme.samples import ADVISER, OFFICER, SONGHAN, STRANGER, TODAY, VIEWER, agreement, need, offer


def steps(plan: Plan) -> dict[Variant, list[str]]:
    return {route.variant: [step.offer_id for step in route.steps] for route in plan.routes}


def test_the_cheapest_and_the_fastest_way_to_one_need_stand_side_by_side(office: Office) -> None:
    plan = make_plan(office, OFFICER, "moulder", "buyer")
    assert [gap.requirement.property for gap in plan.gaps] == ["certificate", "press_tonnage"]
    assert steps(plan) == {Variant.CHEAPEST: ["coach"], Variant.FASTEST: ["quick"]}
    assert [route.days for route in plan.routes] == [180, 90]
    assert [int(route.cost) for route in plan.routes] == [4_000, 12_000]


def test_what_nobody_offers_is_a_gap_of_the_market(office: Office) -> None:
    plan = make_plan(office, OFFICER, "moulder", "buyer")
    press = next(gap for gap in plan.gaps if gap.requirement.property == "press_tonnage")
    assert plan.open_gaps == (press.key,)
    make_plan(office, OFFICER, "moulder", "buyer")
    assert [(line.gap.key, line.offers, line.needs) for line in market_gaps(office, OFFICER)] == [(press.key, 1, 1)]


def test_what_is_not_stated_is_asked_about_and_planned_for_only_where_wished(office: Office) -> None:
    plan = make_plan(office, OFFICER, "moulder", "buyer")
    assert [gap.requirement.property for gap in plan.questions] == ["tolerance"]
    wished = make_plan(office, OFFICER, "moulder", "buyer", unstated=True)
    assert wished.questions == ()
    assert len(wished.gaps) == 3


def test_a_plan_for_a_trade_counts_the_needs_that_a_gap_holds_up(office: Office, memory: MemoryStore) -> None:
    text = "Cần ép phun nhựa có chứng nhận."
    memory.put(need("second", SONGHAN, text=text, title="Ép nhựa", requirements=WANTED[:1]))
    plan = make_plan(office, OFFICER, "moulder")
    certificate = next(gap for gap in plan.gaps if gap.requirement.property == "certificate")
    assert set(certificate.needs) == {"buyer", "second"}
    assert certificate.opens == 1


def test_own_offers_and_those_off_the_market_help_nobody(office: Office, memory: MemoryStore) -> None:
    memory.put(
        replace(QUICK, id="own", organisation_id="org-anphu"), replace(QUICK, id="gone", state=ItemState.WITHDRAWN)
    )
    used = {one for some in steps(make_plan(office, OFFICER, "moulder", "buyer")).values() for one in some}
    assert used == {"coach", "quick"}


def test_a_plan_comes_back_as_it_was_kept(office: Office) -> None:
    plan = make_plan(office, OFFICER, "moulder", "buyer", starts_on=TODAY + timedelta(days=7))
    assert from_record(Plan, to_record(plan)) == plan


@pytest.mark.parametrize("actor", [VIEWER, STRANGER])
def test_others_make_and_see_no_plan(office: Office, actor: object) -> None:
    plan = make_plan(office, ADVISER, "moulder", "buyer")
    with pytest.raises(NotAllowed):
        make_plan(office, actor, "moulder", "buyer")  # type: ignore[arg-type]  # an actor
    with pytest.raises((NotAllowed, NotFound)):
        plan_page(office, actor, plan.id)  # type: ignore[arg-type]  # an actor


def test_an_enterprise_plans_for_its_own_offer_and_sees_no_agreement_of_others(office: Office) -> None:
    plan = make_plan(office, MOULDER, "moulder", "buyer")
    mine, theirs = plan_page(office, MOULDER, plan.id), plan_page(office, OFFICER, plan.id)
    assert mine.may == ("plan.make",)
    assert mine.agreements == {}
    assert mine.remedies["coach"].item.agreement_id is None
    assert {key: link.id for key, link in theirs.agreements.items()} == {"coach": agreement().id}
    assert [row.plan.id for row in plan_list(office, MOULDER).items] == [plan.id]
    assert plan_list(office, STRANGER).items == ()


def test_a_plan_names_nobody_behind_a_confidential_need_or_offer(office: Office, memory: MemoryStore) -> None:
    memory.put(replace(QUICK, id="secret", confidential=True, agreement_id="agr-1"))
    plan = make_plan(office, MOULDER, "moulder", "buyer")
    view = plan_page(office, MOULDER, plan.id)
    assert all(row.organisation_name == "" for row in view.remedies.values() if row.item.confidential)


def test_only_a_need_of_the_same_kind_is_planned_for(office: Office, memory: MemoryStore) -> None:
    memory.put(need("course", kind=COACH.kind))
    with pytest.raises(Conflict, match="match-kind"):
        make_plan(office, OFFICER, "moulder", "course")
    with pytest.raises(Unavailable):
        make_plan(replace(office, finder=None), OFFICER, "moulder", "buyer")
    with pytest.raises(NotFound):
        make_plan(office, OFFICER, "nothing")


def test_demo_and_real_things_are_not_mixed(office: Office, memory: MemoryStore) -> None:
    memory.put(offer("play", kind=need().kind, demo=True))
    with pytest.raises(Conflict, match="demo-mixed"):
        make_plan(office, OFFICER, "play", "buyer")


def test_a_need_that_is_written_anew_is_not_read_through_a_plan(office: Office, memory: MemoryStore) -> None:
    plan = make_plan(office, MOULDER, "moulder", "buyer")
    with memory.unit() as unit:
        buyer = unit.needs.get("buyer")
        assert buyer is not None
        unit.needs.save(replace(buyer, state=ItemState.DRAFT, title="Dự án X9", text="Dự án X9 chưa công bố."))
    assert "X9" not in repr((plan_page(office, MOULDER, plan.id), plan_list(office, MOULDER).items))
    assert "X9" in repr(plan_page(office, OFFICER, plan.id))
