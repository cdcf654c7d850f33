from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

import nhipcau.web
from nhipcau.facts.actor import Role
from tests.web.conftest import SignIn

TEMPLATES = sorted((Path(nhipcau.web.__file__).parent / "templates").rglob("*.html"))
SCRIPTS = sorted((Path(nhipcau.web.__file__).parent / "static").rglob("*.js"))
FORBIDDEN = re.compile(
    r"""<script(?![^>]*\bsrc=)|<style|\sstyle=["']|\son[a-z]+=["']|hx-on|javascript:|https?://(?!www\.w3\.org)[a-z]"""
)


@pytest.mark.parametrize("path", ["/account/login/", "/nowhere/", "/static/nhipcau/nhipcau.css"])
@pytest.mark.django_db
def test_every_answer_carries_the_policy(visitor: Client, path: str) -> None:
    answer = visitor.get(path)
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    answer.close()


@pytest.mark.parametrize("path", ["/", "/agreements/", "/network.svg", "/export.json", "/account/login/"])
def test_no_copy_of_a_page_is_kept(sign_in: SignIn, transactional_db: None, path: str) -> None:
    assert "no-store" in sign_in(Role.OFFICER).get(path)["Cache-Control"]


def test_programs_may_keep_what_they_ask_about_again(sign_in: SignIn, transactional_db: None) -> None:
    assert sign_in(Role.OFFICER).get("/api/agreements")["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_breaks_the_policy(path: Path) -> None:
    text = re.sub(r"\{%.*?%\}|\{#.*?#\}", "", path.read_text(encoding="utf-8"))
    assert FORBIDDEN.findall(text) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_evaluates_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\beval\(|new Function|insertAdjacentHTML|outerHTML\s*=|https?://", text)


@pytest.mark.django_db
def test_a_forged_host_is_refused_without_falling_over() -> None:
    assert Client(HTTP_HOST="evil.example").get("/").status_code == 400


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_in_words() -> None:
    browser = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="ko", enforce_csrf_checks=True)
    answer = browser.post("/theme/", {"theme": "dark"})
    assert answer.status_code == 403
    assert "새로 고친 뒤" in answer.content.decode()


@pytest.mark.parametrize(
    ("language", "said"), [("vi", "Không tìm thấy"), ("ko", "찾을 수 없습니다"), ("en", "Not found")]
)
@pytest.mark.django_db
def test_an_address_that_leads_nowhere_says_so(language: str, said: str) -> None:
    answer = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE=language).get("/nowhere/")
    assert answer.status_code == 404
    assert f"<h1>{said}</h1>" in answer.content.decode()
