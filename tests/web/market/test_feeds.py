from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from decimal import Decimal
from email.utils import parsedate_to_datetime

import pytest
from django.core import mail
from django.test import Client

from nhipcau import wiring
from nhipcau.facts.actor import Role
from nhipcau.facts.market import Attribute, ItemKind
from nhipcau.programme.rematch import rematch
from nhipcau.programme.send_digests import send_digests
from nhipcau.store.models import User
from nhipcau.words.digest import digest
from tests.programme.samples import need, offer
from tests.store import things

LAST_DAY = date(2099, 12, 31)
NEED = need("nee-1", things.CENTRE, expires_on=LAST_DAY, title="Tìm xưởng tiện <chốt> & bản lề")
OFFER = offer(
    "off-1",
    things.INSTITUTE,
    kind=ItemKind.PRODUCT,
    title="정밀 선반 가공",
    text="자동 선반 가공으로 스테인리스 힌지 핀을 생산합니다. 공차 ±0.005 mm.",
    attributes=(Attribute(property="tolerance", value=Decimal("0.005"), unit="mm"),),
    expires_on=LAST_DAY,
)
SECRET = replace(OFFER, id="off-2", confidential=True, title="KICET 선반 가공", hidden=("KICET",))
pytestmark = pytest.mark.django_db


@pytest.fixture
def firm() -> Client:
    """The browser of a firm whose need two offers fit."""
    office = wiring.office()
    with office.store.unit() as unit:
        unit.organisations.add(things.CENTRE)
        unit.organisations.add(things.INSTITUTE)
        unit.needs.add(NEED)
        unit.offers.add(OFFER)
        unit.offers.add(SECRET)
    rematch(office, wait=True)
    user = User.objects.create_user(
        username="firm", role=Role.ENTERPRISE, organisation_id="org-idc", language="ko", email="firm@vi-du.vn"
    )
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(user)
    return client


@pytest.fixture
def address(firm: Client) -> str:
    return opened(firm)


def opened(firm: Client) -> str:
    body = firm.post("/me/news/feed/").content.decode()
    found = re.search(r"http://localhost(/feeds/[\w-]{40,}/matches\.rss)", body)
    assert found
    return found[1]


def reader() -> Client:
    return Client(HTTP_HOST="localhost")


def test_a_feed_is_rss_in_the_language_of_its_owner(address: str) -> None:
    answer = reader().get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/rss+xml; charset=utf-8")
    rss = ET.fromstring(answer.content)  # noqa: S314 -- our own
    channel = rss.find("channel")
    assert (rss.tag, rss.get("version")) == ("rss", "2.0")
    assert channel is not None
    assert (channel.findtext("title"), channel.findtext("language")) == ("Nhịp Cầu: 나의 새 매칭", "ko")
    assert all(channel.findtext(part) for part in ("link", "description", "lastBuildDate"))
    titles = {item.findtext("title") for item in channel.iter("item")}
    assert titles == {
        "Tìm xưởng tiện <chốt> & bản lề ↔ 정밀 선반 가공",
        "Tìm xưởng tiện <chốt> & bản lề ↔ 제품·부품, 비공개",
    }
    for item in channel.iter("item"):
        assert item.findtext("link") == "http://localhost/market/needs/nee-1/"
        assert parsedate_to_datetime(item.findtext("pubDate") or "").tzinfo
    assert len({item.findtext("guid") for item in channel.iter("item")}) == 2


def test_nothing_confidential_is_in_a_feed(address: str) -> None:
    told = reader().get(address).content.decode()
    assert [word for word in ("KICET", "org-kicet", "세라믹기술원", "firm@") if word in told] == []


def test_says_not_modified_to_who_has_the_news_already(address: str) -> None:
    first = reader().get(address)
    again = reader().get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = reader().get(address, headers={"If-Modified-Since": first["Last-Modified"]})
    assert since.status_code == 304
    assert "private" in first["Cache-Control"]


def test_a_new_address_or_closing_makes_the_old_one_useless(firm: Client, address: str) -> None:
    other = opened(firm)
    assert (reader().get(address).status_code, reader().get(other).status_code) == (404, 200)
    assert firm.post("/me/news/feed/close/").status_code == 302
    assert reader().get(other).status_code == 404
    assert reader().get("/feeds/guess/matches.rss").status_code == 404
    assert reader().post(other).status_code == 405


def test_a_feed_ends_with_the_account_and_with_the_role(address: str) -> None:
    User.objects.filter(username="firm").update(role=Role.VIEWER)
    assert reader().get(address).status_code == 404
    User.objects.filter(username="firm").update(role=Role.ENTERPRISE, is_active=False)
    assert reader().get(address).status_code == 404


def test_a_person_chooses_letters_and_gets_one(firm: Client) -> None:
    assert "firm@vi-du.vn" in firm.get("/me/news/").content.decode()
    assert "New matches for me" in firm.get("/me/").content.decode()
    assert firm.post("/me/news/mail/", {"digest": "daily"}).status_code == 302
    assert re.search(r'value="daily"\s+selected', firm.get("/me/news/").content.decode())
    assert firm.post("/me/news/mail/", {"digest": "hourly"}).status_code == 422
    told = send_digests(wiring.office(), digest)
    assert (told.failed, len(mail.outbox)) == (0, told.sent)


def test_viewers_follow_nothing() -> None:
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(User.objects.create_user(username="viewer", role=Role.VIEWER))
    assert client.get("/me/news/").status_code == 403
    assert "New matches for me" not in client.get("/me/").content.decode()
