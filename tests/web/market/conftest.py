"""An office with a buyer and two makers on the market comes in; browsers signed in with every role go out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from nhipcau import wiring
from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.codes import PartyKind
from nhipcau.facts.market import Need, Offer
from nhipcau.facts.organisation import Name, Organisation
from nhipcau.programme.office import Office
from nhipcau.programme.post_need import post_need
from nhipcau.programme.post_offer import post_offer
from nhipcau.programme.review_item import publish_item
from nhipcau.store.database import DatabaseStore
from nhipcau.store.models import User

OFFICER = Actor(id="1", name="Lan", role=Role.OFFICER)
BUYER = Organisation(
    id="org-hanmi",
    names=(Name("한미오토텍", "ko", "official"), Name("Hanmi Autotech", "en", "alias")),
    country="KR",
    kind=PartyKind.COMPANY,
    phone="+82 31 555 0101",
)
MAKER = Organisation(
    id="org-songcau",
    names=(Name("Công ty TNHH Nhựa kỹ thuật Sông Cầu", "vi", "official"),),
    country="VN",
    kind=PartyKind.COMPANY,
    phone="+84 222 555 0102",
)
OTHER = Organisation(
    id="org-redriver",
    names=(Name("Công ty Cổ phần Cơ khí Lạch Tray", "vi", "official"),),
    country="VN",
    kind=PartyKind.COMPANY,
)


@pytest.fixture
def office(transactional_db: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Office:
    """Return the office on the run's database, with three enterprises."""
    with DatabaseStore().unit() as unit:
        for body in (BUYER, MAKER, OTHER):
            unit.organisations.add(body)
    return wiring.office()


@pytest.fixture
def need(office: Office) -> Need:
    """Return a published need that shows no name."""
    made = post_need(
        office,
        OFFICER,
        BUYER.id,
        kind="product",
        text="한미오토텍은 자동차 사출성형 부품 협력사를 찾습니다. 월 20만 개, IATF 16949 인증 필수.",
        place="Bắc Ninh",
        confidential=True,
        requirements=[
            {"property": "capacity", "comparison": ">=", "value": "200000", "unit": "pcs/month"},
            {"property": "certificate", "comparison": "has", "value": "IATF 16949"},
        ],
    )
    return publish_item(office, OFFICER, Need, made.id)


@pytest.fixture
def offer(office: Office) -> Offer:
    """Return a published offer that fits the need."""
    made = post_offer(
        office,
        OFFICER,
        MAKER.id,
        kind="product",
        text="Ép phun linh kiện nhựa ô tô, 300.000 cái/tháng, đã có IATF 16949.",
        place="Bắc Ninh",
        attributes=[
            {"property": "capacity", "value": "300000", "unit": "pcs/month"},
            {"property": "certificate", "value": "IATF 16949"},
        ],
    )
    return publish_item(office, OFFICER, Offer, made.id)


@pytest.fixture
def lacking(office: Office) -> Offer:
    """Return a published offer of another maker that lacks the certificate."""
    made = post_offer(
        office,
        OFFICER,
        OTHER.id,
        kind="product",
        text="Ép phun linh kiện nhựa ô tô, 250.000 cái/tháng, có ISO 9001.",
        place="Hải Phòng",
        attributes=[
            {"property": "capacity", "value": "250000", "unit": "pcs/month"},
            {"property": "certificate", "value": "ISO 9001"},
        ],
    )
    return publish_item(office, OFFICER, Offer, made.id)


SignedIn = Callable[..., Client]


@pytest.fixture
def signed_in(transactional_db: None) -> SignedIn:
    """Return a function that gives a browser of a user with a role (of an organisation), in English."""

    def sign_in(role: Role, organisation_id: str | None = None) -> Client:
        name = f"{role}-{organisation_id or 'office'}@office.example"
        user = User.objects.create_user(username=name, role=role, language="en", organisation_id=organisation_id)
        client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def officer(signed_in: SignedIn) -> Client:
    """Return a browser of an officer."""
    return signed_in(Role.OFFICER)
