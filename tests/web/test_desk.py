from __future__ import annotations

import pytest
from django.test import Client

from nhipcau import wiring
from nhipcau.facts.actor import Actor, Role
from nhipcau.programme.receive_text import receive_text
from nhipcau.programme.views import DESK_SECTIONS, DeskSection
from nhipcau.web.desk import _waiting
from tests.web.conftest import SignIn

TEXT = """Ngày 12/3/2024, Trung tâm Thử nghiệm cơ khí Sông Hồng (TSC) và Viện Công nghệ Vật liệu Hàn Quốc (KIMX) \
ký kết Biên bản ghi nhớ (MOU) về hợp tác trong lĩnh vực cơ khí.
"""
OFFICER = Actor(id="1", name="Lan", role=Role.OFFICER)


def body_of(browser: Client) -> str:
    return browser.get("/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_waiting_draft_is_one_click_away(sign_in: SignIn) -> None:
    received = receive_text(wiring.office(), OFFICER, TEXT, title="TSC <KIMX>")
    body = body_of(sign_in(Role.OFFICER))
    assert f'href="/drafts/{received.drafts[0].id}/"' in body
    assert "TSC &lt;KIMX&gt;" in body
    assert "Drafts to confirm" in body
    assert "1 thing waits for you" in body


def test_every_section_leads_to_a_list() -> None:
    sections = [DeskSection(code=code, count=9) for code in DESK_SECTIONS]
    assert all(waiting.all for waiting in map(_waiting, sections))


@pytest.mark.django_db
def test_an_empty_desk_says_what_to_do_next(sign_in: SignIn) -> None:
    body = body_of(sign_in(Role.OFFICER))
    assert "Nothing waits for you" in body
    assert 'href="/documents/#receive"' in body


@pytest.mark.django_db
def test_a_viewer_is_not_asked_to_bring_in_documents(sign_in: SignIn) -> None:
    assert "/documents/#receive" not in body_of(sign_in(Role.VIEWER))
