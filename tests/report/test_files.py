"""The same register comes out whole and harmless in every file format."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from nhipcau.facts.organisation import Identifier, Name, Organisation
from nhipcau.programme.name_keys import ACRONYM
from nhipcau.report.cells import safe_text
from nhipcau.report.interchange import interchange, organisations_as_json
from nhipcau.report.separated import one, separated
from nhipcau.report.tables import organisations, tables
from nhipcau.report.workbook import workbook
from tests.report.sample_register import label, register

SHEETS = ["agreements", "commitments", "activities", "organisations", "people", "evidence", "documents"]


def rows_of_csv() -> dict[str, list[dict[str, str]]]:
    archive = zipfile.ZipFile(io.BytesIO(separated(tables(register(), label), label)))
    texts = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    return {name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text))) for name, text in texts.items()}


def test_every_table_has_as_many_cells_in_a_row_as_columns() -> None:
    for table in tables(register(), label):
        assert {len(row) for row in table.rows} <= {len(table.columns)}, table.code


def test_csv_holds_every_table_with_words_for_codes() -> None:
    rows = rows_of_csv()
    assert list(rows) == SHEETS
    first = rows["agreements"][0]
    assert first["column.title"] == "IDC – KICET"
    assert first["column.type"] == "agreement-type.MOU"
    assert first["column.sectors"] == "sector.materials; sector.ev"
    assert first["column.demo"] == "truth.no"


def test_organisations_come_out_with_all_that_a_list_of_them_holds() -> None:
    body = Organisation(
        id="o9",
        names=(
            Name("Công ty TNHH Sông Hồng", "vi", "official"),
            Name("송홍 유한회사", "ko"),
            Name("Song Hong Ltd", "en"),
            Name("SHC", "und", ACRONYM),
            Name("Sông Hồng cũ", "und"),
        ),
        country="VN",
        parent_id="o1",
        identifiers=(Identifier("VN-MST", "0101234560"), Identifier("LEI", "=LEI"), Identifier("own:Sở A", "7")),
        address="@ngõ 5",
        place="VN-01",
        phone="+842438251234",
        domain="songhong.vn",
        founded=1998,
    )
    taken = replace(register(), organisations=(*register().organisations, body), sources={"o9": ("Sở A", "Sở B")})
    table = organisations(taken, label)
    row = list(csv.DictReader(io.StringIO(one(table, label).decode("utf-8-sig"))))[-1]
    assert {head.partition(".")[2]: cell for head, cell in row.items()} == {
        "id": "o9",
        "name": "Công ty TNHH Sông Hồng",
        "name-vi": "Công ty TNHH Sông Hồng",
        "name-ko": "송홍 유한회사",
        "name-en": "Song Hong Ltd",
        "acronym": "SHC",
        "other-names": "Sông Hồng cũ",
        "country": "country.VN",
        "kind": "",
        "tax-code": "0101234560",
        "business-number": "",
        "corporate-number": "",
        "lei": "'=LEI",
        "other-numbers": "own:Sở A:7",
        "postal-address": "'@ngõ 5",
        "place": "place.VN-01",
        "phone": "'+842438251234",
        "website": "songhong.vn",
        "founded": "1998",
        "parent": "Trung tâm IDC",
        "sources": "Sở A; Sở B",
        "demo": "truth.no",
    }
    sheet = load_workbook(io.BytesIO(workbook([table], label))).worksheets[0]
    last = [cell.value for cell in sheet[sheet.max_row]]
    assert last[9] == "0101234560"
    assert last[14:19] == ["'@ngõ 5", "place.VN-01", "'+842438251234", "songhong.vn", 1998]
    said = json.loads(organisations_as_json(taken))[-1]
    assert (said["phone"], said["sources"]) == ("+842438251234", ["Sở A", "Sở B"])


def test_quantities_keep_their_decimals_in_csv() -> None:
    assert rows_of_csv()["commitments"][0]["column.quantity"] == "200.50"


def test_activities_of_commitments_that_may_not_be_seen_stay_out() -> None:
    assert [row["column.id"] for row in rows_of_csv()["activities"]] == ["v1"]


def test_a_cell_that_would_run_as_a_formula_is_made_text() -> None:
    rows = rows_of_csv()
    assert rows["activities"][0]["column.note"] == "'+84 24"
    assert rows["documents"][0]["column.title"] == "'@SUM(A1)"
    assert rows["evidence"][0]["column.quote"] == "'=cmd|calc"


def test_the_workbook_opens_with_a_sheet_a_table_and_no_formula() -> None:
    book = load_workbook(io.BytesIO(workbook(tables(register(), label), label)))
    assert book.sheetnames == [f"table.{name}" for name in SHEETS]
    kinds = {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert book["table.commitments"]["H2"].value == 200.5


def test_json_says_its_format_and_keeps_codes() -> None:
    body = json.loads(interchange(register()))
    assert body["format"] == "nhipcau-register/1"
    assert body["agreements"][0]["signed"] == "2024-06~"
    assert body["commitments"][0]["commitment"]["quantity"] == "200.50"
    assert body["commitments"][0]["state"] == "under-way"


@given(st.text())
def test_no_text_starts_a_formula_or_breaks_xml(text: str) -> None:
    safe = safe_text(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert not any(ord(letter) < 32 and letter not in "\t\n\r" for letter in safe)


@pytest.mark.parametrize("text", ["Đà Nẵng", "충북TP", "", "3 = 3"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text
