"""An officer finds bodies and people by typing, with the keyboard alone, and chooses them in forms."""

from __future__ import annotations

import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Office

pytestmark = pytest.mark.journey


# Two bodies straight into the office's store: how they come in otherwise is another journey.
_PUT = """
import django
django.setup()
from nhipcau import wiring
from nhipcau.facts.organisation import Name, Organisation
with wiring.office().store.unit() as unit:
    for short, text in (("KFICT", "Viện Gốm sứ Làm mẫu"), ("VFASK", "Trung tâm Làm mẫu")):
        names = (Name(text, "vi", "official"), Name(short, "und", "acronym"))
        unit.organisations.add(Organisation(id=f"org-{short.lower()}", names=names, demo=True))
"""


@pytest.fixture(scope="module")
def bodies(office: Office) -> tuple[str, str]:
    """Return the ids of two organisations, each with an acronym of its own."""
    environment = {**office.environment, "DJANGO_SETTINGS_MODULE": "nhipcau.settings"}
    subprocess.run([sys.executable, "-c", _PUT], env=environment, check=True, timeout=120)
    return "org-kfict", "org-vfask"


def test_the_search_leads_to_a_body_by_keyboard(page: Page, office: Office, bodies: tuple[str, str]) -> None:
    page.goto(f"{office.address}/agreements/")
    page.keyboard.press("/")
    page.keyboard.type("kfict")
    box, first = page.locator("#search"), page.locator("[role=option]").first
    expect(first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_visible()
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]})
    assert found.response["violations"] == []
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == first.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{office.address}/organisations/{bodies[0]}/")


def test_enter_without_a_choice_searches_as_before(page: Page, office: Office) -> None:
    page.goto(f"{office.address}/")
    page.locator("#search").fill("kfict")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=kfict")


def test_a_body_is_put_under_another_by_typing_its_acronym(page: Page, office: Office, bodies: tuple[str, str]) -> None:
    below, above = bodies
    page.goto(f"{office.address}/organisations/{below}/edit/")
    page.get_by_role("combobox", name="Belongs to").fill("vfask")
    expect(page.locator(f"[role=option][data-id='{above}']")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(f"{office.address}/organisations/{below}/")
    expect(page.locator(f"main a[href='/organisations/{above}/']").first).to_be_visible()
    page.goto(f"{office.address}/organisations/{below}/edit/")
    page.get_by_role("combobox", name="Belongs to").fill("")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(f"{office.address}/organisations/{below}/")
    expect(page.locator(f"main a[href='/organisations/{above}/']")).to_have_count(0)
