from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from nhipcau.facts.codes import Strength
from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed, NotFound
from nhipcau.programme.abandon_commitment import abandon_commitment
from nhipcau.programme.add_commitment import add_commitment
from nhipcau.programme.concretise_commitment import concretise_commitment
from nhipcau.programme.office import Office
from nhipcau.programme.resume_commitment import resume_commitment
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import (
    ADVISER,
    ENTERPRISE,
    MIRAE,
    OFFICER,
    SONGHAN,
    TODAY,
    agreement,
    commitment,
    concrete,
)


@pytest.fixture(autouse=True)
def _register(memory: MemoryStore) -> None:
    memory.put(SONGHAN, MIRAE, agreement(), commitment())


def test_takes_any_subset(office: Office) -> None:
    owned = concretise_commitment(office, OFFICER, "com-1", version=1, owner_id=MIRAE.id)
    assert (owned.owner_id, owned.quantity, owned.due_on) == (MIRAE.id, None, None)
    whole = concretise_commitment(
        office, OFFICER, "com-1", version=2, quantity="1.500", unit="kỹ sư", due_on="31/12/2026"
    )
    assert (whole.owner_id, whole.quantity, whole.unit, whole.due_on) == (
        MIRAE.id,
        Decimal(1500),
        "kỹ sư",
        date(2026, 12, 31),
    )


def test_each_part_may_be_cleared(office: Office, memory: MemoryStore) -> None:
    memory.put(concrete("com-2"))
    cleared = concretise_commitment(
        office, OFFICER, "com-2", version=1, owner_id=None, quantity="", unit=None, due_on=""
    )
    assert (cleared.owner_id, cleared.quantity, cleared.unit, cleared.due_on) == (None, None, None, None)


def test_says_all_mistakes_at_once(office: Office, memory: MemoryStore) -> None:
    with pytest.raises(InvalidFields) as told:
        concretise_commitment(
            office, OFFICER, "com-1", version=1, owner_id="nobody", quantity="-5", unit="x" * 101, due_on="2026-13-01"
        )
    assert {name: message.code for name, message in told.value.fields.items()} == {
        "owner_id": "field.organisation-unknown",
        "quantity": "field.quantity-positive",
        "unit": "field.too-long",
        "due_on": "field.date-malformed",
    }
    assert memory.tables.commitments["com-1"] == commitment()


def test_a_quantity_needs_its_unit(office: Office) -> None:
    with pytest.raises(InvalidFields) as told:
        concretise_commitment(office, OFFICER, "com-1", version=1, quantity=Decimal(3))
    assert told.value.fields["unit"].code == "field.unit-missing"


def test_the_second_officer_is_told(office: Office) -> None:
    concretise_commitment(office, OFFICER, "com-1", version=1, unit="kỹ sư")
    with pytest.raises(Conflict, match="changed-meanwhile"):
        concretise_commitment(office, OFFICER, "com-1", version=1, unit="người")


def test_who_may_not_see_it_does_not_find_it(office: Office) -> None:
    with pytest.raises(NotAllowed):
        concretise_commitment(office, ENTERPRISE, "com-1", version=1, unit="người")
    with pytest.raises(NotFound):
        concretise_commitment(office, OFFICER, "nothing", version=1, unit="người")


def test_is_abandoned_with_a_reason_and_resumed(office: Office) -> None:
    abandoned = abandon_commitment(office, OFFICER, "com-1", reason="Đối tác rút lui", version=1)
    assert (abandoned.abandoned_reason, abandoned.abandoned_on) == ("Đối tác rút lui", TODAY)
    with pytest.raises(Conflict, match="commitment-abandoned"):
        abandon_commitment(office, OFFICER, "com-1", reason="Lại nữa", version=2)
    resumed = resume_commitment(office, OFFICER, "com-1", version=2)
    assert (resumed.abandoned_reason, resumed.abandoned_on) == (None, None)
    with pytest.raises(Conflict, match="commitment-not-abandoned"):
        resume_commitment(office, OFFICER, "com-1", version=3)


def test_is_not_abandoned_without_a_reason(office: Office) -> None:
    with pytest.raises(InvalidFields):
        abandon_commitment(office, OFFICER, "com-1", reason="  ", version=1)


def test_adds_a_promise_in_own_words(office: Office, memory: MemoryStore) -> None:
    added = add_commitment(
        office, OFFICER, "agr-1", code="consulting", text="Tư vấn tại 10 nhà máy", strength="purpose"
    )
    assert memory.tables.commitments[added.id] == added
    assert (added.strength, added.owner_id, added.demo) == (Strength.PURPOSE, None, False)
    with pytest.raises(InvalidFields) as told:
        add_commitment(office, OFFICER, "agr-1", code="magic", text="", strength="benefit")
    assert sorted(told.value.fields) == ["code", "strength", "text"]
    with pytest.raises(NotAllowed):
        add_commitment(office, ADVISER, "agr-1", code="consulting", text="Tư vấn")
