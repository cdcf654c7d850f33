"""An officer's main path in a real browser: from a document to the register, and looking at it in every way."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Office, sign_in

pytestmark = pytest.mark.journey

ARTICLE = """Lễ ký kết giữa TSC và KIMX

Ngày 12/3/2024, tại Hà Nội, Trung tâm Thử nghiệm cơ khí Sông Hồng (TSC) và Viện Công nghệ Vật liệu Hàn Quốc (KIMX) \
đã ký kết Biên bản ghi nhớ (MOU) về hợp tác trong lĩnh vực cơ khí.

Theo biên bản, hai bên sẽ đào tạo 200 kỹ sư cho doanh nghiệp Việt Nam, chuyển giao công nghệ xử lý bề mặt.

Ông Trần Văn Sơn, Giám đốc TSC và ông Kim Min Ho, Viện trưởng KIMX đại diện hai bên ký Biên bản ghi nhớ.
"""
SECOND = """Trung tâm TSC hợp tác với Viện KIMX

Trung tâm Thử nghiệm cơ khí Sông Hồng (TSC) và Viện Công nghệ Vật liệu Hàn Quốc (KIMX) ký kết Biên bản ghi nhớ ngày \
12/3/2024 tại Hà Nội. Hai bên sẽ trao đổi chuyên gia và chia sẻ thông tin về công nghệ mới.
"""
HOSTILE = """<html><head><title>Ký kết <script>document.title="owned"</script></title></head><body>
<script>document.title = "owned"</script><img src=x onerror="document.title='owned'">
<p>Ngày 2/2/2023, Trường Cao đẳng Cơ điện Sông Lam (SLC) và Công ty Hansol Việt Nam ký kết thỏa thuận hợp tác
về đào tạo nghề. Hai bên sẽ xây dựng chương trình đào tạo chung &lt;b&gt;mới&lt;/b&gt;.</p></body></html>
"""
PAGES = ["/", "/documents/", "/drafts/", "/agreements/", "/commitments/", "/organisations/", "/people/"]
PAGES += ["/network/", "/timeline/", "/states/", "/history/", "/help/", "/search/?q=tsc"]


@pytest.fixture
def article(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a function that writes a text to a file."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def drop(page: Page, office: Office, *files: Path) -> None:
    """Choose files on the documents page and wait until each was read."""
    page.goto(f"{office.address}/documents/")
    page.locator("input[type=file][multiple]").first.set_input_files([str(path) for path in files])
    expect(page.locator("a[href*='/drafts/']").filter(has_not_text="Drafts").first).to_be_visible(timeout=60_000)


def open_draft_of(page: Page, office: Office, words: str) -> None:
    """Open the newest open draft whose document bears these words."""
    page.goto(f"{office.address}/documents/?q={words}")
    page.locator("main tbody th a").first.click()
    page.locator("main a[href^='/drafts/']").first.click()
    expect(page.locator("#draft")).to_be_visible()


def accept_all(page: Page) -> None:
    """Press A, and wait until nothing waits any more."""
    page.keyboard.press("Shift+A")
    expect(page.locator("[data-do=A]")).to_have_count(0)


def test_from_a_dropped_document_to_a_commitment_with_an_activity(
    page: Page, office: Office, article: Callable[[str, str], Path]
) -> None:
    drop(page, office, article("tsc.txt", ARTICLE))
    open_draft_of(page, office, "TSC")
    assert page.locator("#paper-text mark").count() > 5

    # A click on a value leads to its words, by keyboard one value is accepted and one rejected and undone.
    page.locator("#value-date [data-jump]").click()
    expect(page.locator("#paper-text mark.is-current, #paper-text mark[aria-current=true]").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("body").click(position={"x": 5, "y": 400})
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator("li.value[data-decision=accepted]")).to_have_count(1)
    accept_all(page)
    page.locator("[data-do=c]").click()

    expect(page.locator("h1")).to_contain_text("TSC")
    expect(page.locator("main")).to_contain_text("12 March 2024")
    page.locator("#h-commitments").locator("xpath=ancestor::section").locator("tbody th a").first.click()
    expect(page.locator("h1")).to_contain_text("Not concretised")
    page.get_by_role("combobox", name="Owner").fill("TSC")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator("input[name=quantity]").first.fill("200")
    page.locator("input[name=unit]").fill("engineers")
    page.locator("input[name=due_on]").fill("2099-12-31")
    page.locator("form[action*=concretise] button[type=submit]").click()
    expect(page.locator("h1")).to_contain_text("Not started")
    page.locator("[data-dialog=log]").click()
    page.locator("dialog[open] textarea[name=note]").fill("First course")
    page.locator("dialog[open] input[name=quantity]").fill("80")
    page.locator("dialog[open] button[type=submit]").click()
    expect(page.locator("h1")).to_contain_text("Under way")


def test_a_second_report_is_proposed_as_the_same_and_can_be_taken_back(
    page: Page, office: Office, article: Callable[[str, str], Path]
) -> None:
    drop(page, office, article("second.txt", SECOND))
    open_draft_of(page, office, "KIMX+hop+tac")
    expect(page.locator("#same")).to_be_visible()
    accept_all(page)
    page.locator("#same button", has_text="Same: add as evidence").click()
    expect(page.locator("main")).to_contain_text("Documents")
    expect(page.locator("#h-documents + .count")).to_have_text("2")
    page.locator(".message form[action*=undo] button").click()
    expect(page.locator(".message").first).to_contain_text("Taken back")
    page.goto(f"{office.address}/search/?q=tsc")
    page.locator("main a[href^='/agreements/']").first.click()
    expect(page.locator("#h-documents + .count")).to_have_text("1")


def test_no_script_of_a_document_runs(page: Page, office: Office, article: Callable[[str, str], Path]) -> None:
    drop(page, office, article("hostile.html", HOSTILE))
    open_draft_of(page, office, "SLC")
    expect(page.locator("#paper-text")).to_contain_text("<b>mới</b>")
    assert "owned" not in page.title()
    assert page.locator("#paper-text script, #paper-text img").count() == 0


def test_the_same_file_twice_is_recognised(page: Page, office: Office, article: Callable[[str, str], Path]) -> None:
    drop(page, office, article("tsc-again.txt", ARTICLE))
    expect(page.locator("main")).to_contain_text(re.compile("already", re.IGNORECASE))


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
def test_every_page_is_accessible_in_both_themes_and_on_a_phone(
    office: Office, browser: Browser, width: int, scheme: str
) -> None:
    context = browser.new_context(
        locale="en-GB", viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    window = context.new_page()
    sign_in(window, office)
    addresses = [*PAGES]
    for listed in ("/agreements/", "/commitments/", "/organisations/", "/people/", "/documents/", "/drafts/"):
        window.goto(office.address + listed)
        one = window.locator(f"main tbody a[href^='{listed}']").first
        if one.count():
            addresses.append(one.get_attribute("href") or "/")
    found = {}
    for address in addresses:
        window.goto(office.address + address)
        result = Axe().run(window, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        broken = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in result.response["violations"]]
        if broken:
            found[address] = broken
        overflow = window.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if overflow > 0:
            found[f"{address} (wider than the screen)"] = overflow
    context.close()
    assert found == {}


@pytest.mark.parametrize(("language", "desk"), [("vi", "Bàn làm việc"), ("ko", "업무"), ("en", "Desk")])
def test_the_language_is_switched_at_any_time_and_the_page_stays(
    page: Page, office: Office, language: str, desk: str
) -> None:
    page.goto(f"{office.address}/agreements/?q=tsc")
    page.locator("header details.menu summary").first.click()
    page.locator(f"button[name=language][value={language}]").click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.url.endswith("/agreements/?q=tsc")
    expect(page.locator("nav.rail")).to_contain_text(desk)


def test_nothing_is_asked_from_elsewhere(page: Page, office: Office) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in PAGES:
        page.goto(office.address + address)
    elsewhere = [url for url in asked if not url.startswith((office.address, "data:"))]
    assert elsewhere == []
