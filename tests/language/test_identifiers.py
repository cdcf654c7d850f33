from __future__ import annotations

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nhipcau.facts.organisation import Identifier
from nhipcau.language.identifiers import check_identifier, read_identifier

PIECES = "0123456789-.' ()ABXYZ:mstMST세무서０１²"
MESS = st.text(alphabet=st.one_of(st.sampled_from(PIECES), st.characters()), max_size=40)
COUNTRIES = st.sampled_from([None, "VN", "KR", "JP"])
SCHEMES = st.sampled_from([None, "VN-MST", "KR-BRN", "KR-CRN", "LEI", "own:moit", "MST", "DUNS"])
DIGIT = st.sampled_from(string.digits)


def numbers(length: int) -> st.SearchStrategy[str]:
    return st.text(alphabet=string.digits, min_size=length, max_size=length)


def right(scheme: str, stem: str) -> str:
    """Return the number with whichever check digit the scheme accepts."""
    return next(
        number for digit in string.digits if check_identifier(Identifier(scheme, number := stem + digit)) is None
    )


@st.composite
def tax_codes(draw: st.DrawFn) -> str:
    stem = draw(numbers(9))
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    rest = sum(weight * int(digit) for weight, digit in zip(weights, stem, strict=True)) % 11
    assume(rest != 0)
    return f"{stem}{10 - rest}"


@st.composite
def leis(draw: st.DrawFn) -> str:
    stem = draw(st.text(alphabet=string.digits + string.ascii_uppercase, min_size=18, max_size=18))
    value = int("".join(str(int(letter, 36)) for letter in stem + "00"))
    return f"{stem}{98 - value % 97:02d}"


@pytest.mark.parametrize(
    ("written", "country", "scheme", "value"),
    [
        ("0100233488", "VN", "VN-MST", "0100233488"),
        ("01.00.112.437", None, "VN-MST", "0100112437"),
        ("'0312687878 - 001", None, "VN-MST", "0312687878-001"),
        ("0314409058002", "VN", "VN-MST", "0314409058-002"),
        ("101248141.0", None, "VN-MST", "0101248141"),
        ("100109106", "VN", "VN-MST", "0100109106"),
        ("314409058002", None, "VN-MST", "0314409058-002"),
        ("MST: 0100109106", "KR", "VN-MST", "0100109106"),
        ("Mã số thuế 0100109106", None, "VN-MST", "0100109106"),
        ("０１００１０９１０６", None, "VN-MST", "0100109106"),
        ("001090123456", "VN", "VN-MST", "001090123456"),
        ("116-82-00276", None, "KR-BRN", "1168200276"),
        ("1168200276", None, "KR-BRN", "1168200276"),
        ("사업자등록번호 : 220-81-62517", None, "KR-BRN", "2208162517"),
        ("220–81–62517", "VN", "KR-BRN", "2208162517"),
        ("110111-0062432", None, "KR-CRN", "1101110062432"),
        ("1101110062432", "KR", "KR-CRN", "1101110062432"),
        ("5299 00t8 bm49 aurs do55", None, "LEI", "529900T8BM49AURSDO55"),
        ("LEI: 529900T8BM49AURSDO55", "JP", "LEI", "529900T8BM49AURSDO55"),
    ],
)
def test_reads_numbers_as_sources_write_them(written: str, country: str | None, scheme: str, value: str) -> None:
    found = read_identifier(written, country)
    assert found == Identifier(scheme, value)
    assert check_identifier(found) is None


@pytest.mark.parametrize(
    ("written", "country"),
    [
        ("", "VN"),
        ("N/A", None),
        ("đang cập nhật", "VN"),
        ("1.01E+09", "VN"),
        ("12345", "VN"),
        ("100109107", "VN"),  # nine digits that no nought makes right
        ("100109106", "KR"),
        ("0100109106", "JP"),
        ("001090123456", None),
        ("DUNS 690512345", None),
        ("1" * 121, None),
    ],
)
def test_leaves_unknown_numbers_unread(written: str, country: str | None) -> None:
    assert read_identifier(written, country) is None


@pytest.mark.parametrize(
    ("written", "country", "scheme"),
    [
        ("0100109107", "VN", "VN-MST"),
        ("0100109107", None, "VN-MST"),
        ("220-81-62518", "KR", "KR-BRN"),
        ("220-81-62518", None, "KR-BRN"),
        ("0100109107-001", None, "VN-MST"),
        ("110111-0062433", None, "KR-CRN"),
        ("529900T8BM49AURSDO56", None, "LEI"),
    ],
)
def test_a_wrong_check_digit_is_read_and_told(written: str, country: str | None, scheme: str) -> None:
    found = read_identifier(written, country)
    assert found is not None
    assert found.scheme == scheme
    assert check_identifier(found) == "check-digit"


@pytest.mark.parametrize(
    ("scheme", "value", "problem"),
    [
        ("VN-MST", "010010910", "length"),
        ("VN-MST", "O100109106", "characters"),
        ("VN-MST", "001090123456", None),
        ("VN-MST", "999090123456", "length"),
        ("KR-BRN", "220816251", "length"),
        ("KR-BRN", "22O8162517", "characters"),
        ("KR-CRN", "110111006243", "length"),
        ("KR-CRN", "11011100624É2", "characters"),
        ("LEI", "529900T8BM49AURSDO5", "length"),
        ("LEI", "529900T8BM49AURSDOXX", "characters"),
        ("own:moit", "anything", None),
        ("DUNS", "1", None),
    ],
)
def test_says_what_is_wrong(scheme: str, value: str, problem: str | None) -> None:
    assert check_identifier(Identifier(scheme, value)) == problem


def test_a_given_scheme_is_believed_whatever_the_country_and_length() -> None:
    assert read_identifier("22081625", "VN", "KR-BRN") == Identifier("KR-BRN", "22081625")
    assert read_identifier("0100-109-106", "KR", "MST") == Identifier("VN-MST", "0100109106")
    assert read_identifier("220-81-62517", None, "사업자 등록번호") == Identifier("KR-BRN", "2208162517")
    assert read_identifier("690512345", None, "DUNS") is None
    assert read_identifier("không có", "VN", "VN-MST") is None


def test_a_source_keeps_its_own_numbers() -> None:
    assert read_identifier(" HS  17/2024 ", "VN", "own:moit") == Identifier("own:moit", "HS 17/2024")
    assert read_identifier("moit:17", None, "own") == Identifier("own:moit", "17")
    assert read_identifier("17", None, "own") is None
    assert read_identifier(" ", None, "own:moit") is None


def test_the_check_digit_decides_where_two_countries_fit_and_vietnam_comes_first() -> None:
    both = "1208100069"
    assert [check_identifier(Identifier(scheme, both)) for scheme in ("VN-MST", "KR-BRN")] == [None, None]
    assert read_identifier(both) == Identifier("VN-MST", both)
    assert read_identifier(both, "KR") == Identifier("KR-BRN", both)
    assert read_identifier("120-81-00069") == Identifier("KR-BRN", both)
    assert read_identifier("1168200276") == Identifier("KR-BRN", "1168200276")


@given(MESS, COUNTRIES, SCHEMES)
def test_reading_what_was_read_changes_nothing(text: str, country: str | None, scheme: str | None) -> None:
    found = read_identifier(text, country, scheme)
    if found is not None:
        assert read_identifier(found.value, country, found.scheme) == found
        assert check_identifier(found) in {None, "length", "characters", "check-digit"}


@given(tax_codes(), st.integers(0, 8), DIGIT)
def test_every_slip_of_one_digit_of_a_tax_code_is_found(code: str, place: int, digit: str) -> None:
    assert check_identifier(Identifier("VN-MST", code)) is None
    slipped = code[:place] + digit + code[place + 1 :]
    assert (check_identifier(Identifier("VN-MST", slipped)) is None) == (slipped == code)
    assert (check_identifier(Identifier("VN-MST", f"{slipped}-001")) is None) == (slipped == code)


@given(numbers(9), st.integers(0, 9), DIGIT)
def test_every_slip_of_one_digit_of_a_business_number_is_found(stem: str, place: int, digit: str) -> None:
    number = right("KR-BRN", stem)
    slipped = number[:place] + digit + number[place + 1 :]
    assert (check_identifier(Identifier("KR-BRN", slipped)) is None) == (slipped == number)


@given(numbers(12), st.integers(0, 12), DIGIT)
def test_slips_of_a_corporate_number_are_found_but_for_five_more_or_less_at_even_places(
    stem: str, place: int, digit: str
) -> None:
    number = right("KR-CRN", stem)
    unseen = place % 2 == 1 and abs(int(digit) - int(number[place])) == 5
    slipped = number[:place] + digit + number[place + 1 :]
    assert (check_identifier(Identifier("KR-CRN", slipped)) is None) == (slipped == number or unseen)


@given(leis(), st.data())
def test_every_slip_of_one_digit_of_a_legal_entity_identifier_is_found(lei: str, data: st.DataObject) -> None:
    assert read_identifier(lei.lower()) == Identifier("LEI", lei)
    assert check_identifier(Identifier("LEI", lei)) is None
    place = data.draw(st.sampled_from([index for index, letter in enumerate(lei) if letter.isdigit()]))
    slipped = lei[:place] + data.draw(DIGIT) + lei[place + 1 :]
    assert (check_identifier(Identifier("LEI", slipped)) is None) == (slipped == lei)


@given(tax_codes())
def test_a_tax_code_survives_a_spreadsheet(code: str) -> None:
    assume(code[0] != "0" or code[1] != "0")
    assert read_identifier(f"{int(code)}.0", "VN") == Identifier("VN-MST", code)
