from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from nhipcau.facts.errors import InvalidFields, NotAllowed
from nhipcau.facts.market import Attribute, Comparison, ItemState, Requirement
from nhipcau.programme.edit_offer import edit_offer
from nhipcau.programme.office import Office
from nhipcau.programme.queries.need_matches import need_matches
from nhipcau.programme.queries.offer_page import offer_page
from nhipcau.programme.record_attribute import record_attribute
from tests.programme.matching.conftest import MIRAES, changed, turned_parts
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ENTERPRISE, OFFICER, TODAY, need

IATF: Any = {"property": "certificate", "value": "IATF 16949"}


@pytest.fixture(autouse=True)
def _certified_only(memory: MemoryStore) -> None:
    asked = Requirement(property="certificate", comparison=Comparison.HAS, value="IATF 16949")
    changed(memory, need(requirements=(asked,)))
    denied = Attribute(property="certificate", value="IATF 16949", denied=True)
    changed(memory, turned_parts(attributes=(denied,)))


def of_need(office: Office) -> list[str]:
    return [row.other.item.id for row in need_matches(office, ADVISER, "nee-1").matches]


def test_a_certificate_recorded_lets_an_offer_fit(office: Office) -> None:
    assert "off-1" not in of_need(office)
    offer = record_attribute(office, OFFICER, "off-1", attribute=IATF, evidence="TÜV SÜD, số 12 111 4567")
    assert offer.attributes == (
        Attribute(property="certificate", value="IATF 16949", on=TODAY, evidence="TÜV SÜD, số 12 111 4567"),
    )
    assert "off-1" in of_need(office)


def test_the_history_tells_who_recorded_what(office: Office, memory: MemoryStore) -> None:
    record_attribute(office, ADVISER, "off-1", attribute=IATF)
    assert memory.tables.changes[-1].verb == "record-attribute"
    assert memory.tables.changes[-1].actor_id == ADVISER.id


def test_a_measurement_takes_the_place_of_what_was_said_before(office: Office) -> None:
    measured: Any = {"property": "tolerance", "value": "0.02", "unit": "mm", "on": "2026-02-01"}
    record_attribute(office, OFFICER, "off-1", attribute=measured)
    offer = record_attribute(office, OFFICER, "off-1", attribute=measured | {"value": "0,01", "on": None})
    stated = [one for one in offer.attributes if one.property == "tolerance"]
    assert stated == [Attribute(property="tolerance", value=Decimal("0.01"), unit="mm", on=TODAY)]


def test_what_an_enterprise_records_of_its_offer_is_looked_at_again(office: Office) -> None:
    assert record_attribute(office, MIRAES, "off-1", attribute=IATF).state is ItemState.IN_REVIEW
    with pytest.raises(NotAllowed):
        record_attribute(office, ENTERPRISE, "off-2", attribute=IATF)


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        ({}, "property"),
        ({"property": "weather", "value": "1"}, "property"),
        ({"property": "tolerance", "value": "0.01", "unit": "kg"}, "unit"),
        ({**IATF, "on": "2030-01-01"}, "on"),
    ],
)
def test_mistakes_come_under_the_names_of_the_parts(office: Office, parts: Any, field: str) -> None:
    with pytest.raises(InvalidFields) as mistakes:
        record_attribute(office, OFFICER, "off-1", attribute=parts)
    assert field in mistakes.value.fields


def test_evidence_stays_when_a_form_without_it_is_saved_and_is_hidden_with_the_name(office: Office) -> None:
    offer = record_attribute(office, OFFICER, "off-1", attribute=IATF | {"on": "2026-01-15"}, evidence="TÜV")
    rows: Any = [IATF, {"property": "tolerance", "value": "0.01", "unit": "mm"}]
    again = edit_offer(office, OFFICER, "off-1", version=offer.version, attributes=rows, confidential=True)
    assert (again.attributes[0].evidence, again.attributes[0].on) == ("TÜV", date(2026, 1, 15))
    assert "TÜV" not in repr(offer_page(office, ENTERPRISE, "off-1"))
