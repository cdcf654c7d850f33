"""Development plans on their pages: made from a near miss, two ways, steps accepted, dropped and finished."""

from __future__ import annotations

import pytest
from django.test import Client

from nhipcau.facts.actor import Role
from nhipcau.facts.market import Need, Offer
from nhipcau.facts.plan import Plan, StepState
from nhipcau.programme.office import Office
from nhipcau.programme.queries.plan_list import plan_list
from nhipcau.programme.queries.plan_page import plan_page
from tests.web.market.conftest import BUYER, OFFICER, OTHER, SignedIn

NAME = "한미오토텍"


def step_address(plan: Plan, offer: Offer, verb: str) -> str:
    return f"/market/plans/{plan.id}/steps/{offer.id}/{verb}/"


def state_of(office: Office, plan: Plan) -> list[StepState]:
    return [taken.state for taken in plan_page(office, OFFICER, plan.id).row.plan.taken]


def test_a_near_miss_leads_to_a_plan(officer: Client, office: Office, need: Need, lacking: Offer, coach: Offer) -> None:
    shown = officer.get(f"/market/needs/{need.id}/").content.decode()
    assert "/market/plans/make/" in shown
    made = officer.post("/market/plans/make/", {"offer": lacking.id, "need": need.id})
    (row,) = plan_list(office, OFFICER).items
    assert made["Location"] == f"/market/plans/{row.plan.id}/"
    page = officer.get(made["Location"]).content.decode()
    assert coach.title in page
    assert "Prepares for the certificate" in page
    assert "120 days" in page
    assert "The cheapest way is the fastest one too." in page


def test_what_nobody_offers_is_shown_on_the_plan_and_on_the_list(officer: Client, need: Need, lacking: Offer) -> None:
    officer.post("/market/plans/make/", {"offer": lacking.id, "need": need.id})
    for address in ("/market/plans/", officer.get("/market/plans/").context["found"].items[0].plan.id):
        page = officer.get(address if address.startswith("/") else f"/market/plans/{address}/").content.decode()
        assert "Gaps in the market" in page
        assert "IATF 16949" in page


def test_a_step_is_accepted_finished_and_proves_the_certificate(
    officer: Client, office: Office, plan: Plan, coach: Offer, promised: str
) -> None:
    page = officer.get(f"/market/plans/{plan.id}/").content.decode()
    assert promised in page
    accepted = officer.post(step_address(plan, coach, "accept"), {"version": 1, "commitment_id": promised})
    assert accepted.status_code == 302
    assert state_of(office, plan) == [StepState.ACCEPTED]
    proof = {"version": 2, "on": office.clock.today().isoformat(), "property": "certificate", "value": "IATF 16949"}
    assert officer.post(step_address(plan, coach, "finish"), proof).status_code == 302
    assert state_of(office, plan) == [StepState.FINISHED]
    with office.store.unit() as unit:
        stated = unit.offers.get(plan.offer_id)
    assert stated is not None
    assert "IATF 16949" in [one.value for one in stated.attributes]
    assert "Finished" in officer.get(f"/market/plans/{plan.id}/").content.decode()


def test_a_form_that_fails_keeps_what_was_typed(
    officer: Client, office: Office, plan: Plan, coach: Offer, promised: str
) -> None:
    typed = {"version": 1, "commitment_id": "", "note": "trước Tết", "way": "0"}
    refused = officer.post(step_address(plan, coach, "accept"), typed)
    assert refused.status_code == 422
    assert "trước Tết" in refused.content.decode()
    assert state_of(office, plan) == []


def test_two_people_at_once_are_told(officer: Client, plan: Plan, coach: Offer, promised: str) -> None:
    officer.post(step_address(plan, coach, "drop"), {"version": 1})
    late = officer.post(step_address(plan, coach, "accept"), {"version": 1, "commitment_id": promised, "way": "0"})
    assert late.status_code == 409
    assert "Look at how the plan stands now." in late.content.decode()


def test_an_enterprise_sees_its_own_plans_alone_and_decides_nothing(
    signed_in: SignedIn, officer: Client, office: Office, plan: Plan, coach: Offer, promised: str
) -> None:
    own, other = signed_in(Role.ENTERPRISE, OTHER.id), signed_in(Role.ENTERPRISE, BUYER.id)
    page = own.get(f"/market/plans/{plan.id}/").content.decode()
    assert coach.title in page
    assert NAME not in page
    assert "Accept this step" not in page
    assert own.post(step_address(plan, coach, "accept"), {"version": 1, "commitment_id": promised}).status_code == 403
    assert other.get(f"/market/plans/{plan.id}/").status_code == 404
    assert plan.id not in other.get("/market/plans/").content.decode()
    assert state_of(office, plan) == []


def test_a_viewer_sees_no_plans(signed_in: SignedIn, plan: Plan) -> None:
    viewer = signed_in(Role.VIEWER)
    assert viewer.get("/market/plans/").status_code == 403
    assert viewer.post("/market/plans/make/", {"offer": plan.offer_id}).status_code == 403


@pytest.mark.parametrize("verb", ["burn", "ACCEPT"])
def test_an_unknown_verb_is_no_page(officer: Client, plan: Plan, coach: Offer, verb: str) -> None:
    assert officer.post(step_address(plan, coach, verb), {"version": 1}).status_code == 404


def test_a_plan_for_a_whole_trade_is_made_from_the_offer(officer: Client, need: Need, lacking: Offer) -> None:
    assert "Plan for its whole trade" in officer.get(f"/market/offers/{lacking.id}/").content.decode()
    made = officer.post("/market/plans/make/", {"offer": lacking.id, "need": ""})
    assert "all of its trade: 1 need with gaps" in officer.get(made["Location"]).content.decode()
