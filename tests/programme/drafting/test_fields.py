from __future__ import annotations

import pytest

from nhipcau.programme.drafting.fields import FIELDS, PARTS, checked
from nhipcau.programme.drafting.values import drafts_of
from nhipcau.programme.forms import Form
from tests.programme.reports import READING


def test_what_a_reader_says_passes_unchanged() -> None:
    ((_, values),) = drafts_of(READING)
    for value in values:
        form = Form("vi")
        assert checked(value.field, value.content, form) == dict(value.content)
        assert form.mistakes == {}


@pytest.mark.parametrize(
    ("field", "content", "mistakes"),
    [
        ("type", {"type": "treaty"}, {"type": "field.code-unknown"}),
        ("type", {}, {"type": "field.required"}),
        ("status", {"status": "done"}, {"status": "field.code-unknown"}),
        ("date", {"value": "30/02/2024"}, {"value": "field.date-malformed"}),
        ("date", {"value": ""}, {"value": "field.required"}),
        ("place", {}, {"city": "field.required"}),
        ("term", {"value": "3"}, {"unit": "field.required"}),
        (
            "term",
            {"value": "0", "unit": "year", "until": "x"},
            {"value": "field.quantity-positive", "until": "field.date-malformed"},
        ),
        (
            "party",
            {"name": "", "country": "Korea", "kind": "x"},
            {"name": "field.required", "country": "field.country-malformed", "kind": "field.code-unknown"},
        ),
        ("person", {"name": "Kim", "function": "king"}, {"function": "field.code-unknown"}),
        ("witness", {"name": "x" * 501}, {"name": "field.too-long"}),
        ("sector", {"code": "magic"}, {"code": "field.code-unknown"}),
        ("activity", {"code": "training", "strength": "wish"}, {"strength": "field.code-unknown"}),
        ("figure", {"value": "many"}, {"value": "field.number-malformed"}),
        ("figure", {"value": ""}, {"value": "field.required"}),
        ("legal-act", {"type": "law"}, {"number": "field.required"}),
        ("witness", {"name": "A", "age": "3"}, {"age": "field.unknown"}),
    ],
)
def test_says_which_part_is_wrong(field: str, content: dict[str, str], mistakes: dict[str, str]) -> None:
    form = Form()
    checked(field, content, form)
    assert {name: message.code for name, message in form.mistakes.items()} == mistakes


def test_every_field_has_its_parts() -> None:
    assert tuple(PARTS) == FIELDS


def test_markup_is_plain_text() -> None:
    form = Form()
    assert checked("witness", {"name": "<script>alert(1)</script>"}, form) == {"name": "<script>alert(1)</script>"}
