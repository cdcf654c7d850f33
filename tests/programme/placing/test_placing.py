from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nhipcau.facts.organisation import Identifier, Name, Organisation
from nhipcau.facts.record import Band, Bands
from nhipcau.facts.resolving import Thresholds
from nhipcau.programme.placing.keys import block_numbers, number_of
from nhipcau.programme.placing.placing import place_record
from nhipcau.programme.placing.records import record_of
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import MIRAE, SONGHAN, source_record

FIRM = Organisation(
    id="org-1",
    names=(Name("Công ty TNHH Cơ khí Đông Anh", "vi", "official"), Name("DAM", "und", "acronym")),
    country="VN",
    identifiers=(Identifier("VN-MST", "0100109106"),),
)
SPELT = replace(FIRM, id="new", names=(Name("Dong Anh Mechanical Co., Ltd", "en"),))


def test_a_body_speaks_first_and_its_newest_source_next() -> None:
    older = source_record("src-1", FIRM, received_on=date(2024, 1, 1), address="A", phone="1", people=("An, GĐ",))
    newer = source_record("src-2", FIRM, received_on=date(2025, 1, 1), address="B", phone=None, people=("Bình",))
    record = record_of(replace(FIRM, phone="0"), [older, newer])
    assert (record.phone, record.address, record.people) == ("0", "B", ("Bình", "An, GĐ"))
    assert record.names == ("Công ty TNHH Cơ khí Đông Anh", "Cty TNHH An Phú")
    assert (record.acronyms, record.identifiers) == (("DAM",), ("VN-MST:0100109106",))


def test_a_body_known_by_an_acronym_alone_has_that_as_its_name() -> None:
    assert record_of(replace(FIRM, names=FIRM.names[1:])).names == ("DAM",)


def test_a_merged_body_meets_nobody() -> None:
    assert block_numbers(FIRM)
    assert block_numbers(replace(FIRM, merged_into="org-2")) == ()


def test_numbers_of_keys_fit_into_64_bits_and_stay_the_same() -> None:
    assert number_of("n:dong anh") == number_of("n:dong anh") != number_of("n:dong ang")
    assert -(2**63) <= number_of("n:dong anh") < 2**63


@pytest.fixture
def filled(memory: MemoryStore) -> MemoryStore:
    memory.put(FIRM, SONGHAN, MIRAE)
    return memory


def test_the_same_number_links(filled: MemoryStore) -> None:
    with filled.unit() as unit:
        found = place_record(unit, record_of(SPELT))
    assert (found.band, found.pairs[0].right) == (Band.LINK, FIRM.id)


def test_what_sources_say_counts_for_a_body(filled: MemoryStore) -> None:
    filled.tables.organisations[FIRM.id] = replace(FIRM, identifiers=(), phone="024 3825 5555")
    filled.put(source_record("src-1", FIRM, identifiers=FIRM.identifiers))
    with filled.unit() as unit:
        found = place_record(unit, record_of(replace(SPELT, phone="+84 24 38255555")))
    assert found.band is Band.LINK


def test_a_body_is_not_its_own_likeness(filled: MemoryStore) -> None:
    with filled.unit() as unit:
        assert place_record(unit, record_of(FIRM)).band is Band.APART


def test_a_different_number_stays_apart(filled: MemoryStore) -> None:
    other = replace(FIRM, id="new", identifiers=(Identifier("VN-MST", "0101243150"),))
    with filled.unit() as unit:
        assert place_record(unit, record_of(other)).band is Band.APART


def test_the_offices_own_thresholds_hold(filled: MemoryStore) -> None:
    alike = record_of(replace(FIRM, id="new", identifiers=()))
    with filled.unit() as unit:
        doubtful = place_record(unit, alike)
        assert doubtful.band is Band.REVIEW
        assert place_record(unit, alike, bands=Bands(link=0.999, review=0.998)).band is Band.APART
        unit.thresholds.add(Thresholds(id="organisation", link=0.999, review=0.998))
        assert place_record(unit, alike).band is Band.APART
