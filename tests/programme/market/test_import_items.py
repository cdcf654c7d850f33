from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import BadInput, InvalidFields, NotAllowed
from nhipcau.facts.market import ItemKind, ItemState, Need, Offer
from nhipcau.facts.message import Message
from nhipcau.programme.import_items import import_items
from nhipcau.programme.market.records import records_in
from nhipcau.programme.office import Office
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.undo import undo
from nhipcau.programme.views import ItemsImported
from tests.programme.fakes import StillClock
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ANPHU, ENTERPRISE, MIRAE, OFFICER, TODAY, need

SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "matching" / "sample"
OFFERS: list[dict[str, Any]] = [
    {
        "id": "O1",
        "kind": "product",
        "organisation": "Công ty TNHH An Phú",
        "language": "vi",
        "text": "Tiện CNC chi tiết nhỏ.",
        "place": "Nam Định",
        "attributes": [{"property": "price", "value": 2, "unit": "USD/pcs"}],
    },
    {
        "id": "O2",
        "kind": "training",
        "organisation": "Otter Works School",
        "language": "en",
        "text": "Evening Korean for supervisors.",
        "attributes": [{"property": "duration", "value": 12, "unit": "month"}],
    },
]


def lines(records: Sequence[Mapping[str, Any]]) -> bytes:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


def take(office: Office, records: Sequence[Mapping[str, Any]], actor: Actor = OFFICER, **origin: Any) -> ItemsImported:
    return import_items(office, actor, Offer, lines(records), "offers.jsonl", **{"source": "Hội chợ 2026", **origin})


def counts(told: ItemsImported) -> tuple[int, int, int, int]:
    return told.new, told.changed, told.same, len(told.refused)


def test_a_list_taken_in_twice_stands_there_once(office: Office, memory: MemoryStore) -> None:
    assert counts(take(office, OFFERS)) == (2, 0, 0, 0)
    assert isinstance(office.clock, StillClock)
    office.clock.day = TODAY + timedelta(days=1)
    assert counts(take(office, OFFERS)) == (0, 0, 2, 0)
    changed = take(office, [OFFERS[0] | {"text": "Tiện CNC và phay."}, OFFERS[1]])
    assert counts(changed) == (0, 1, 1, 0)
    assert counts(take(office, OFFERS, source="Danh sách khác")) == (2, 0, 0, 0)
    kept = sorted(memory.tables.offers.values(), key=lambda item: item.id)
    assert [(item.source_key, item.text[:8]) for item in kept[:2]] == [("O1", "Tiện CNC"), ("O2", "Evening ")]
    undo(office, OFFICER, changed.batch)
    assert memory.tables.offers[kept[0].id].text == "Tiện CNC chi tiết nhỏ."


def test_what_a_record_says_nothing_of_stays_as_it_was(office: Office, memory: MemoryStore) -> None:
    stated = {"property": "certificate", "value": "ISO 9001", "on": "2026-01-15", "evidence": "VN-0421"}
    assert take(office, [OFFERS[0] | {"confidential": True, "attributes": [stated]}]).new == 1
    bare = {"property": "certificate", "value": "ISO 9001"}
    assert counts(take(office, [OFFERS[0] | {"attributes": [bare]}])) == (0, 0, 1, 0)
    (only,) = memory.tables.offers.values()
    assert (only.confidential, only.attributes[0].evidence, str(only.attributes[0].on)) == (
        True,
        "VN-0421",
        "2026-01-15",
    )
    assert take(office, [OFFERS[0] | {"confidential": "false"}]).changed == 1
    wrong = take(office, [OFFERS[0] | {"attributes": [stated | {"on": "hôm qua"}]}])
    assert [said.code for _, said in wrong.refused] == ["error.listing-field"]


def test_bodies_are_found_by_name_or_brought_in(office: Office, memory: MemoryStore) -> None:
    take(office, OFFERS)
    first, second = sorted(memory.tables.offers.values(), key=lambda item: item.id)
    assert (first.organisation_id, first.place, first.state) == (ANPHU.id, "VN-67", ItemState.PUBLISHED)
    assert memory.tables.organisations[second.organisation_id].names[0].text == "Otter Works School"


def test_advisers_take_in_what_waits_for_a_review_and_bring_nobody(office: Office, memory: MemoryStore) -> None:
    told = take(office, OFFERS, ADVISER)
    assert [(row, said.code) for row, said in told.refused] == [(2, "field.organisation-unknown")]
    (only,) = memory.tables.offers.values()
    assert (only.state, only.organisation_id) == (ItemState.IN_REVIEW, ANPHU.id)


def test_enterprises_take_in_nothing(office: Office) -> None:
    with pytest.raises(NotAllowed):
        take(office, OFFERS, ENTERPRISE)


def test_a_list_without_names_is_of_the_body_that_is_said(office: Office, memory: MemoryStore) -> None:
    nameless = [{key: value for key, value in OFFERS[0].items() if key != "organisation"}]
    assert [said.code for _, said in take(office, nameless).refused] == ["field.organisation-unknown"]
    assert take(office, nameless, organisation_id=MIRAE.id, demo=True).new == 1
    (only,) = memory.tables.offers.values()
    assert (only.organisation_id, only.demo) == (MIRAE.id, True)


def test_records_with_mistakes_are_left_out_and_said(office: Office, memory: MemoryStore) -> None:
    records = [
        OFFERS[0],
        OFFERS[0] | {"text": "lần nữa"},
        OFFERS[0] | {"id": ""},
        OFFERS[0] | {"id": "a", "kind": "dream"},
        OFFERS[0] | {"id": "b", "text": ""},
        OFFERS[0] | {"id": "c", "attributes": [{"property": "trl", "value": 12}]},
        OFFERS[0] | {"id": "d", "attributes": [{"property": "tolerance", "value": 1, "unit": "kg"}]},
    ]
    data = lines(records) + b"\n\n{broken\n[1]"
    told = import_items(office, OFFICER, Offer, data, "o.jsonl", source="S")
    assert [(row, said.code) for row, said in told.refused] == [
        (2, "error.already-there"),
        (3, "error.listing-without-id"),
        (4, "error.listing-kind"),
        (5, "field.required"),
        (6, "error.value-impossible"),
        (7, "error.unit-impossible"),
        (8, "error.listing-line"),
        (9, "error.listing-line"),
    ]
    assert len(memory.tables.offers) == 1


def test_a_table_says_the_same_as_lines(office: Office, memory: MemoryStore) -> None:
    rows = [record | {"attributes": json.dumps(record["attributes"])} for record in OFFERS]
    table = io.StringIO()
    writer = csv.DictWriter(
        table, ["id", "kind", "organisation", "language", "text", "place", "attributes"], delimiter=";"
    )
    writer.writeheader()
    writer.writerows(rows)
    data = table.getvalue().encode("utf-8-sig")
    told = import_items(office, OFFICER, Offer, data, "o.CSV", source="Hội chợ 2026")
    assert counts(told) == (2, 0, 0, 0)
    assert counts(take(office, OFFERS)) == (0, 0, 2, 0)


def test_other_files_and_lists_from_nowhere_are_refused(office: Office) -> None:
    with pytest.raises(BadInput, match="listings-unknown-kind"):
        import_items(office, OFFICER, Need, b"", "needs.docx", source="S")
    with pytest.raises(InvalidFields):
        import_items(office, OFFICER, Need, b"", "needs.jsonl", source=" ")


@given(st.binary(max_size=300), st.sampled_from(["a.jsonl", "a.csv", "a.tsv"]))
def test_no_bytes_are_too_odd_to_be_read(data: bytes, name: str) -> None:
    for number, record in records_in(data, name):
        assert number > 0
        assert isinstance(record, (dict, Message))


@pytest.mark.skipif(not SAMPLE.exists(), reason="the shared sample of needs and offers is not on this machine")
def test_the_sample_is_taken_in_whole(office: Office, memory: MemoryStore) -> None:
    needs = import_items(
        office,
        OFFICER,
        Need,
        (SAMPLE / "needs.jsonl").read_bytes(),
        "needs.jsonl",
        source="S",
        organisation_id=ANPHU.id,
    )
    offers = import_items(office, OFFICER, Offer, (SAMPLE / "offers.jsonl").read_bytes(), "offers.jsonl", source="S")
    assert (counts(needs), counts(offers)) == ((20, 0, 0, 0), (150, 0, 0, 0))
    again = import_items(office, OFFICER, Offer, (SAMPLE / "offers.jsonl").read_bytes(), "offers.jsonl", source="S")
    assert counts(again) == (0, 0, 150, 0)


def test_an_offer_with_a_match_does_not_become_that_of_another_body(office: Office, memory: MemoryStore) -> None:
    named = {**OFFERS[0], "organisation": "Công ty TNHH An Phú"}
    take(office, [named])
    with memory.unit() as unit:
        (taken,) = unit.offers.by_source_keys("Hội chợ 2026", ["O1"]).values()
    buyer = need("nee-m", MIRAE, kind=ItemKind.PRODUCT)
    memory.put(buyer)
    propose_match(office, OFFICER, "nee-m", taken.id)
    told = take(office, [{**named, "organisation": "Another Body Ltd."}])
    assert [message.code for _, message in told.refused] == ["error.item-of-another"]
    with memory.unit() as unit:
        kept = unit.offers.get(taken.id)
    assert kept is not None
    assert kept.organisation_id == ANPHU.id
