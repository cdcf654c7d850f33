from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.engine.match.record import listing_from
from nhipcau.facts.market import Attribute, Comparison, ItemState, Listing, Need, Requirement
from nhipcau.programme.market.records import records_in
from nhipcau.programme.views import ItemRow
from nhipcau.report.listing_records import as_lines, as_table, listing_record
from tests.programme.samples import need, offer

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "matching" / "sample"
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAZ 가나다라한국어 0123456789.,;:'\"|=+-@\n\t<>&%±≤°"
WORDS = st.text(LETTERS, max_size=80).map(str.strip)
NUMBERS = st.decimals(-10_000_000, 10_000_000, places=3).map(lambda one: one.normalize() + 0)
VALUES = st.one_of(NUMBERS, WORDS)
DAYS = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))
UNITS = st.sampled_from(["", "mm", "pcs/month", "USD/pcs", "°C"])
REQUIREMENTS = st.builds(
    Requirement,
    property=st.sampled_from(["tolerance", "certificate", "price"]),
    comparison=st.sampled_from(Comparison),
    value=VALUES,
    unit=UNITS,
    must=st.booleans(),
    on=DAYS,
)
ATTRIBUTES = st.builds(
    Attribute,
    property=st.sampled_from(["tolerance", "certificate", "price"]),
    value=VALUES,
    unit=UNITS,
    denied=st.booleans(),
    on=DAYS,
    evidence=WORDS,
)
IDS = st.lists(st.sampled_from(["turning", "steel", "own:a-b", "sus303"]), unique=True).map(tuple)


def terms_of(draw: st.DrawFn, *, needs: bool) -> dict[str, Any]:
    if needs:
        return {"requirements": draw(st.lists(REQUIREMENTS, max_size=3).map(tuple))}
    return {"attributes": draw(st.lists(ATTRIBUTES, max_size=3).map(tuple))}


@st.composite
def rows(draw: st.DrawFn, *, needs: bool) -> ItemRow[Any]:
    made: Any = need() if needs else offer()
    parts: dict[str, Any] = {
        "id": draw(st.text("0123456789abc-", min_size=1, max_size=8)),
        "title": draw(WORDS),
        "text": draw(WORDS),
        "language": draw(st.sampled_from(["vi", "ko", "en"])),
        "place": draw(st.sampled_from([None, "VN-HP", "Ulsan"])),
        "concepts": draw(IDS),
        "dropped": draw(IDS),
        "confidential": draw(st.booleans()),
        **terms_of(draw, needs=needs),
    }
    item = replace(made, **parts)
    return ItemRow(item=item, state=ItemState.PUBLISHED, organisation_name=draw(WORDS))


def listing_of_row(row: ItemRow[Any]) -> Listing:
    item = row.item
    return Listing(
        id=item.id,
        kind=item.kind,
        language=item.language,
        text=item.text,
        place=item.place,
        requirements=item.requirements if isinstance(item, Need) else (),
        attributes=() if isinstance(item, Need) else item.attributes,
        concepts=item.concepts,
        dropped=item.dropped,
        organisation=row.organisation_name,
    )


def read(chunks: Iterable[bytes], name: str) -> list[Any]:
    return [record for _, record in records_in(b"".join(chunks), name)]


@given(st.lists(rows(needs=True) | rows(needs=False), max_size=4))
def test_lines_are_read_as_what_was_written(some: list[ItemRow[Any]]) -> None:
    found = read(as_lines(map(listing_record, some)), "a.jsonl")
    assert [listing_from(record) for record in found] == [listing_of_row(row) for row in some]
    assert [record["title"] for record in found] == [row.item.title for row in some]
    assert [record.get("confidential", False) for record in found] == [row.item.confidential for row in some]


@given(st.lists(rows(needs=True), max_size=4))
def test_a_table_of_needs_is_read_as_what_was_written(some: list[ItemRow[Any]]) -> None:
    found = read(as_table(map(listing_record, some), "requirements"), "a.csv")
    assert [listing_from(record) for record in found] == [listing_of_row(row) for row in some]
    assert [record["title"] for record in found] == [row.item.title for row in some]


@given(st.lists(rows(needs=False), max_size=4))
def test_a_table_of_offers_is_read_as_what_was_written(some: list[ItemRow[Any]]) -> None:
    found = read(as_table(map(listing_record, some), "attributes"), "a.csv")
    assert [listing_from(record) for record in found] == [listing_of_row(row) for row in some]


def test_nothing_of_a_table_is_run_as_a_formula() -> None:
    row = ItemRow(item=offer(text='=HYPERLINK("http://x")', title="'=1"), state=ItemState.PUBLISHED)
    table = b"".join(as_table([listing_record(row)], "attributes")).decode("utf-8-sig")
    assert "'=HYPERLINK" in table
    assert "''=1" in table


def test_an_item_of_a_list_goes_out_under_the_number_that_it_had_there() -> None:
    row = ItemRow(item=need(source="Hội chợ", source_key="N001"), state=ItemState.PUBLISHED)
    assert (listing_record(row)["id"], listing_record(row, of_source=True)["id"]) == ("nee-1", "N001")


@pytest.mark.skipif(not SAMPLE.is_dir(), reason="the shared sample is not on this machine")
def test_the_shape_is_that_of_the_sample() -> None:
    first = json.loads((SAMPLE / "needs.jsonl").read_text(encoding="utf-8").splitlines()[0])
    item = need(requirements=(Requirement(property="a", comparison=Comparison.AT_MOST, value=Decimal(1), unit="mm"),))
    record = listing_record(ItemRow(item=item, state=ItemState.PUBLISHED))
    assert first.keys() <= record.keys()
    assert first["requirements"][0].keys() == record["requirements"][0].keys()
    assert (record["requirements"][0]["op"], record["requirements"][0]["value"]) == ("<=", 1)
