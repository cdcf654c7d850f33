"""The market of the pages' tests, with a consultant who helps with the certificate that one maker lacks."""

from __future__ import annotations

import pytest

from nhipcau.facts.market import Need, Offer
from nhipcau.facts.plan import Plan
from nhipcau.programme.make_plan import make_plan
from nhipcau.programme.office import Office
from nhipcau.programme.post_offer import post_offer
from nhipcau.programme.review_item import publish_item
from nhipcau.store.database import DatabaseStore
from tests.programme.samples import agreement, commitment
from tests.web.market.conftest import BUYER, MAKER, OFFICER, lacking, need, offer, office, officer, signed_in

__all__ = ["lacking", "need", "offer", "office", "officer", "signed_in"]


@pytest.fixture
def coach(office: Office) -> Offer:
    """Return a published offer of a consultant."""
    made = post_offer(
        office,
        OFFICER,
        MAKER.id,
        kind="expertise",
        text="Tư vấn triển khai IATF 16949 tại xưởng, 4 tháng.",
        attributes=[
            {"property": "duration", "value": "120", "unit": "day"},
            {"property": "price", "value": "6000", "unit": "USD"},
        ],
    )
    return publish_item(office, OFFICER, Offer, made.id)


@pytest.fixture
def plan(office: Office, need: Need, lacking: Offer, coach: Offer) -> Plan:
    """Return a plan that the office made."""
    return make_plan(office, OFFICER, lacking.id, need.id)


@pytest.fixture
def promised(office: Office) -> str:
    """Return the id of a commitment of an agreement between buyer and maker."""
    with DatabaseStore().unit() as unit:
        unit.agreements.add(agreement("agr-1", BUYER, MAKER))
        unit.commitments.add(commitment("com-1", "agr-1"))
    return "com-1"
