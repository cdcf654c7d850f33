from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.errors import BadInput
from nhipcau.facts.organisation_import import NOT_CALCULATED
from nhipcau.intake.spreadsheet.cells import tidy
from nhipcau.intake.spreadsheet.reader import SpreadsheetReader
from nhipcau.intake.spreadsheet.separated import separator_of

READER = SpreadsheetReader(largest_file=2_000_000, most_rows=500)
HEADS = "Tên doanh nghiệp;Mã số thuế;Địa chỉ"


def read(data: bytes, sheet: str = "") -> tuple[tuple[str, ...], list[tuple[int, tuple[str, ...]]]]:
    found = READER.read(data, "list", sheet)
    return found.heads, list(found.rows)


def workbook(rows: Sequence[Sequence[Any]], *merges: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Danh sách"
    for row in rows:
        sheet.append(list(row))
    for merge in merges:
        sheet.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_reads_vietnamese_in_any_encoding(encoding: str) -> None:
    heads, rows = read(f"{HEADS}\nCông ty Đại Việt;0101;Hà Nội\n".encode(encoding))
    assert heads == ("Tên doanh nghiệp", "Mã số thuế", "Địa chỉ")
    assert rows == [(2, ("Công ty Đại Việt", "0101", "Hà Nội"))]


def test_reads_korean_with_semicolons_as_windows_writes_it() -> None:
    heads, rows = read("업체명;사업자등록번호;소재지\r\n(주)가람정밀;123-45-67890;충청북도 청주시\r\n".encode("cp949"))
    assert heads == ("업체명", "사업자등록번호", "소재지")
    assert rows == [(2, ("(주)가람정밀", "123-45-67890", "충청북도 청주시"))]


def test_reads_vietnamese_as_old_windows_writes_it() -> None:
    head = "T\u00ean doanh nghi\u00ea\u0323p;\u0110i\u0323a chi\u0309"
    text = f"{head}\nC\u00f4ng ty S\u00f4ng H\u00f4\u0300ng;Ha\u0300 N\u00f4\u0323i\n"
    heads, rows = read(text.encode("cp1258"))
    assert heads == ("Tên doanh nghiệp", "Địa chỉ")
    assert rows == [(2, ("Công ty Sông Hồng", "Hà Nội"))]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_finds_the_separator(separator: str) -> None:
    assert separator_of(separator.join(("a", "b", "c")) + "\n" + separator.join(("1", "2", "3"))) == separator


def test_passes_over_titles_and_joins_two_rows_of_heads() -> None:
    rows: list[list[Any]] = [
        ["DANH SÁCH DOANH NGHIỆP NĂM 2024"],
        [],
        ["Tên doanh nghiệp", None, "Liên hệ", None],
        ["Tiếng Việt", "Tiếng Anh", "Điện thoại", "Email"],
        ["Công ty A", "A Co", "0912345678", "a@b.vn"],
    ]
    heads, found = read(workbook(rows, "A3:B3", "C3:D3"), "Danh sách")
    assert heads == (
        "Tên doanh nghiệp – Tiếng Việt",
        "Tên doanh nghiệp – Tiếng Anh",
        "Liên hệ – Điện thoại",
        "Liên hệ – Email",
    )
    assert found == [(5, ("Công ty A", "A Co", "0912345678", "a@b.vn"))]


def test_a_title_that_reads_like_a_head_is_no_head() -> None:
    heads, rows = read(f"Danh sách doanh nghiệp;;\n{HEADS}\nCông ty A;0101;Hà Nội\n".encode())
    assert heads == ("Tên doanh nghiệp", "Mã số thuế", "Địa chỉ")
    assert [number for number, _ in rows] == [3]


def test_a_cell_merged_downwards_is_said_of_every_row() -> None:
    rows: list[list[Any]] = [
        ["Tên doanh nghiệp", "Tỉnh"],
        ["Công ty A", "Hà Nội"],
        ["Công ty B", None],
        ["Công ty C", None],
    ]
    _, found = read(workbook(rows, "B2:B3"), "Danh sách")
    assert [cells[1] for _, cells in found] == ["Hà Nội", "Hà Nội", ""]


def test_a_formula_never_runs_and_one_without_a_value_says_so() -> None:
    rows: list[list[Any]] = [["Tên doanh nghiệp", "Năm thành lập"], ["Công ty A", "=1999+2"], ["Công ty B", 2001]]
    _, found = read(workbook(rows), "Danh sách")
    assert [cells[1] for _, cells in found] == [NOT_CALCULATED, "2001"]


def test_days_and_numbers_are_text() -> None:
    rows: list[list[Any]] = [
        ["Tên doanh nghiệp", "Năm thành lập", "MST"],
        ["Công ty A", datetime.fromisoformat("2015-03-01"), 101234567.0],
    ]
    _, found = read(workbook(rows), "Danh sách")
    assert found == [(2, ("Công ty A", "2015-03-01", "101234567"))]


def test_a_sheet_without_heads_has_the_letters_of_its_columns() -> None:
    heads, rows = read(b"Cong ty A,0101234567\nCong ty B,0101234575\n")
    assert heads == ("A", "B")
    assert len(rows) == 2


def test_names_the_sheets_and_refuses_an_unknown_one() -> None:
    data = workbook([["Tên doanh nghiệp", "MST"]])
    assert READER.sheets(data, "x") == ("Danh sách",)
    with pytest.raises(BadInput, match="sheet-unknown"):
        READER.read(data, "x", "khác")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "error.file-empty"),
        (b"x" * 2_000_001, "error.file-too-large"),
        (b"%PDF-1.7 a paper", "error.not-a-spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64, "error.spreadsheet-old"),
        (b"<html><table></table></html>", "error.not-a-spreadsheet"),
        (b"PK\x03\x04 broken", "error.spreadsheet-broken-file"),
        (b"\n\n \n", "error.spreadsheet-empty"),
        (b"name,tax code\n" + b"a,b\n" * 600, "error.spreadsheet-too-long"),
    ],
)
def test_refuses_what_nobody_can_read_with_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        list(READER.read(data, "list", READER.sheets(data, "list")[0]).rows)
    assert refused.value.code == code


def _with_part(data: bytes, name: str, text: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, text if part == name else old.read(part))
    return out.getvalue()


def test_refuses_entities_of_xml() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>'
    with pytest.raises(BadInput, match="broken-file"):
        READER.sheets(_with_part(workbook([["a"]]), "xl/worksheets/sheet1.xml", bomb), "x")


def test_refuses_a_file_that_unpacks_to_far_too_much() -> None:
    data = bytearray(workbook([["a"]]))
    # The size that the archive's directory tells of its first part; nothing is unpacked to find out.
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (700 * 1024 * 1024).to_bytes(4, "little")
    with pytest.raises(BadInput, match="unpacks-too-large"):
        READER.sheets(bytes(data), "x")


@given(st.text())
def test_a_tidied_cell_is_one_line_without_what_nobody_sees(text: str) -> None:
    cell = tidy(text)
    assert tidy(cell) == cell
    assert "\n" not in cell
    assert not set(cell) & {"\u200f", "\u202e", "\x00", "\x07"}


@given(st.lists(st.lists(st.text(max_size=20), min_size=1, max_size=5), min_size=1, max_size=8))
def test_any_separated_text_is_read_or_refused(rows: list[list[str]]) -> None:
    widths, said = outcome("\n".join(",".join(row) for row in rows).encode("utf-8", "replace"))
    assert said.startswith("error.") or widths <= {int(said)}


def outcome(data: bytes) -> tuple[set[int], str]:
    """Return how wide the rows are and how many heads there are, or the code of the refusal."""
    try:
        found = READER.read(data, "x", READER.sheets(data, "x")[0])
        return {len(cells) for _, cells in found.rows}, str(len(found.heads))
    except BadInput as refused:
        return set(), refused.code
