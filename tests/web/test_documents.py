from __future__ import annotations

import pytest
from django.test import Client

from nhipcau import wiring
from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.document import Document
from nhipcau.programme.receive_document import receive_document
from nhipcau.store.models import User

OFFICER = Actor(id="1", name="Lan", role=Role.OFFICER)
PAGE = """<html><head><title>Ký kết <script>alert(1)</script></title></head><body><p>Ngày 12/3/2024, Trung tâm Thử
nghiệm cơ khí Sông Hồng (TSC) và Viện Công nghệ Vật liệu Hàn Quốc (KIMX) ký kết Biên bản ghi nhớ (MOU) về cơ khí, trong
khuôn khổ chuyến thăm và làm việc của đoàn doanh nghiệp tại Hà Nội.</p><script>alert("x")</script></body></html>"""
NAME = 'ký "kết"\r\nX-Evil: 1.html'


@pytest.fixture
def document(transactional_db: None) -> Document:
    return receive_document(wiring.office(), OFFICER, PAGE.encode(), name=NAME).document


def client_of(role: Role) -> Client:
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(User.objects.create_user(username=f"{role}@office.example", role=role))
    return client


def test_the_original_is_only_ever_saved(document: Document) -> None:
    answer = client_of(Role.OFFICER).get(f"/documents/{document.id}/original/")
    assert answer.content == PAGE.encode()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "X-Evil" not in answer


def test_the_page_shows_text_and_nothing_runs(document: Document) -> None:
    page = client_of(Role.OFFICER).get(f"/documents/{document.id}/").content.decode()
    assert "Sông Hồng (TSC)" in page
    assert "<script>alert" not in page
    assert 'id="drafts"' in page


@pytest.mark.parametrize(
    ("role", "page", "original"),
    [
        (Role.ADMINISTRATOR, 200, 200),
        (Role.OFFICER, 200, 200),
        (Role.ADVISER, 200, 200),
        (Role.VIEWER, 200, 403),
        (Role.ENTERPRISE, 404, 403),
    ],
)
def test_who_sees_a_document(document: Document, role: Role, page: int, original: int) -> None:
    client = client_of(role)
    assert client.get(f"/documents/{document.id}/").status_code == page
    assert client.get(f"/documents/{document.id}/original/").status_code == original


def test_a_viewer_is_led_to_no_draft(document: Document) -> None:
    page = client_of(Role.VIEWER).get(f"/documents/{document.id}/").content.decode()
    assert "/drafts/" not in page
    assert "/original/" not in page


def test_documents_are_found_without_diacritics(document: Document) -> None:
    client = client_of(Role.OFFICER)
    assert f"/documents/{document.id}/" in client.get("/documents/?q=song+hong").content.decode()
    assert "No document matches" in client.get("/documents/?q=khongco").content.decode()
