"""Another office's list in a real browser: checked, mended, taken in, its doubtful pair decided, and all taken back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Office

pytestmark = pytest.mark.journey

SOURCE = "Sở Công Thương Sông Thao"
TWICE = ("Công ty TNHH Cơ khí Sông Thao", "Công ty TNHH Cơ khí Sông Thao Mới")
PLAIN = "Công ty TNHH Thao Giang số 7"
BAD_CODE, GOOD_CODE = "0100109107", "0100109106"
FIRMS = 900


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list with a wrong tax code in its first row, two rows that may be one firm, and many plain ones."""
    rows = [f"Công ty Cổ phần Đúc Sông Thao;{BAD_CODE};Phú Thọ;1 đường Thao;0210 3846 001"]
    rows += [f"{name};;Phú Thọ;;" for name in TWICE]
    rows += [f"Công ty TNHH Thao Giang số {number};;Phú Thọ;{number} đường Giang;" for number in range(1, FIRMS + 1)]
    path = tmp_path / "danh-sách-sông-thao.csv"
    path.write_text("\n".join(["Tên doanh nghiệp;MST;Tỉnh;Địa chỉ;Điện thoại", *rows]), encoding="utf-8-sig")
    return path


@pytest.fixture
def checked(page: Page, office: Office, listed: Path) -> str:
    """Send the list; return the address of its import."""
    page.goto(f"{office.address}/organisations/imports/")
    page.locator("input[type=file][name=file]").set_input_files(str(listed))
    page.locator("input[name=source]").fill(SOURCE)
    page.locator("main button", has_text="Check the list").click()
    page.wait_for_url(re.compile(r"/organisations/imports/[0-9a-z]+/$"))
    return page.url


def registered(page: Page, office: Office, name: str) -> int:
    """Return how many organisations of the register bear exactly this name."""
    page.goto(f"{office.address}/organisations/?q={name}")
    return page.locator("main tbody th a").get_by_text(name, exact=True).count()


def merge_the_pair(page: Page, office: Office) -> None:
    """Open the pair that the list left, and say with one key that it is one firm."""
    page.goto(f"{office.address}/organisations/review/?sort=-proposed")
    page.locator("tbody a", has_text=TWICE[1]).first.click()
    expect(page.locator("h1")).to_contain_text("Are these two one?")
    for name in TWICE:
        expect(page.locator("#decide thead")).to_contain_text(name)
    page.keyboard.press("s")
    expect(page.locator("#messages")).to_contain_text("Merged into")


def test_from_a_list_to_the_register_and_all_of_it_back(page: Page, office: Office, checked: str) -> None:
    # The columns are guessed by their heads, and every problem stands at its cell.
    guessed = [page.locator(f"#column-{place}").input_value() for place in range(5)]
    assert guessed == ["name", "tax-code", "place", "address", "phone"]
    expect(page.locator("#import-numbers")).to_contain_text("With errors: 1.")
    expect(page.locator("#row-2")).to_contain_text(f"“{BAD_CODE}” is no Vietnamese tax code")
    assert Axe().run(page).violations_count == 0

    page.locator("#row-2 input[name=cell-1]").fill(GOOD_CODE)
    page.locator("#row-2 button", has_text="Correct").click()
    expect(page.locator("#row-2")).not_to_contain_text("is no Vietnamese tax code")
    expect(page.locator("#import-numbers")).to_contain_text("With errors: 0.")
    assert page.url == checked

    page.locator("main button", has_text="Take the good rows in").click()
    expect(page.locator("#progress [role=status]")).to_contain_text("rows are taken in")
    assert Axe().run(page).violations_count == 0
    expect(page.locator("#report")).to_contain_text("Not taken in: 0", timeout=60_000)
    expect(page.locator("#report")).to_contain_text(f"New: {FIRMS + 2}")
    expect(page.locator("#report")).to_contain_text("Decide the doubtful pairs")
    assert Axe().run(page).violations_count == 0
    assert [registered(page, office, name) for name in (*TWICE, PLAIN)] == [1, 1, 1]

    merge_the_pair(page, office)
    elsewhere = page.context.new_page()
    assert sum(registered(elsewhere, office, name) for name in TWICE) == 1
    page.keyboard.press("u")
    expect(page.locator("#messages")).to_contain_text("Taken back")
    assert [registered(elsewhere, office, name) for name in TWICE] == [1, 1]

    page.goto(checked)
    page.locator("#report button", has_text="Take the import back").click()
    expect(page.locator("#messages")).to_contain_text("The import was taken back.")
    assert [registered(page, office, name) for name in (*TWICE, PLAIN)] == [0, 0, 0]


def test_the_pages_of_imports_fit_a_telephone(page: Page, office: Office, checked: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for address in (f"{office.address}/organisations/imports/", checked, f"{checked}?show=error"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert Axe().run(page).violations_count == 0
