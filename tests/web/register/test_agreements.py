"""Agreements are listed, filtered, shown with their evidence, edited and exported."""

from __future__ import annotations

import io
import json

import pytest
from django.test import Client
from openpyxl import load_workbook

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.commitment import Commitment
from nhipcau.programme.office import Office
from nhipcau.programme.queries.agreement_page import agreement_page
from tests.web.register.conftest import OFFICER


def body(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


@pytest.mark.django_db
def test_an_empty_register_says_what_to_do_next(officer: Client) -> None:
    assert "Bring in a document" in body(officer, "/agreements/")


def test_the_list_links_to_each_agreement_and_its_parties(officer: Client, agreement: Agreement) -> None:
    shown = body(officer, "/agreements/")
    assert f'href="/agreements/{agreement.id}/"' in shown
    assert all(f'href="/organisations/{party.organisation_id}/"' in shown for party in agreement.parties)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?year=2024", True),
        ("?year=2023", False),
        ("?q=song+hong", True),
        ("?q=tsc", True),
        ("?q=nowhere", False),
        ("?sector=mechanical", True),
        ("?type=MOU", True),
        ("?type=contract", False),
        ("?state=not-concretised", True),
        ("?state=done", False),
    ],
)
def test_filters_narrow_the_list(officer: Client, agreement: Agreement, query: str, found: bool) -> None:
    assert (f'href="/agreements/{agreement.id}/"' in body(officer, f"/agreements/{query}")) is found


def test_a_filter_that_cannot_be_understood_is_said_and_everything_is_shown(
    officer: Client, agreement: Agreement
) -> None:
    shown = body(officer, "/agreements/?year=soon")
    assert "could not be understood" in shown
    assert f'href="/agreements/{agreement.id}/"' in shown


def test_the_page_shows_every_part_with_a_way_into_the_document(
    officer: Client, office: Office, agreement: Agreement
) -> None:
    shown = body(officer, f"/agreements/{agreement.id}/")
    document = agreement_page(office, OFFICER, agreement.id).documents[0]
    assert "12 March 2024" in shown
    assert f"/documents/{document.id}/?from=" in shown
    assert shown.count("Not concretised") >= 1


def test_editing_keeps_what_was_typed_beside_the_mistake(officer: Client, agreement: Agreement) -> None:
    typed = {"title": "Đổi tên", "type": "MOU", "status": "signed", "signed": "soon", "version": str(agreement.version)}
    answer = officer.post(f"/agreements/{agreement.id}/edit/", typed)
    assert answer.status_code == 422
    assert 'value="soon"' in answer.content.decode()
    assert 'value="Đổi tên"' in answer.content.decode()


def test_editing_changes_the_register_and_can_be_taken_back(
    officer: Client, office: Office, agreement: Agreement
) -> None:
    typed = {
        "title": "TSC – KIMX 2024",
        "type": "MOU",
        "status": "signed",
        "signed": "2024-03-12",
        "term_months": "36",
        "sectors": ["mechanical"],
        "version": str(agreement.version),
    }
    answer = officer.post(f"/agreements/{agreement.id}/edit/", typed, follow=True)
    found = agreement_page(office, OFFICER, agreement.id).agreement
    assert (found.title, found.term_months) == ("TSC – KIMX 2024", 36)
    undo = next(line for line in answer.content.decode().split('"') if line.startswith("/history/") and "undo" in line)
    officer.post(undo)
    assert agreement_page(office, OFFICER, agreement.id).agreement.title == agreement.title


def test_the_second_of_two_officers_is_told(officer: Client, agreement: Agreement) -> None:
    typed = {"on": "2025-03-12", "version": str(agreement.version)}
    assert officer.post(f"/agreements/{agreement.id}/review/", typed).status_code == 302
    assert officer.post(f"/agreements/{agreement.id}/review/", typed).status_code == 409


def test_a_hostile_text_is_shown_as_text(officer: Client, agreement: Agreement, promise: Commitment) -> None:
    shown = body(officer, f"/agreements/{agreement.id}/")
    assert "<b>kỹ sư</b>" not in shown
    assert "&lt;b&gt;kỹ sư" in shown


def test_the_register_comes_out_in_three_formats(officer: Client, agreement: Agreement) -> None:
    book = load_workbook(io.BytesIO(officer.get("/export.xlsx").content))
    assert book["Agreements"]["B2"].value == agreement.title
    assert json.loads(officer.get("/export.json").content)["agreements"][0]["id"] == agreement.id
    assert officer.get("/export.csv").content.startswith(b"PK")
    assert officer.get("/export.exe").status_code == 404


@pytest.mark.usefixtures("agreement")
def test_the_organisations_come_out_alone(officer: Client) -> None:
    names = [row["names"][0]["text"] for row in json.loads(officer.get("/organisations/export.json").content)]
    sheet = load_workbook(io.BytesIO(officer.get("/organisations/export.xlsx").content)).worksheets[0]
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == names
    plain = officer.get("/organisations/export.csv").content.decode("utf-8-sig")
    assert all(name in plain for name in names)
    assert officer.get("/organisations/export.exe").status_code == 404
    assert "/organisations/export.xlsx" in body(officer, "/organisations/")


@pytest.mark.parametrize("name", ["network", "timeline", "states"])
def test_pictures_stand_in_the_page_and_download(officer: Client, agreement: Agreement, name: str) -> None:
    assert "<svg" in body(officer, f"/{name}/")
    assert officer.get(f"/{name}.png").content.startswith(b"\x89PNG")
    assert officer.get(f"/{name}.svg").content.startswith(b"<svg")
    assert officer.get(f"/{name}.exe").status_code == 404


def test_search_finds_without_diacritics_by_acronym_and_in_the_history(officer: Client, agreement: Agreement) -> None:
    assert agreement.title in body(officer, "/search/?q=thu+nghiem+co+khi")
    assert "KIMX" in body(officer, "/search/?q=kimx")
    assert "confirmed a draft" in body(officer, f"/history/?kind=agreement&id={agreement.id}")


def test_a_quotation_leads_to_its_words_in_the_document(officer: Client, office: Office, agreement: Agreement) -> None:
    address = next(
        line
        for line in body(officer, f"/agreements/{agreement.id}/").split('"')
        if line.startswith("/documents/") and "from" in line
    )
    assert '<mark class="is-current" id="quote"' in body(officer, address.replace("&amp;", "&"))
    document = agreement_page(office, OFFICER, agreement.id).documents[0].id
    for hostile in ("from=9&to=3", "from=x&to=y", "from=0&to=99999999", "from=-1&to=5"):
        assert 'id="quote"' not in body(officer, f"/documents/{document}/?{hostile}")


def test_a_section_of_the_desk_stands_whole_on_its_own_page(officer: Client, agreement: Agreement) -> None:
    assert agreement.title in body(officer, "/desk/reviews-due/")
    assert "Nothing waits here" in body(officer, "/desk/expiring-90-days/")
    body(officer, "/desk/anything/", status=404)
