"""A small register and a person of every role come in; clients that act for them go out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from nhipcau import wiring
from nhipcau.facts.actor import Role
from nhipcau.facts.deal import Match, Stage
from nhipcau.facts.market import Attribute, ItemKind, ItemState
from nhipcau.facts.matching import Standing
from nhipcau.facts.plan import Gap, Plan
from nhipcau.store.accounts import add_account, issue_token
from nhipcau.store.models import User
from tests.programme.samples import doubt, need, offer, own_concept
from tests.store import things

Clients = Callable[[str], Client]
BYTES = things.TEXT.encode()
LAST_DAY = date(2099, 12, 31)
NEED = need("nee-1", things.CENTRE, expires_on=LAST_DAY, concepts=("turning",))
OFFER = offer(
    "off-1",
    things.INSTITUTE,
    kind=ItemKind.PRODUCT,
    title="정밀 선반 가공",
    text="자동 선반 가공으로 스테인리스 힌지 핀을 생산합니다. 공차 ±0.005 mm.",
    attributes=(Attribute(property="tolerance", value=Decimal("0.005"), unit="mm"),),
    concepts=("turning",),
    expires_on=LAST_DAY,
)
OWN = offer(
    "off-3",
    things.CENTRE,
    kind=ItemKind.PRODUCT,
    language="vi",
    title="Tiện chi tiết nhỏ",
    text="Xưởng tiện CNC chi tiết inox, dung sai 0,05 mm.",
    attributes=(Attribute(property="tolerance", value=Decimal("0.05"), unit="mm"),),
    state=ItemState.DRAFT,
    expires_on=LAST_DAY,
)
PLAN = Plan(
    id="pla-1",
    offer_id=OWN.id,
    need_id=None,
    starts_on=things.TODAY,
    rates_on=things.TODAY,
    made_at=things.AT,
    made_by="Lan",
    gaps=(Gap(key="tolerance:mm|<=", requirement=NEED.requirements[0], standing=Standing.UNMET, needs=(NEED.id,)),),
    open_gaps=("tolerance:mm|<=",),
)
SECRET = replace(OFFER, id="off-2", confidential=True, title="KICET 선반 가공", hidden=("KICET",))
MATCH = Match(
    id="mat-1",
    need_id=NEED.id,
    offer_id=SECRET.id,
    need_organisation_id=things.CENTRE.id,
    offer_organisation_id=things.INSTITUTE.id,
    stage=Stage.PROPOSED,
    proposed_at=things.AT,
    proposed_by="Lan",
    moved_at=things.AT,
)


@pytest.fixture
def key(db: None) -> str:
    """One of each thing in the office; the key of the bytes behind the document and the activity's file."""
    office = wiring.office()
    found = office.files.put(BYTES)
    with office.store.unit() as unit:
        unit.organisations.add(things.CENTRE)
        unit.organisations.add(things.INSTITUTE)
        unit.organisations.add(replace(things.CENTRE, id="org-other", names=things.INSTITUTE.names[1:]))
        unit.doubts.add(doubt("dbt-1", things.CENTRE.id, "org-other"))
        unit.people.add(things.DIRECTOR)
        unit.documents.add(replace(things.DOCUMENT, sha256=found))
        unit.agreements.add(things.AGREEMENT)
        unit.drafts.add(replace(things.DRAFT, proposal=None))
        unit.commitments.add(things.COMMITMENT)
        file = replace(things.ACTIVITY.files[0], key=found)
        unit.activities.add(replace(things.ACTIVITY, files=(file,)))
        unit.needs.add(NEED)
        unit.offers.add(OFFER)
        unit.offers.add(SECRET)
        unit.offers.add(OWN)
        unit.plans.add(PLAN)
        unit.own_concepts.add(own_concept())
        unit.matches.add(MATCH)
    return found


@pytest.fixture
def client_of(key: str) -> Clients:
    """Make a client that sends the token of a role; "stranger" speaks for an organisation that signed nothing."""

    def client(who: str) -> Client:
        role = Role.ENTERPRISE if who == "stranger" else Role(who)
        speaks_for = {"enterprise": things.CENTRE.id, "stranger": "org-other"}.get(who)
        add_account(who, password=None, role=role.value, organisation_id=speaks_for, name=who)
        secret = issue_token(who, "test")
        return Client(HTTP_HOST="localhost", headers={"Authorization": f"Bearer {secret}", "Accept-Language": "en"})

    return client


@pytest.fixture
def officer(client_of: Clients) -> Client:
    """Return the officer's client."""
    return client_of("officer")


@pytest.fixture
def session(key: str) -> Client:
    """Return an officer's browser, which checks CSRF as a real one."""
    user = User.objects.create_user(username="lan@office.example", role=Role.OFFICER)
    client = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    client.force_login(user)
    return client
