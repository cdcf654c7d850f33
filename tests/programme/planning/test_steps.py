from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from nhipcau.facts.commitment import CommitmentState
from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed, NotFound
from nhipcau.facts.market import ItemState
from nhipcau.facts.plan import Plan, StepState
from nhipcau.programme.accept_step import accept_step
from nhipcau.programme.commitment_state import commitment_state
from nhipcau.programme.drop_step import drop_step
from nhipcau.programme.finish_step import finish_step
from nhipcau.programme.make_plan import make_plan
from nhipcau.programme.office import Office
from nhipcau.programme.queries.plan_page import plan_page
from nhipcau.programme.remove_demo import remove_demo
from nhipcau.programme.undo import undo
from tests.programme.memory_store import MemoryStore
from tests.programme.planning.conftest import COACH, MOULDER
from tests.programme.samples import ADMINISTRATOR, ADVISER, OFFICER, TODAY, activity, concrete, offer

LATER = TODAY + timedelta(days=30)


@pytest.fixture
def plan(office: Office) -> Plan:
    return make_plan(office, OFFICER, "moulder", "buyer", starts_on=LATER)


def test_an_accepted_step_becomes_a_planned_activity_under_a_commitment(office: Office, plan: Plan) -> None:
    after = accept_step(office, OFFICER, plan.id, "coach", commitment_id="com-1", version=plan.version)
    (taken,) = after.taken
    assert (taken.state, taken.by_name) == (StepState.ACCEPTED, OFFICER.name)
    made = plan_page(office, OFFICER, plan.id).activities["coach"]
    assert (made.commitment_id, made.on, made.note) == ("com-1", LATER, COACH.title)


def test_an_activity_of_a_day_to_come_does_not_begin_a_commitment() -> None:
    planned, done = activity("a", on=TODAY + timedelta(days=1)), activity("b", on=TODAY)
    assert commitment_state(concrete(), [planned], TODAY) is CommitmentState.NOT_STARTED
    assert commitment_state(concrete(), [planned, done], TODAY) is CommitmentState.UNDER_WAY


def test_a_step_is_accepted_once_and_by_an_officer(office: Office, plan: Plan) -> None:
    for actor in (ADVISER, MOULDER):
        with pytest.raises(NotAllowed):
            accept_step(office, actor, plan.id, "coach", commitment_id="com-1")
    accept_step(office, OFFICER, plan.id, "coach", commitment_id="com-1")
    with pytest.raises(Conflict, match="step-accepted"):
        accept_step(office, OFFICER, plan.id, "coach", commitment_id="com-1")


def test_what_was_decided_meanwhile_is_not_overwritten(office: Office, plan: Plan) -> None:
    accept_step(office, OFFICER, plan.id, "coach", commitment_id="com-1", version=plan.version)
    with pytest.raises(Conflict, match="changed-meanwhile"):
        drop_step(office, ADMINISTRATOR, plan.id, "quick", version=plan.version)


def test_an_offer_that_left_the_market_is_not_accepted(office: Office, memory: MemoryStore, plan: Plan) -> None:
    with memory.unit() as unit:
        unit.offers.save(replace(COACH, state=ItemState.WITHDRAWN))
    with pytest.raises(Conflict, match="item-left"):
        accept_step(office, OFFICER, plan.id, "coach", commitment_id="com-1")


@pytest.mark.parametrize(
    ("offer_id", "commitment_id", "error"),
    [("nobody", "com-1", NotFound), ("coach", "", InvalidFields), ("coach", "com-9", NotFound)],
)
def test_an_unknown_step_or_commitment_is_refused(
    office: Office, plan: Plan, offer_id: str, commitment_id: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        accept_step(office, OFFICER, plan.id, offer_id, commitment_id=commitment_id)


def test_a_dropped_step_takes_its_planned_activity_along_and_may_be_accepted_after_all(
    office: Office, plan: Plan
) -> None:
    accept_step(office, OFFICER, plan.id, "coach", commitment_id="com-1")
    dropped = drop_step(office, OFFICER, plan.id, "coach", note="quá đắt")
    assert (dropped.taken[0].state, dropped.taken[0].note) == (StepState.DROPPED, "quá đắt")
    assert plan_page(office, OFFICER, plan.id).activities == {}
    again = accept_step(office, OFFICER, plan.id, "coach", commitment_id="com-1")
    assert [taken.state for taken in again.taken] == [StepState.ACCEPTED]


def test_undoing_an_acceptance_takes_the_activity_away(office: Office, memory: MemoryStore, plan: Plan) -> None:
    accept_step(office, OFFICER, plan.id, "coach", commitment_id="com-1")
    with memory.unit() as unit:
        batch = unit.changes.of("plan", plan.id)[-1].batch
    undo(office, OFFICER, batch)
    view = plan_page(office, OFFICER, plan.id)
    assert (view.row.plan.taken, view.activities) == ((), {})


def test_a_certificate_that_comes_of_a_step_is_recorded_and_closes_the_gap(
    office: Office, memory: MemoryStore, plan: Plan
) -> None:
    accept_step(office, OFFICER, plan.id, "coach", commitment_id="com-1")
    proof = {"property": "certificate", "value": "IATF 16949"}
    after = finish_step(office, ADVISER, plan.id, "coach", on=TODAY, note="Đã cấp", attribute=proof)  # type: ignore[arg-type]  # parts
    assert after.taken[0].state is StepState.FINISHED
    done = plan_page(office, OFFICER, plan.id).activities["coach"]
    assert (done.on, done.note) == (TODAY, f"{COACH.title}\nĐã cấp")
    with memory.unit() as unit:
        stated = unit.offers.get("moulder")
    assert stated is not None
    assert ("certificate", "IATF 16949") in {(one.property, one.value) for one in stated.attributes}
    again = make_plan(office, OFFICER, "moulder", "buyer")
    assert [gap.requirement.property for gap in again.gaps] == ["press_tonnage"]


def test_a_mistake_in_what_came_of_it_leaves_the_step_as_it_was(office: Office, plan: Plan) -> None:
    accept_step(office, OFFICER, plan.id, "coach", commitment_id="com-1")
    wrong = {"property": "press_tonnage", "value": "400", "unit": "mm"}
    with pytest.raises(InvalidFields):
        finish_step(office, OFFICER, plan.id, "coach", attribute=wrong)  # type: ignore[arg-type]  # parts
    assert plan_page(office, OFFICER, plan.id).row.plan.taken[0].state is StepState.ACCEPTED


def test_a_step_and_its_proof_are_kept_and_undone_together(office: Office, memory: MemoryStore, plan: Plan) -> None:
    accepted = accept_step(office, OFFICER, plan.id, "coach", commitment_id="com-1")
    proof = {"property": "certificate", "value": "IATF 16949"}

    def stated() -> set[object]:
        with memory.unit() as unit:
            offered = unit.offers.get("moulder")
        return {one.value for one in offered.attributes} if offered else set()

    with pytest.raises(Conflict, match="changed-meanwhile"):
        finish_step(office, ADVISER, plan.id, "coach", version=plan.version, attribute=proof)  # type: ignore[arg-type]  # parts
    assert "IATF 16949" not in stated()
    finish_step(office, ADVISER, plan.id, "coach", version=accepted.version, attribute=proof)  # type: ignore[arg-type]  # parts
    assert "IATF 16949" in stated()
    with memory.unit() as unit:
        batch = unit.changes.of("plan", plan.id)[-1].batch
    undo(office, OFFICER, batch)
    assert "IATF 16949" not in stated()
    assert plan_page(office, OFFICER, plan.id).row.plan.taken[0].state is StepState.ACCEPTED


def test_only_an_accepted_step_is_finished_and_a_finished_one_stays(office: Office, plan: Plan) -> None:
    with pytest.raises(Conflict, match="step-not-accepted"):
        finish_step(office, OFFICER, plan.id, "coach")
    accept_step(office, OFFICER, plan.id, "coach", commitment_id="com-1")
    finish_step(office, OFFICER, plan.id, "coach")
    with pytest.raises(Conflict, match="step-finished"):
        drop_step(office, OFFICER, plan.id, "coach")


def test_an_offer_with_a_plan_is_not_undone_from_under_it(office: Office, memory: MemoryStore) -> None:
    memory.put(offer("play", demo=True))
    make_plan(office, OFFICER, "play")
    removed = remove_demo(office, ADMINISTRATOR)
    assert (removed.counts["plan"], removed.counts["offer"]) == (1, 1)
