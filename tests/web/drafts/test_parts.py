from __future__ import annotations

import pytest
from django.utils.translation import override

from nhipcau.programme.drafting.fields import FIELDS
from nhipcau.programme.drafting.fields import PARTS as KNOWN
from nhipcau.web.drafts.parts import PARTS, details_of, title_of

# What a person is not asked: it follows from the value, or from where the value stands.
NOT_ASKED = {("date", "precision"), ("legal-act", "role")}


def test_every_part_of_every_field_has_an_input() -> None:
    asked = {(field, part.name) for field in PARTS for part in PARTS[field]}
    assert asked | NOT_ASKED == {(field, part) for field in FIELDS for part in KNOWN[field]}


@pytest.mark.parametrize(
    ("field", "content", "title"),
    [
        ("type", {"type": "MOU"}, "Memorandum of understanding (MOU)"),
        ("date", {"value": "2021-11-26"}, "26 November 2021"),
        ("place", {"venue": "", "city": "Hà Nội", "country": "VN"}, "Hà Nội"),
        ("party", {"name": "Viện Vật liệu", "acronym": "IMS"}, "Viện Vật liệu (IMS)"),
        ("party", {"name": "Viện Vật liệu (IMS)", "acronym": "IMS"}, "Viện Vật liệu (IMS)"),
        ("term", {"value": "3", "unit": "year"}, "3 years"),
        ("term", {"value": "", "unit": "", "until": "2027-12"}, "until December 2027"),
        ("figure", {"value": "1000..2500", "unit": "USD"}, "1,000–2,500 USD"),
        ("legal-act", {"type": "Nghị quyết", "number": "115/NQ-CP"}, "Nghị quyết 115/NQ-CP"),
        ("party", {"name": "", "acronym": ""}, ""),
    ],
)
def test_a_value_is_said_in_one_line(field: str, content: dict[str, str], title: str) -> None:
    with override("en"):
        assert title_of(field, content, "en") == title


def test_the_rest_is_told_part_by_part() -> None:
    content = {"name": "KICET", "acronym": "", "country": "KR", "kind": "research-institute", "parent": "MOTIE"}
    with override("en"):
        assert details_of("party", content, "en") == ("South Korea", "Research institute", "Belongs to: MOTIE")
