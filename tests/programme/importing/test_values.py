from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.organisation import Identifier
from nhipcau.facts.organisation_import import NOT_CALCULATED, Column, Severity
from nhipcau.programme.importing.values import Said, read_row

C = Column


def said(**cells: str) -> Said:
    columns = tuple(Column(name.replace("_", "-")) for name in cells)
    return read_row(tuple(cells.values()), columns, source="Sở A", this_year=2024)


def codes(row: Said) -> list[str]:
    return [problem.said.code for problem in row.problems]


def test_names_keep_their_languages_and_the_first_is_official() -> None:
    row = said(name="Công ty Cổ phần Sông Hồng", name_ko="송홍", name_en="Song Hong JSC", acronym="SH")
    assert [(name.language, name.kind) for name in row.names] == [
        ("vi", "official"),
        ("ko", "alias"),
        ("en", "alias"),
        ("und", "acronym"),
    ]


def test_a_wrong_tax_code_is_an_error_at_its_column() -> None:
    row = said(name="Công ty A", tax_code="0101234567")
    assert codes(row) == ["import.number-wrong"]
    assert row.problems[0].column == 1
    assert row.problems[0].severity is Severity.ERROR
    assert row.identifiers == ()


def test_a_nought_that_a_spreadsheet_dropped_is_put_back() -> None:
    row = said(name="Công ty A", tax_code="100109106")
    assert row.identifiers == (Identifier("VN-MST", "0100109106"),)


def test_the_source_s_own_number_names_the_record() -> None:
    first = said(name="Công ty A", own_number="17", address="1 Trần Phú")
    second = said(name="Công ty A", own_number="17", address="2 Trần Phú")
    assert first.identifiers == (Identifier("own:Sở A", "17"),)
    assert first.key.startswith("17@")
    assert first.key != second.key


@pytest.mark.parametrize(
    ("cell", "year"),
    [("2015", 2015), ("2015-03-01", 2015), ("01/03/2015", 2015), ("42064", 2015), ("2015년 3월", 2015)],
)
def test_reads_a_year_however_it_is_written(cell: str, year: int) -> None:
    assert said(name="Công ty A", founded=cell).parts["founded"] == year


@pytest.mark.parametrize("cell", ["3015", "0", "12", "năm ngoái", "1990 - 2001"])
def test_an_impossible_year_is_an_error(cell: str) -> None:
    assert codes(said(name="Công ty A", founded=cell)) == ["import.year-impossible"]


def test_an_unknown_province_is_a_warning_and_kept() -> None:
    row = said(name="Công ty A", place="Xứ Lạ")
    assert [problem.severity for problem in row.problems] == [Severity.WARNING]
    assert row.parts["place"] == "Xứ Lạ"


def test_a_known_province_is_a_code_and_tells_the_country() -> None:
    row = said(name="가람정밀", place="tỉnh Bắc Ninh")
    assert row.parts["country"] == "VN"
    assert row.parts["place"].startswith("VN-")


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"name": ""}, "import.no-name"),
        ({"name": "x" * 5000}, "import.too-long"),
        ({"name": "12345"}, "import.no-letters"),
        ({"name": "Công ty A", "founded": NOT_CALCULATED}, "import.not-calculated"),
        ({"name": "Công ty A", "founded": "#REF!"}, "import.cell-error"),
        ({"name": "Công ty A", "phone": "gọi sau"}, "import.phone-unreadable"),
        ({"name": "Công ty A", "email": "không có"}, "import.email-unreadable"),
        ({"name": "Công ty A", "country": "Xứ Lạ"}, "import.country-unknown"),
        ({"name": "Công ty A", "kind": "thứ gì đó"}, "import.kind-unknown"),
    ],
)
def test_says_what_is_wrong(cells: dict[str, str], code: str) -> None:
    assert code in codes(said(**cells))


def test_people_stand_with_their_posts() -> None:
    assert said(name="Công ty A", person="Nguyễn Văn An; Trần Bình", post="Giám đốc").people == (
        "Nguyễn Văn An",
        "Trần Bình, Giám đốc",
    )


@given(st.lists(st.text(max_size=40), min_size=20, max_size=20))
def test_any_cells_are_read(cells: list[str]) -> None:
    row = read_row(cells, [column for column in Column if column], source="x", this_year=2024)
    assert row.key
    assert all(problem.said.code.startswith("import.") for problem in row.problems)
