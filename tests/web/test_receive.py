from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nhipcau import wiring
from nhipcau.facts.actor import Role
from nhipcau.store.models import User

TEXT = """Ngày 12/3/2024, Trung tâm Thử nghiệm cơ khí Sông Hồng (TSC) và Viện Công nghệ Vật liệu Hàn Quốc (KIMX) \
ký kết Biên bản ghi nhớ (MOU) về hợp tác trong lĩnh vực cơ khí.
"""
HOSTILE = '<img src=x onerror="alert(1)">.txt'


@pytest.fixture
def client_of(transactional_db: None) -> Client:
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(User.objects.create_user(username="o@office.example", full_name="Lan", role=Role.OFFICER))
    return client


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="text/plain")


def test_one_file_is_answered_with_its_line(client_of: Client) -> None:
    sent = {"files": upload("bản tin.txt", TEXT.encode())}
    first = client_of.post("/documents/receive/", sent, headers={"X-Outcome-Only": "1"})
    assert first.status_code == 201
    assert first.content.decode().lstrip().startswith('<li class="outcome" data-outcome="done">')
    again = {"files": upload("khác.txt", TEXT.encode())}
    second = client_of.post("/documents/receive/", again, headers={"X-Outcome-Only": "1"})
    assert second.status_code == 200
    assert 'data-outcome="known"' in second.content.decode()


def test_many_files_of_a_plain_form_each_get_their_line(client_of: Client) -> None:
    files = [upload("một.txt", TEXT.encode()), upload("rỗng.txt", b""), upload("ảnh.txt", b"\x89PNG\r\n\x1a\n\x00\x01")]
    page = client_of.post("/documents/receive/", {"files": files})
    assert page.status_code == 200
    said = page.content.decode()
    assert (said.count('data-outcome="done"'), said.count('data-outcome="refused"')) == (1, 2)
    assert "The file is empty." in said


def test_a_name_is_shown_as_text(client_of: Client) -> None:
    sent = {"files": upload(HOSTILE, TEXT.encode())}
    page = client_of.post("/documents/receive/", sent).content.decode()
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page
    assert "<img src=x" not in client_of.get("/documents/").content.decode()


def test_a_file_above_the_limit_is_refused_unread(client_of: Client) -> None:
    limit = wiring.office().limits.largest_upload
    sent = {"files": upload("lớn.pdf", b"x" * (limit + 1))}
    answer = client_of.post("/documents/receive/", sent, headers={"X-Outcome-Only": "1"})
    assert answer.status_code == 413
    assert client_of.get("/documents/").content.decode().count("lớn.pdf") == 0


def test_a_pasted_text_is_read_with_its_address_and_date(client_of: Client) -> None:
    sent = {"text": TEXT, "title": "Lễ ký", "address": "https://moit.gov.vn/a", "published": "13/3/2024"}
    page = client_of.post("/documents/receive/", sent).content.decode()
    assert 'data-outcome="done"' in page
    address = page.split('href="/documents/')[-1]
    assert "TSC – KIMX" in page
    assert address
    listed = client_of.get("/documents/").content.decode()
    assert "Lễ ký" in listed
    assert "13 Mar 2024" in listed


def test_what_was_typed_wrongly_is_kept(client_of: Client) -> None:
    sent = {"text": TEXT, "address": "javascript:alert(1)", "published": "hôm qua"}
    answer = client_of.post("/documents/receive/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="javascript:alert(1)"' in page
    assert 'value="hôm qua"' in page
    assert "Sông Hồng (TSC)" in page


def test_nothing_sent_is_told(client_of: Client) -> None:
    answer = client_of.post("/documents/receive/", {"text": "  "})
    assert answer.status_code == 422
    assert "Choose a file, or paste a text." in answer.content.decode()


@pytest.mark.parametrize("role", [Role.ADVISER, Role.ENTERPRISE, Role.VIEWER])
def test_only_officers_bring_documents_in(transactional_db: None, role: Role) -> None:
    client = Client(HTTP_HOST="localhost")
    client.force_login(User.objects.create_user(username="x@office.example", role=role))
    assert client.get("/documents/receive/").status_code == 403
    assert client.post("/documents/receive/", {"text": TEXT}).status_code == 403


def test_a_form_without_a_token_is_refused(client_of: Client) -> None:
    strict = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    strict.cookies = client_of.cookies
    assert strict.post("/documents/receive/", {"text": TEXT}).status_code == 403
