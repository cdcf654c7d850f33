from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nhipcau import wiring
from nhipcau.facts.actor import Role
from nhipcau.store.models import ImportSheetRow, OrganisationRow, User

LIST = (
    "Tên doanh nghiệp;MST;Tỉnh\n"
    "Công ty TNHH Cơ khí Minh Anh;0100109106;Hải Phòng\n"
    "=Công ty Nhựa Hải Long;0100109107;Bắc Ninh\n"
    "<script>alert(1)</script> Công ty;;Xứ Lạ\n"
)
ADDRESS = "/organisations/imports/"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs beside the requests runs within them: a test waits for nothing."""

    def now(work: Callable[[], object]) -> None:
        work()

    monkeypatch.setattr(wiring, "in_background", now)


@pytest.fixture
def officer(transactional_db: None) -> Client:
    client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(User.objects.create_user(username="o@office.example", full_name="Lan", role=Role.OFFICER))
    return client


def sent(client: Client, data: bytes = LIST.encode(), source: str = "Sở A") -> str:
    """Send a list and return the address of its import."""
    answer = client.post(ADDRESS, {"file": SimpleUploadedFile("danh-sách.csv", data), "source": source})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def shown(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_list_is_looked_through_with_every_problem_at_its_cell(officer: Client) -> None:
    page = shown(officer, sent(officer))
    assert "“0100109107” is no Vietnamese tax code" in page
    assert "“Xứ Lạ” is no province or city that is known" in page
    assert "2 rows can be taken in." in page
    assert "<script>alert(1)" not in page
    assert OrganisationRow.objects.count() == 0


def test_problems_narrow_the_rows(officer: Client) -> None:
    page = shown(officer, f"{sent(officer)}?show=import.number-wrong")
    assert "Nhựa Hải Long" in page
    assert 'id="row-2"' not in page


def test_a_cell_is_corrected_in_place(officer: Client) -> None:
    address = sent(officer)
    answer = officer.post(f"{address}rows/3/", {"cell-1": "0100109106"}, headers={"HX-Request": "true"})
    row = answer.content.decode()
    assert answer.status_code == 200
    assert "Row 2 has the same Vietnamese tax code" in row
    assert "3 rows can be taken in." in row


def test_a_row_is_left_out_and_taken_back(officer: Client) -> None:
    address = sent(officer)
    assert (
        "Take it in after all"
        in officer.post(f"{address}rows/2/", {"skip": "yes"}, headers={"HX-Request": "true"}).content.decode()
    )
    assert officer.post(f"{address}rows/2/", {"skip": "no"})["Location"] == address


def test_columns_are_said_anew(officer: Client) -> None:
    address = sent(officer)
    version = str(ImportSheetRow.objects.get().version)
    wrong = officer.post(f"{address}columns/", {"version": version, "column": ["", "tax-code", "place"]})
    assert (wrong.status_code, "Say which column holds the names." in wrong.content.decode()) == (422, True)
    right = officer.post(f"{address}columns/", {"version": version, "column": ["name", "", "place"]})
    assert right["Location"] == address
    assert "is no Vietnamese tax code" not in shown(officer, address)


def test_good_rows_are_taken_in_reported_and_taken_back(officer: Client) -> None:
    address = sent(officer)
    assert officer.post(f"{address}commit/")["Location"] == address
    page = shown(officer, address)
    assert "New: <strong>2</strong>" in page
    assert "Not taken in: <strong>1</strong>" in page
    assert OrganisationRow.objects.count() == 2
    assert officer.post(f"{address}commit/").status_code == 409
    assert "The import was taken back." in officer.post(f"{address}undo/", follow=True).content.decode()
    assert OrganisationRow.objects.count() == 0


def test_progress_ends_with_a_fresh_page(officer: Client) -> None:
    address = sent(officer)
    assert officer.get(f"{address}progress/")["HX-Refresh"] == "true"


@pytest.mark.parametrize(
    ("language", "titles", "reason"),
    [
        (
            "vi",
            ["Lý do không nhận", "Dòng"],
            "MST: “0100109107” không phải là Mã số thuế Việt Nam hợp lệ: có chữ số sai hoặc thiếu.",
        ),
        (
            "ko",
            ["제외 사유", "행"],
            "MST: “0100109107”은(는) 올바른 베트남 세금 코드(MST)이(가) 아닙니다. 숫자가 틀렸거나 빠졌습니다.",
        ),
        (
            "en",
            ["Why it was not taken in", "Row"],
            "MST: “0100109107” is no Vietnamese tax code: a digit is wrong or missing.",
        ),
    ],
)
def test_rejected_rows_come_back_as_a_safe_workbook_in_the_reader_s_language(
    officer: Client, language: str, titles: list[str], reason: str
) -> None:
    address = sent(officer)
    officer.cookies["nhipcau_language"] = language
    answer = officer.get(f"{address}rejected.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == [*titles, "Tên doanh nghiệp", "MST", "Tỉnh"]
    assert rows[1][:3] == [reason, 3, "'=Công ty Nhựa Hải Long"]


def test_what_cannot_be_read_is_refused_at_its_field(officer: Client) -> None:
    answer = officer.post(ADDRESS, {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7"), "source": "A"})
    assert (answer.status_code, "is no spreadsheet" in answer.content.decode()) == (400, True)
    assert officer.post(ADDRESS, {"source": "A"}).status_code == 422


def test_an_office_without_imports_says_what_comes_here(officer: Client) -> None:
    assert "No list was brought in yet" in shown(officer, ADDRESS)


@pytest.mark.parametrize("role", [Role.ADVISER, Role.ENTERPRISE, Role.VIEWER])
def test_others_do_not_import(officer: Client, role: Role) -> None:
    address = sent(officer)
    other = Client(HTTP_HOST="localhost", HTTP_ACCEPT_LANGUAGE="en")
    other.force_login(User.objects.create_user(username=f"{role}@office.example", role=role))
    assert {other.get(path).status_code for path in (ADDRESS, address, f"{address}rejected.xlsx")} == {403}
    posts = ("columns/", "rows/2/", "commit/", "undo/")
    assert {other.post(f"{address}{path}", {"version": "1"}).status_code for path in posts} == {403}
    assert "Imports of lists" not in shown(other, "/organisations/")


def test_an_import_that_is_not_there_leads_nowhere(officer: Client) -> None:
    assert officer.get(f"{ADDRESS}nothing/").status_code == 404
