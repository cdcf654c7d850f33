"""Rows of the form: what is shown of a requirement or a statement is read back as the same."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.facts.market import Attribute, Comparison, Requirement
from nhipcau.language.properties import PROPERTIES, Property
from nhipcau.language.properties import Form as Shape
from nhipcau.programme.forms import Form
from nhipcau.programme.market.terms import attributes_of, requirements_of
from nhipcau.web.market.typed import TermRow, attribute_parts, requirement_parts, row_of, typed_in

TODAY = date(2026, 3, 1)
LANGUAGES = ("vi", "ko", "en")
FIGURES = [known for known in PROPERTIES.values() if known.form is Shape.FIGURE and known.units]


@settings(deadline=None)  # units are loaded with the first one
@given(
    known=st.sampled_from(FIGURES),
    value=st.decimals(min_value=Decimal("0.01"), max_value=Decimal(99), places=2),
    comparison=st.sampled_from([Comparison.AT_MOST, Comparison.AT_LEAST, Comparison.EQUAL]),
    must=st.booleans(),
    language=st.sampled_from(LANGUAGES),
    data=st.data(),
)
def test_a_requirement_shown_in_any_language_is_read_back_the_same(
    *,
    known: Property,
    value: Decimal,
    comparison: Comparison,
    must: bool,
    language: str,
    data: st.DataObject,
) -> None:
    code, units = known.code, known.units
    unit = data.draw(st.sampled_from(units))
    asked = Requirement(
        property=code, comparison=comparison, value=value, unit=unit, must=must, on=TODAY if code == "price" else None
    )
    form = Form(language)
    read = requirements_of(form, [requirement_parts(row_of(asked, language), language)], TODAY)
    assert form.mistakes == {}
    assert read == (asked,)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "stated",
    [
        Attribute(property="language", value="ko"),
        Attribute(property="degree", value="bachelor"),
        Attribute(property="ip_status", value="patent-granted"),
        Attribute(property="start_date", value="2026-09-01"),
        Attribute(property="certificate", value="IATF 16949", denied=True),
        Attribute(property="certificate", value="ISO 9001", on=date(2025, 5, 2), evidence="TÜV Rheinland"),
        Attribute(property="capacity", value=Decimal(1200000), unit="pcs/year"),
    ],
)
def test_a_statement_shown_in_any_language_is_read_back_the_same(stated: Attribute, language: str) -> None:
    form = Form(language)
    read = attributes_of(form, [attribute_parts(row_of(stated, language), language)], TODAY)
    assert form.mistakes == {}
    assert read == (stated,)


@given(st.lists(st.text(max_size=20), max_size=6), st.lists(st.text(max_size=20), max_size=6))
def test_columns_of_unequal_length_are_filled_up(codes: list[str], values: list[str]) -> None:
    query = QueryDict(mutable=True)
    query.setlist("term_code", codes)
    query.setlist("term_value", values)
    rows = typed_in(query).rows
    assert [row.code for row in rows][: len(codes)] == codes
    assert len(rows) == max(len(codes), len(values))


def test_what_is_unticked_is_refused_and_what_is_added_is_kept() -> None:
    query = QueryDict(mutable=True)
    query.setlist("named", ["abs", "injection-moulding", "anodising"])
    query.setlist("kept", ["abs", "anodising"])
    query.setlist("added", ["anodising"])
    parts = typed_in(query).parts("requirements", "en")
    assert parts["concepts"] == ["anodising"]
    assert parts["dropped"] == ["injection-moulding"]


def test_more_rows_take_the_place_of_empty_ones() -> None:
    query = QueryDict(mutable=True)
    query.setlist("term_code", ["capacity", "", ""])
    typed = typed_in(query).adding(rows=[TermRow(code="tolerance")])
    assert [row.code for row in typed.rows] == ["capacity", "tolerance"]


def test_empty_rows_at_the_end_do_not_pile_up() -> None:
    query = QueryDict(mutable=True)
    query.setlist("term_code", ["capacity", "", ""])
    assert len(typed_in(query).with_room(200)) == 3
    query.setlist("term_code", ["capacity"])
    assert len(typed_in(query).with_room(200)) == 3
    assert len(typed_in(query).with_room(1)) == 1
