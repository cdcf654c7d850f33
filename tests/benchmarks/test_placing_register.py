from __future__ import annotations

import pytest

from benchmarks.placing_register import Asked, first_said, organisation_of, source_record_of, write
from nhipcau.facts.organisation import Identifier
from nhipcau.facts.record import Band, Record
from nhipcau.programme.placing.placing import place_record
from nhipcau.programme.placing.records import record_of
from nhipcau.store.database import DatabaseStore


def record(number: int) -> Record:
    return Record(id=f"R{number}", names=("Công ty TNHH Minh Phát",))


def test_every_record_is_put_in_or_asked_about_and_a_body_is_put_in_once() -> None:
    said = [(record(number), f"B{number % 700}") for number in range(1_000)]
    asked = Asked()
    put = [one for batch in first_said([said[:400], said[400:]], asked) for one in batch]
    bodies = {one.id: body for one, body in said}
    assert len({bodies[one.id] for one in put}) == len(put)
    assert {bodies[one.id] for one in put} | {bodies[one.id] for one in asked.new} == set(bodies.values())
    assert not {bodies[one.id] for one in put} & {bodies[one.id] for one in asked.new}
    assert asked.new
    assert all(bodies[one.id] == bodies[body] for one, body in asked.known)


def test_a_body_keeps_what_its_record_says_for_linkage() -> None:
    said = Record(
        id="R1",
        names=("Công ty TNHH Minh Phát", "Minh Phat Co., Ltd"),
        kind="company",
        country="VN",
        language="vi",
        acronyms=("MPC",),
        identifiers=("01.00.109.106",),
        address="12 Trần Phú",
        place="Bắc Ninh",
        phone="0912 345 678",
        domain="info@minhphat.vn",
        people=("Nguyễn Văn An",),
    )
    body = organisation_of(said)
    assert body.identifiers == (Identifier("VN-MST", "0100109106"),)
    seen = record_of(body, [source_record_of(said)])
    assert (seen.names, seen.acronyms, seen.people) == (said.names, said.acronyms, said.people)
    assert (seen.phone, seen.domain, seen.place) == ("+84912345678", "minhphat.vn", "Bắc Ninh")


@pytest.mark.django_db(transaction=True)
def test_a_written_body_is_met_again_by_its_own_record() -> None:
    asked = write(300, 7)
    assert asked.known
    with DatabaseStore().unit() as unit:
        again, body = asked.known[0]
        kept = unit.organisations.get(body)
        assert kept is not None
        mine = record_of(kept, unit.source_records.of_organisations([body]))
        placed = place_record(unit, Record(**{name: getattr(mine, name) for name in FIELDS} | {"id": again.id}))
    assert placed.band is not Band.APART
    assert body in {pair.right for pair in placed.pairs}


FIELDS = ("names", "kind", "country", "acronyms", "identifiers", "address", "place", "phone", "domain", "people")
