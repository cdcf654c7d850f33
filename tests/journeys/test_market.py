"""A buyer seeks in Korean, a maker offers in Vietnamese: a certificate closes what keeps them apart, and they agree."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Office, OpenWindow

pytestmark = pytest.mark.journey

SOUGHT = (
    "도어 트림용 플라스틱 사출 부품을 양산해 줄 베트남 업체를 찾습니다. "
    "재질 PA66, 350톤 이상 사출기, IATF 16949 인증 필수."
)
OFFERED = "Ép phun chi tiết nhựa PA66 cho nội thất ô tô, máy ép 500 tấn, 250.000 cái/tháng. Chưa có IATF 16949."
OFFER_TITLE = "Ép phun chi tiết nhựa PA66"
READY = "Ép phun linh kiện nhựa nội thất ô tô"
BUYER_PHONE, MAKER_PHONE = "+82 31 555 0141", "+84 226 555 0142"
HOSTILE = '<script>document.title = "owned"</script><img src=x onerror="document.title=\'owned\'">'
LONGEST = 50_000
A_MATCH = re.compile(r"/market/matches/(?!propose)[^/]+/$")


@dataclass(frozen=True, slots=True)
class Market:
    """What was put into the office: ids of items and passwords, each by its key."""

    ids: dict[str, str]
    people: dict[str, str]


@pytest.fixture(scope="module")
def market(office: Office) -> Market:
    """Put two enterprises, an agreement with a promise, and a few items into the office."""
    environment = {**office.environment, "DJANGO_SETTINGS_MODULE": "nhipcau.settings"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.market_people"],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=240,
    )
    return Market(**json.loads(done.stdout))


def settled(page: Page) -> None:
    """Hold a page to what every page is held to: usable by everybody, and no wider than its window."""
    result = Axe().run(page)
    broken = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in result.response["violations"]]
    assert broken == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def write(page: Page, text: str) -> None:
    """Choose the first kind, type a text, and wait for the first concept found in it."""
    page.locator("input[name=kind][value=product]").check()
    page.locator("textarea[name=text]").press_sequentially(text)
    expect(page.locator(".chip").first).to_be_visible()


def row_of(page: Page, code: str) -> Locator:
    """Return the row of a property in the form."""
    return page.locator("[data-term]").nth(
        page.locator("[data-property]").evaluate_all(f"rows => rows.findIndex(row => row.value === '{code}')")
    )


def sent(page: Page) -> str:
    """Send what stands in the form for review; return the item's address."""
    page.locator(".market-form__bar button[value=send]").click()
    page.wait_for_url(re.compile(r"/market/(need|offer)s/(?!post)[^/]+/$"))
    return page.url


def publish(page: Page, address: str) -> None:
    """Go from the officer's desk to an item that waits there, and publish it."""
    path = address.removeprefix(re.match(r"https?://[^/]+", address)[0])  # type: ignore[index]  # it is an address
    page.goto(address.removesuffix(path))
    page.locator(f"main a[href='{path}']").first.click()
    page.locator("form[action$='/publish/'] button").click()
    expect(page.locator("#messages")).to_contain_text("It is on the market now.")


def switch_language(page: Page, language: str) -> None:
    """Choose another language in the head of the page, which stays."""
    page.locator("header details.menu summary").first.click()
    page.locator(f"button[name=language][value={language}]").click()
    expect(page.locator("html")).to_have_attribute("lang", language)


def fit_of(page: Page, title: str, *, near: bool = False) -> Locator:
    """Return what stands on an item's page of another one that fits it, or nearly does."""
    part = page.locator("section[aria-labelledby=h-near]" if near else "section[aria-labelledby=h-fits]")
    return part.locator("article", has=page.locator("h3", has_text=title))


def seek_in_korean(buyer: Page, office: Office) -> str:
    """Post the need: concepts and requirements come as one types, rows say what is a must. Return its address."""
    buyer.goto(f"{office.address}/market/needs/post/")
    write(buyer, SOUGHT)
    expect(buyer.locator("#read")).to_contain_text("사출 성형")
    buyer.locator("[data-take-all]").click()
    row_of(buyer, "certificate").locator("[data-must]").select_option("")
    buyer.locator("[data-more-terms]").click()
    row = buyer.locator("[data-term]").last
    row.locator("[data-property]").select_option("capacity")
    row.locator("[data-comparison]").select_option(">=")
    row.locator("[data-value]").fill("200,000")
    row.locator("[data-unit]").fill("개/월")
    settled(buyer)
    need = sent(buyer)
    expect(buyer.locator("#messages")).to_contain_text("검토를 요청했습니다")
    expect(buyer.locator("section[aria-labelledby=h-terms]")).to_contain_text("생산능력 ≥ 200,000 개/월")
    return need


def offer_in_vietnamese(maker: Page, office: Office) -> str:
    """Post the offer that lacks the certificate; return its address."""
    maker.goto(f"{office.address}/market/offers/post/")
    write(maker, OFFERED)
    expect(maker.locator("#read")).to_contain_text("ép phun")
    maker.locator("[data-take-all]").click()
    settled(maker)
    offer = sent(maker)
    settled(maker)
    return offer


def plan_and_prove(page: Page, miss: Locator) -> None:
    """Make a plan of a near miss, accept the first step of its cheapest way, and record what came of it."""
    miss.locator("form[action$='/plans/make/'] button").click()
    page.wait_for_url(re.compile(r"/market/plans/(?!make)[^/]+/$"))
    cheapest, fastest = page.locator("section.way").all()
    expect(cheapest).to_contain_text("Tư vấn xây dựng hệ thống IATF 16949")
    expect(cheapest).to_contain_text("6.000")
    expect(fastest).to_contain_text("IATF 16949 단기 집중 컨설팅")
    expect(fastest).to_contain_text("60 ngày")
    expect(page.locator("section[aria-labelledby=h-gaps]")).to_contain_text("không có IATF 16949")
    settled(page)
    step = cheapest.locator(".way__step").first
    accept, finish = step.locator("form[action$='/accept/']"), step.locator("form[action$='/finish/']")
    step.locator("details", has=page.locator("form[action$='/accept/']")).locator("summary").click()
    accept.locator("select[name=commitment_id]").select_option("com-journey")
    accept.locator("textarea").fill("Bắt đầu sau Tết")
    accept.locator("button").click()
    expect(step.locator("a[href='/commitments/com-journey/']")).to_be_visible()
    expect(step).to_contain_text("Bắt đầu sau Tết")
    step.locator("details", has=page.locator("form[action$='/finish/']")).locator("summary").click()
    finish.locator("select[name=property]").select_option("certificate")
    finish.locator("input[name=value]").fill("IATF 16949")
    finish.locator("button").click()
    expect(step).to_have_attribute("data-state", "finished")


def decline(page: Page, address: str, note: str) -> None:
    """Say no to a match on behalf of the side that offers."""
    page.goto(address)
    page.locator("section[aria-labelledby=h-decline] summary").click()
    form = page.locator("form[action$='/decline/']")
    form.locator("input[name=side][value=offer]").check()
    form.locator("select[name=reason]").select_option("capacity")
    form.locator("textarea[name=note]").fill(note)
    form.locator("button").click()
    expect(page.locator("main")).to_contain_text(note)


def test_a_need_in_korean_meets_offers_in_vietnamese_and_a_certificate_closes_a_near_miss(
    office: Office, window_of: OpenWindow, market: Market
) -> None:
    page = window_of("reader", market.people["reader"])
    buyer = window_of("buyer", market.people["buyer"])
    maker = window_of("maker", market.people["maker"], width=390)
    need, offer = seek_in_korean(buyer, office), offer_in_vietnamese(maker, office)

    # An officer publishes both, then reads the need in Vietnamese: what fits, and apart from it what nearly does.
    publish(page, offer)
    publish(page, need)
    switch_language(page, "vi")
    match, miss = fit_of(page, READY), fit_of(page, OFFER_TITLE, near=True)
    expect(match).to_contain_text("Đáp ứng: Chứng nhận IATF 16949")
    expect(match).to_contain_text("Đáp ứng: Công suất ≥ 200.000 cái/tháng. Đã nêu: 300.000 cái/tháng.")
    expect(miss.locator(".fit__failed")).to_have_count(1)
    expect(miss.locator(".fit__failed")).to_contain_text("IATF 16949")
    expect(fit_of(page, OFFER_TITLE)).to_have_count(0)
    settled(page)
    plan_and_prove(page, miss)

    # Nobody entered the need again: the pair stands on both desks, and the near miss is a match.
    for window, address in ((buyer, need), (maker, offer)):
        window.goto(f"{office.address}/")
        news = window.locator("section[aria-labelledby=desk-new-matches]")
        news.locator(f"a[href='{address.removeprefix(office.address)}']").click()
        window.wait_for_url(address)
    expect(fit_of(buyer, OFFER_TITLE)).to_contain_text("충족: 인증 IATF 16949")
    expect(fit_of(buyer, OFFER_TITLE, near=True)).to_have_count(0)
    expect(fit_of(maker, "도어 트림용 플라스틱 사출 부품")).to_contain_text("Đáp ứng: Chứng nhận IATF 16949")

    # The other offer is proposed and declined with a reason: this pair is not proposed again.
    fit_of(buyer, READY).locator("form[action$='/propose/'] button").click()
    buyer.wait_for_url(A_MATCH)
    decline(page, buyer.url, "Máy đã kín lịch đến hết quý 2")
    buyer.goto(need)
    expect(fit_of(buyer, READY).locator("a[href*='/market/matches/']").first).to_be_visible()
    expect(fit_of(buyer, READY).locator("form[action$='/propose/']")).to_have_count(0)


def test_contacts_are_shown_once_both_agreed_and_of_two_movers_neither_loses_words(
    page: Page, office: Office, window_of: OpenWindow, market: Market
) -> None:
    maker = window_of("maker", market.people["maker"])
    maker.goto(f"{office.address}/market/offers/{market.ids['milling']}/")
    sought = fit_of(maker, "알루미늄 하우징 CNC 가공")
    expect(sought).not_to_contain_text("하늘채")
    sought.locator("form[action$='/propose/'] button").click()
    maker.wait_for_url(A_MATCH)
    address = maker.url
    expect(maker.locator("main")).not_to_contain_text("하늘채")
    expect(maker.locator("main")).not_to_contain_text(BUYER_PHONE)
    settled(maker)

    # The other side finds it on the desk, and says yes; from then on each knows the other.
    buyer = window_of("buyer", market.people["buyer"])
    buyer.locator("section[aria-labelledby=desk-matches-to-answer] li a").first.click()
    expect(buyer.locator("main")).not_to_contain_text(MAKER_PHONE)
    buyer.locator("form[action$='/accept/'] button").click()
    expect(buyer.locator("main")).to_contain_text(MAKER_PHONE)
    maker.reload()
    expect(maker.locator("main")).to_contain_text("하늘채")
    expect(maker.locator("main")).to_contain_text(BUYER_PHONE)

    # An officer and the maker move it at once: the slower one is told so, and finds the note as it was typed.
    page.goto(address)
    maker.locator("input[name=stage][value=introduced]").check()
    maker.locator("form[action$='/move/'] button").click()
    expect(maker.locator(".stages [aria-current=step]")).to_have_attribute("data-stage", "introduced")
    page.locator("input[name=stage][value=meeting]").check()
    page.locator("form[action$='/move/'] textarea").fill("Met at the fair, drawings handed over")
    page.locator("form[action$='/move/'] button").click()
    expect(page.get_by_role("alert")).to_contain_text("What you typed is kept below")
    expect(page.locator("form[action$='/move/'] textarea")).to_have_value("Met at the fair, drawings handed over")
    expect(page.locator("input[name=stage][value=meeting]")).to_be_checked()
    page.locator("form[action$='/move/'] button").click()
    expect(page.locator(".stages [aria-current=step]")).to_have_attribute("data-stage", "meeting")
    expect(page.locator("section[aria-labelledby=h-steps]")).to_contain_text("Met at the fair, drawings handed over")

    # What it is worth: two values, apart.
    worth = page.locator("form[action$='/value/']")
    for kind, amount in (("discussed", "500000"), ("contract", "120000")):
        worth.locator(f"[name='{kind}.amount']").fill(amount)
        worth.locator(f"[name='{kind}.currency']").fill("USD")
    worth.locator("button").click()
    expect(worth.locator("[name='discussed.amount']")).to_have_value("500,000")
    expect(worth.locator("[name='contract.amount']")).to_have_value("120,000")
    expect(worth.locator("[name='mou.amount']")).to_have_value("")
    expect(page.locator("main")).not_to_contain_text("620,000")
    settled(page)


def test_no_script_runs_no_text_is_lost_and_an_offer_that_leaves_is_told_kindly(
    page: Page, office: Office, window_of: OpenWindow, market: Market
) -> None:
    buyer = window_of("buyer", market.people["buyer"], width=390)
    buyer.goto(f"{office.address}/market/needs/post/")
    buyer.locator("input[name=kind][value=product]").check()
    buyer.locator("input[name=title]").fill(f"기어 {HOSTILE}")
    text = "기어 절삭 가공 업체를 찾습니다. " * (LONGEST // 18)
    assert len(text) > LONGEST
    buyer.locator("textarea[name=text]").fill(text)
    buyer.locator(".market-form__bar button[value=save]").click()
    expect(buyer.locator("#text")).to_have_attribute("aria-invalid", "true")
    assert buyer.locator("textarea[name=text]").input_value().strip() == text.strip()
    settled(buyer)
    buyer.locator("textarea[name=text]").fill(f"{HOSTILE} 기어 절삭 가공 업체를 찾습니다.")
    buyer.locator(".market-form__bar button[value=save]").click()
    expect(buyer.locator("h1")).to_contain_text("<script>")
    expect(buyer.locator(".market-text")).to_contain_text(HOSTILE)
    assert buyer.locator("main img, main script").count() == 0
    assert "owned" not in buyer.title().split("<script>")[0]

    # While the buyer looks at it, an offer is withdrawn.
    buyer.goto(f"{office.address}/market/needs/{market.ids['gears']}/")
    page.goto(f"{office.address}/market/offers/{market.ids['hobbing']}/")
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("form[action$='/withdraw/'] button").click()
    expect(page.locator("h1")).to_contain_text("Withdrawn")
    fit_of(buyer, "Gia công bánh răng").locator("form[action$='/propose/'] button").click()
    expect(buyer.locator("body")).to_contain_text("더 이상 시장에 올라와 있지 않습니다")
    settled(buyer)
    buyer.goto(f"{office.address}/market/needs/{market.ids['gears']}/")
    expect(fit_of(buyer, "Gia công bánh răng")).to_have_count(0)
