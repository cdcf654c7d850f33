from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.errors import InvalidFields
from nhipcau.programme.forms import Form, clean, storable


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("vi", "1.500", Decimal(1500)),
        ("vi", "0.008", Decimal("0.008")),
        ("vi", "1.500.000,5", Decimal("1500000.5")),
        ("vi", "1.5", Decimal("1.5")),
        ("vi", "2,5", Decimal("2.5")),
        ("ko", "1,500", Decimal(1500)),
        ("ko", "0,008", Decimal("0.008")),
        ("ko", "1.500", Decimal("1.500")),
        ("en", "12 000", Decimal(12000)),
        ("en", "-3", Decimal(-3)),
        ("vi", "", None),
    ],
)
def test_reads_numbers_as_the_language_groups_them(language: str, typed: str, expected: Decimal | None) -> None:
    form = Form(language)
    assert form.number("quantity", typed) == expected
    assert form.mistakes == {}


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("nhiều", "field.number-malformed"),
        ("NaN", "field.number-malformed"),
        ("1e5", "field.number-malformed"),
        ("٣", "field.number-malformed"),
        ("1" * 20, "field.number-out-of-range"),
        ("0.00001", "field.number-out-of-range"),
        ("0", "field.quantity-positive"),
        ("-4", "field.quantity-positive"),
    ],
)
def test_refuses_quantities_that_are_none(typed: str, code: str) -> None:
    form = Form("en")
    assert form.quantity("quantity", typed) is None
    assert form.mistakes["quantity"].code == code


@pytest.mark.parametrize(
    "typed", ["2021-11-26", "26/11/2021", "26-11-2021", "26.11.2021", "2021. 11. 26.", "2021/11/26"]
)
def test_reads_days_as_they_are_written_here(typed: str) -> None:
    assert Form().day("on", typed) == date(2021, 11, 26)


@pytest.mark.parametrize("typed", ["31/02/2021", "2021-13-01", "mai", "11/26/2021", "2021"])
def test_refuses_days_that_are_none(typed: str) -> None:
    form = Form()
    assert form.day("on", typed) is None
    assert form.mistakes["on"].code == "field.date-malformed"


def test_refuses_a_day_to_come() -> None:
    form = Form()
    form.day("on", "2026-03-03", not_after=date(2026, 3, 2))
    assert form.mistakes["on"].code == "field.date-in-future"


def test_an_edtf_date_may_be_typed_as_a_day() -> None:
    assert [Form().edtf("signed", typed) for typed in ("26/11/2021", "2024-06~", "")] == [
        "2021-11-26",
        "2024-06~",
        None,
    ]


@pytest.mark.parametrize(
    "typed", ["javascript:alert(1)", "ftp://a.vn", "a.vn/x", "https://", "http://a b.vn", "http://[x"]
)
def test_refuses_addresses_that_are_not_of_the_web(typed: str) -> None:
    form = Form()
    assert form.address("address", typed) is None
    assert form.mistakes["address"].code == "field.address-malformed"


def test_says_all_mistakes_at_once() -> None:
    form = Form()
    form.text("title", "  ", required=True)
    form.text("note", "x" * 11, longest=10)
    form.code("kind", "nothing", ("MOU",))
    form.codes("sectors", ["ev", "nothing"], ("ev",))
    form.country("country", "Vietnam")
    form.whole("year", "99999")
    form.yes_no("demo", "maybe")
    form.lines("witnesses", ["a"] * 3, most=2)
    with pytest.raises(InvalidFields) as told:
        form.check()
    assert {name: message.code for name, message in told.value.fields.items()} == {
        "title": "field.required",
        "note": "field.too-long",
        "kind": "field.code-unknown",
        "sectors": "field.code-unknown",
        "country": "field.country-malformed",
        "year": "field.number-between",
        "demo": "field.code-unknown",
        "witnesses": "field.too-many",
    }


def test_keeps_clean_values() -> None:
    form = Form()
    assert form.country("country", "vn") == "VN"
    assert form.lines("participants", "Kim\n\n Đàm ") == ("Kim", "Đàm")
    assert form.yes_no("demo", "true") is True
    assert form.yes_no("demo", None) is None
    assert form.address("address", "https://vnexpress.net/tin?a=1") == "https://vnexpress.net/tin?a=1"
    form.check()


@given(st.text())
def test_typed_text_can_be_stored_and_is_clean_once(typed: str) -> None:
    once = clean(typed)
    assert clean(once) == once
    assert "\x00" not in once
    assert once.encode().decode() == once


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00")))
def test_plain_text_is_stored_as_it_is(text: str) -> None:
    assert storable(text) == text


@given(st.text(max_size=30))
def test_no_typed_text_raises(typed: str) -> None:
    form = Form("vi")
    for read in (form.day, form.edtf, form.number, form.quantity, form.whole, form.address, form.country):
        read("field", typed)


def test_a_name_cannot_show_as_another() -> None:
    assert clean("Công ty \u202eCBA\u202c \u2066(X)\u2069") == "Công ty CBA (X)"


@pytest.mark.parametrize("typed", [Decimal("1e400000000"), Decimal("-1e400000000"), Decimal("1e-400000000")])
def test_a_figure_beyond_all_arithmetic_is_out_of_range(typed: Decimal) -> None:
    form = Form()
    assert form.number("value", typed) is None
    assert form.mistakes["value"].code == "field.number-out-of-range"
