"""One transaction a verb."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, connections

from nhipcau.facts.errors import Conflict
from nhipcau.store.database import DatabaseStore
from nhipcau.store.unit import DatabaseUnit
from tests.store import things

KINDS: dict[str, Any] = {
    "documents": things.DOCUMENT,
    "drafts": things.DRAFT,
    "organisations": things.CENTRE,
    "people": things.DIRECTOR,
    "agreements": things.AGREEMENT,
    "commitments": things.COMMITMENT,
    "activities": things.ACTIVITY,
}
VERSIONED = sorted(set(KINDS) - {"documents"})


@pytest.mark.parametrize("kind", KINDS)
def test_gives_back_the_fact_it_was_given(register: DatabaseStore, kind: str) -> None:
    with register.unit() as unit:
        assert getattr(unit, kind).get(KINDS[kind].id) == KINDS[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_gives_back_many_in_the_order_asked_for(register: DatabaseStore, kind: str) -> None:
    with register.unit() as unit:
        found = getattr(unit, kind).get_many(["nobody", KINDS[kind].id])
    assert found == {KINDS[kind].id: KINDS[kind]}


@pytest.mark.parametrize("kind", KINDS)
def test_refuses_a_known_id_and_stays_usable(register: DatabaseStore, kind: str) -> None:
    with register.unit() as unit:
        with pytest.raises(Conflict) as refused:
            getattr(unit, kind).add(KINDS[kind])
        assert refused.value.code == "error.already-there"
        assert getattr(unit, kind).get(KINDS[kind].id) == KINDS[kind]


@pytest.mark.parametrize("kind", VERSIONED)
def test_tells_the_second_one_who_saves(register: DatabaseStore, kind: str) -> None:
    with register.unit() as unit:
        saved = getattr(unit, kind).save(KINDS[kind])
        assert saved == replace(KINDS[kind], version=2)
        assert getattr(unit, kind).get(KINDS[kind].id) == saved
    with pytest.raises(Conflict) as told, register.unit() as unit:
        getattr(unit, kind).save(KINDS[kind])
    assert told.value.code == "error.changed-meanwhile"
    assert told.value.message.params["id"] == KINDS[kind].id


def test_saves_the_parts_of_an_agreement(register: DatabaseStore) -> None:
    changed = replace(things.AGREEMENT, sectors=("ev",), figures=(), witnesses=("A", "B"), place=None, signed=None)
    with register.unit() as unit:
        saved = unit.agreements.save(changed)
    with register.unit() as unit:
        assert unit.agreements.get(changed.id) == saved == replace(changed, version=2)


def test_keeps_nothing_of_a_unit_that_failed(store: DatabaseStore) -> None:
    def verb() -> None:
        with store.unit() as unit:
            unit.organisations.add(things.CENTRE)
            raise LookupError

    with pytest.raises(LookupError):
        verb()
    with store.unit() as unit:
        assert unit.organisations.get(things.CENTRE.id) is None


def test_refuses_a_unit_within_a_unit(store: DatabaseStore) -> None:
    with store.unit(), pytest.raises(RuntimeError), store.unit():
        pass


def test_takes_away_what_nobody_refers_to(register: DatabaseStore) -> None:
    with register.unit() as unit:
        unit.activities.delete(things.ACTIVITY.id)
        assert unit.activities.get(things.ACTIVITY.id) is None
        with pytest.raises(Conflict) as told:
            unit.activities.delete(things.ACTIVITY.id)
    assert told.value.code == "error.changed-meanwhile"


def test_keeps_what_others_refer_to(register: DatabaseStore) -> None:
    with pytest.raises(Conflict) as told, register.unit() as unit:
        unit.organisations.delete(things.CENTRE.id)
    assert told.value.code == "error.still-used"
    with register.unit() as unit:
        assert unit.organisations.get(things.CENTRE.id) == things.CENTRE


def test_takes_things_away_in_any_order_within_one_unit(register: DatabaseStore) -> None:
    with register.unit() as unit:
        unit.organisations.delete(things.CENTRE.id)
        unit.organisations.delete(things.INSTITUTE.id)
        unit.people.delete(things.DIRECTOR.id)
        unit.documents.delete(things.DOCUMENT.id)
        unit.drafts.delete(things.DRAFT.id)
        unit.agreements.delete(things.AGREEMENT.id)
        unit.commitments.delete(things.COMMITMENT.id)
        unit.activities.delete(things.ACTIVITY.id)
    with register.unit() as unit:
        assert unit.agreements.get(things.AGREEMENT.id) is None


FINDERS: dict[str, Callable[[DatabaseUnit], object]] = {
    "document by bytes": lambda unit: unit.documents.by_sha256("a" * 64),
    "document by text": lambda unit: unit.documents.by_text_sha256("b" * 64),
    "drafts of a document": lambda unit: unit.drafts.of_document(things.DOCUMENT.id)[0],
    "drafts proposing": lambda unit: unit.drafts.proposing(things.AGREEMENT.id)[0],
    "open drafts": lambda unit: unit.drafts.open()[0],
    "organisation by name": lambda unit: unit.organisations.by_name_keys(["name:trung tam phat trien cong nghiep"])[0],
    "organisation by acronym": lambda unit: unit.organisations.by_name_keys(["acronym:vn:idc", "name:x"])[0],
    "person by name": lambda unit: unit.people.by_name_keys(["person:nguyen van minh"])[0],
    "agreements of parties": lambda unit: unit.agreements.of_organisations([things.CENTRE.id, things.INSTITUTE.id])[0],
    "agreements of people": lambda unit: unit.agreements.of_people([things.DIRECTOR.id])[0],
    "agreements of a document": lambda unit: unit.agreements.of_document(things.DOCUMENT.id)[0],
    "agreements of a day": lambda unit: unit.agreements.signed_on("2021-11-26")[0],
    "commitments of an agreement": lambda unit: unit.commitments.of_agreement(things.AGREEMENT.id)[0],
    "commitments of an owner": lambda unit: unit.commitments.of_owner(things.CENTRE.id)[0],
    "activities of a commitment": lambda unit: unit.activities.of_commitment(things.COMMITMENT.id)[0],
}


@pytest.mark.parametrize("finder", FINDERS)
def test_finds_things_by_what_they_hang_on(register: DatabaseStore, finder: str) -> None:
    with register.unit() as unit:
        assert FINDERS[finder](unit) in KINDS.values()


def test_finds_one_organisation_once_by_two_of_its_keys(register: DatabaseStore) -> None:
    with register.unit() as unit:
        found = unit.organisations.by_name_keys(["acronym:vn:idc", "name:trung tam phat trien cong nghiep"])
    assert found == [things.CENTRE]


def test_lists_demo_things_alone(register: DatabaseStore) -> None:
    demo = replace(things.CENTRE, id="org-demo", demo=True)
    with register.unit() as unit:
        unit.organisations.add(demo)
        assert unit.organisations.demo() == [demo]


def test_keeps_an_exact_decimal(register: DatabaseStore) -> None:
    large = replace(things.COMMITMENT, id="com-2", quantity=Decimal("123456789012345678901234.123456789"))
    with register.unit() as unit:
        unit.commitments.add(large)
        assert unit.commitments.get("com-2") == large


def test_keeps_the_history_in_the_order_it_was_added(store: DatabaseStore) -> None:
    entries = [things.change(number) for number in (2, 1, 3)]
    with store.unit() as unit:
        for entry in entries:
            unit.changes.add(entry)
        assert unit.changes.batch("batch-1") == entries
        unit.changes.add(things.change(4, batch="batch-2"))
        assert [one.id for one in unit.changes.of("agreement", "agr-1")] == [
            "change-2",
            "change-1",
            "change-3",
            "change-4",
        ]


@pytest.mark.parametrize("statement", ["UPDATE changes SET verb = 'x'", "DELETE FROM changes"])
def test_refuses_to_change_the_history(store: DatabaseStore, statement: str) -> None:
    with store.unit() as unit:
        unit.changes.add(things.change(1))
    with pytest.raises(Conflict), store.unit() as unit, connection.cursor() as cursor:
        cursor.execute(statement)
    with store.unit() as unit:
        assert unit.changes.batch("batch-1") == [things.change(1)]


def test_lets_one_of_two_officers_through(register: DatabaseStore) -> None:
    """Two threads read the same draft and save it at the same moment, again and again."""
    barrier = threading.Barrier(2)
    told: list[str] = []

    def officer() -> None:
        try:
            barrier.wait()
            with register.unit() as unit:
                unit.drafts.save(things.DRAFT)
            told.append("saved")
        except Conflict as conflict:
            told.append(conflict.code)
        finally:
            connections.close_all()

    officers = [threading.Thread(target=officer) for _ in range(2)]
    for thread in officers:
        thread.start()
    for thread in officers:
        thread.join()
    assert sorted(told) == ["error.changed-meanwhile", "saved"]
