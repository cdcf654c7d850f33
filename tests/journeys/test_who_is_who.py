"""Two papers name one technopark in two ways: an officer decides with single keys, merges, and parts them again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Office
from tests.journeys.test_from_document_to_register import accept_all, drop, open_draft_of

pytestmark = pytest.mark.journey

PAPERS = {
    "gyeongnam-one.txt": """Ngày 5/4/2024, tại Hà Nội, Trung tâm Thử nghiệm đúc Sông Cầu (TDC) và Gyeongnam Technopark \
ký kết Biên bản ghi nhớ (MOU) về hợp tác trong lĩnh vực cơ khí. Hai bên sẽ đào tạo 20 kỹ sư.
""",
    "gyeongnam-two.txt": """Ngày 6/5/2025, tại Changwon, Viện Khuôn mẫu Sông Đáy (VKM) và Gyeongnam Techno Park \
ký kết Biên bản ghi nhớ (MOU) về chuyển giao công nghệ khuôn mẫu. Hai bên sẽ trao đổi chuyên gia.
""",
}


def in_the_queue(page: Page, office: Office) -> Locator:
    """Leaf through the queue to the pair of these journeys: the demo office has its own pairs before it."""
    page.goto(f"{office.address}/organisations/review/")
    link = page.locator("tbody a", has_text="Gyeongnam Techno").first
    while link.count() == 0 and page.get_by_role("link", name="Next page").count():
        page.get_by_role("link", name="Next page").click()
        page.wait_for_load_state()
    return link


@pytest.fixture
def pair(page: Page, office: Office, tmp_path: Path) -> str:
    """Confirm both papers; return the address of the pair that stands in the queue."""
    for name, text in PAPERS.items():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        drop(page, office, path)
        open_draft_of(page, office, "Sông Cầu" if "one" in name else "Sông Đáy")
        accept_all(page)
        page.locator("[data-do=c]").click()
        page.wait_for_url(re.compile(r"/agreements/"))
    link = in_the_queue(page, office)
    expect(link).to_contain_text("Gyeongnam Techno Park")
    return f"{office.address}{link.get_attribute('href')}"


def test_decides_with_keys_merges_and_parts_again(page: Page, office: Office, pair: str) -> None:
    page.goto(pair)
    expect(page.locator("h1")).to_contain_text("Are these two one?")
    expect(page.locator("main")).to_contain_text("The names are alike")
    assert Axe().run(page).violations_count == 0

    # Later, and back by the key that takes the last decision back.
    page.keyboard.press("l")
    expect(page.locator("#messages")).to_contain_text("Put off")
    page.keyboard.press("u")
    expect(page.locator("#messages")).to_contain_text("Taken back")
    expect(in_the_queue(page, office)).to_be_visible()

    page.goto(pair)
    kept = page.locator("input[name=keep]:checked").get_attribute("value")
    gone = page.locator("input[name=keep]:not(:checked)").get_attribute("value")
    page.keyboard.press("s")
    expect(page.locator("#messages")).to_contain_text("Merged into")

    # The old address leads to the one that stands, which has both names and both agreements.
    page.goto(f"{office.address}/organisations/{gone}/")
    assert page.url == f"{office.address}/organisations/{kept}/"
    expect(page.locator("main")).to_contain_text("Gyeongnam Technopark")
    expect(page.locator("main")).to_contain_text("Gyeongnam Techno Park")
    assert Axe().run(page).violations_count == 0

    page.locator("#merges a", has_text="Take the merge back").click()
    expect(page.locator("main")).to_contain_text("stands by itself again")
    page.locator("main button", has_text="Take the merge back").click()
    assert page.url == f"{office.address}/organisations/{gone}/"
    page.goto(f"{office.address}/organisations/review/?state=different")
    expect(page.locator("tbody")).to_contain_text("Gyeongnam Techno Park")


def test_the_pages_of_who_is_who_fit_a_telephone(page: Page, office: Office) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for path in ("review/", "review/thresholds/?link=99&review=60"):
        page.goto(f"{office.address}/organisations/{path}")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert Axe().run(page).violations_count == 0
