from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nhipcau.facts.errors import InvalidFields, NotAllowed, NotFound
from nhipcau.facts.organisation import Identifier
from nhipcau.programme.choose_value import choose_value, revoke_choice
from nhipcau.programme.merge_organisations import merge_organisations
from nhipcau.programme.office import Office
from nhipcau.programme.queries.organisation_page import organisation_page
from nhipcau.programme.views import FieldClaims
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ANPHU, ENTERPRISE, OFFICER, TODAY, VIEWER, source_record

BODY = replace(ANPHU, address="12 Lê Lợi, Hải Phòng", phone="0225 1")
NEWER = source_record("src-2", BODY, received_on=date(2026, 2, 1), address="KCN Nomura", phone=None, identifiers=())
OLDER = source_record("src-1", BODY, received_on=date(2025, 1, 1), phone="0225 2")


def claims(office: Office, field: str) -> FieldClaims:
    view = organisation_page(office, OFFICER, BODY.id)
    return next(claims for claims in view.claims if claims.field == field)


@pytest.fixture
def filled(memory: MemoryStore) -> MemoryStore:
    memory.put(BODY, NEWER, OLDER)
    return memory


@pytest.mark.usefixtures("filled")
def test_conflicting_values_stand_beside_their_sources(office: Office) -> None:
    address = claims(office, "address")
    assert address.disputed
    assert [(claim.value, claim.shown) for claim in address.claims] == [
        ("12 Lê Lợi, Hải Phòng", True),
        ("KCN Nomura", False),
    ]
    assert address.claims[0].sources == ((OLDER.source, OLDER.received_on),)
    assert address.claims[1].sources == ((NEWER.source, NEWER.received_on),)


@pytest.mark.usefixtures("filled")
def test_a_value_that_the_register_alone_has_is_its_own(office: Office) -> None:
    assert [(claim.value, claim.sources) for claim in claims(office, "phone").claims] == [
        ("0225 1", (("", None),)),
        ("0225 2", ((OLDER.source, OLDER.received_on),)),
    ]


@pytest.mark.usefixtures("filled")
def test_a_field_that_all_agree_on_is_not_disputed(office: Office) -> None:
    assert not claims(office, "identifier:VN-MST").disputed


def test_the_choice_of_the_office_is_shown_and_recorded(office: Office, filled: MemoryStore) -> None:
    chosen = choose_value(office, OFFICER, BODY.id, field="address", value="KCN Nomura")
    assert chosen.address == "KCN Nomura"
    assert [(one.field, one.value, one.chosen_by, one.chosen_on) for one in chosen.chosen] == [
        ("address", "KCN Nomura", OFFICER.name, TODAY)
    ]
    assert filled.tables.changes[-1].verb == "choose-value"
    assert [(claim.value, claim.shown, claim.chosen) for claim in claims(office, "address").claims] == [
        ("KCN Nomura", True, True),
        ("12 Lê Lợi, Hải Phòng", False, False),
    ]


@pytest.mark.usefixtures("filled")
def test_a_choice_taken_back_shows_what_was_shown_before(office: Office) -> None:
    choose_value(office, OFFICER, BODY.id, field="phone", value="0225 2")
    # What only the register had is still there to choose.
    assert {claim.value for claim in claims(office, "phone").claims} == {"0225 1", "0225 2"}
    choose_value(office, OFFICER, BODY.id, field="phone", value="0225 1")
    body = revoke_choice(office, OFFICER, BODY.id, field="phone")
    assert (body.phone, body.chosen) == ("0225 1", ())


def test_of_two_numbers_the_office_chooses_one(office: Office, memory: MemoryStore) -> None:
    first = replace(ANPHU, identifiers=(Identifier("VN-MST", "0100109106"),))
    second = replace(ANPHU, id="org-z", identifiers=(Identifier("VN-MST", "0101243150"),))
    memory.put(first, second)
    merge_organisations(office, OFFICER, first.id, second.id, despite=True)
    body = choose_value(office, OFFICER, first.id, field="identifier:VN-MST", value="0101243150")
    assert body.identifiers == (Identifier("VN-MST", "0101243150"),)
    assert revoke_choice(office, OFFICER, first.id, field="identifier:VN-MST").identifiers == first.identifiers


@pytest.mark.usefixtures("filled")
def test_nobody_chooses_what_nobody_says(office: Office) -> None:
    with pytest.raises(InvalidFields):
        choose_value(office, OFFICER, BODY.id, field="address", value="Mặt trăng")
    with pytest.raises(InvalidFields):
        choose_value(office, OFFICER, BODY.id, field="merged_into", value="x")
    with pytest.raises(NotFound):
        revoke_choice(office, OFFICER, BODY.id, field="address")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("actor", [VIEWER, ENTERPRISE])
def test_only_officers_choose(office: Office, actor: object) -> None:
    with pytest.raises(NotAllowed):
        choose_value(office, actor, BODY.id, field="address", value="KCN Nomura")  # type: ignore[arg-type]  # an actor


@pytest.mark.usefixtures("filled")
def test_an_enterprise_learns_no_sources(office: Office) -> None:
    view = organisation_page(office, ENTERPRISE, BODY.id)
    assert (view.sources, view.members, view.merges, view.doubts, view.claims) == ((), (), (), (), ())
