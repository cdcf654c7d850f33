from __future__ import annotations

from datetime import date

import pytest

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.codes import AgreementType, Mode
from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed, NotFound
from nhipcau.programme.attach_text import attach_text
from nhipcau.programme.edit_agreement import edit_agreement
from nhipcau.programme.link_renewal import link_renewal
from nhipcau.programme.office import Office
from nhipcau.programme.record_review import record_review
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import (
    ADVISER,
    ANPHU,
    MIRAE,
    OFFICER,
    SONGHAN,
    TODAY,
    VIEWER,
    agreement,
    document,
)


@pytest.fixture
def known(memory: MemoryStore) -> Agreement:
    memory.put(SONGHAN, MIRAE, ANPHU, agreement())
    return agreement()


def test_sets_the_given_parts_alone(office: Office, memory: MemoryStore, known: Agreement) -> None:
    edited = edit_agreement(
        office,
        OFFICER,
        known.id,
        version=1,
        title="Thỏa thuận mới",
        type="contract",
        signed="12/9/2024",
        term_months="24",
        city="",
        venue="Trung tâm hội nghị",
        mode="in-person",
        sectors=["ev", "ev"],
        witnesses="Sở Công Thương\nĐại sứ quán",
    )
    assert (edited.title, edited.type, edited.status) == ("Thỏa thuận mới", AgreementType.CONTRACT, known.status)
    assert (edited.signed, edited.term_months, edited.expires_on) == ("2024-09-12", 24, date(2026, 9, 12))
    assert edited.place is not None
    assert (edited.place.venue, edited.place.city, edited.place.country) == ("Trung tâm hội nghị", None, "VN")
    assert edited.place.mode is Mode.IN_PERSON
    assert (edited.sectors, edited.witnesses) == (("ev",), ("Sở Công Thương", "Đại sứ quán"))
    assert edited.version == 2
    assert memory.tables.changes[-1].verb == "edit-agreement"


def test_the_day_of_expiry_may_be_given(office: Office, known: Agreement) -> None:
    edited = edit_agreement(office, OFFICER, known.id, version=1, term_months="24", expires_on="2030-01-01")
    assert edited.expires_on == date(2030, 1, 1)
    cleared = edit_agreement(office, OFFICER, known.id, version=2, term_months=None)
    assert (cleared.term_months, cleared.expires_on) == (None, None)


def test_says_all_mistakes_at_once(office: Office, memory: MemoryStore, known: Agreement) -> None:
    with pytest.raises(InvalidFields) as told:
        edit_agreement(
            office,
            OFFICER,
            known.id,
            version=1,
            title="",
            type="treaty",
            status="planned",
            signed="hôm qua",
            term_months="-1",
            country="Việt Nam",
            sectors=["magic"],
            party_ids=["nobody"],
            colour="red",  # type: ignore[call-arg]  # a script may send anything
        )
    assert {name: message.code for name, message in told.value.fields.items()} == {
        "title": "field.required",
        "type": "field.code-unknown",
        "status": "field.code-unknown",
        "signed": "field.date-malformed",
        "term_months": "field.number-between",
        "country": "field.country-malformed",
        "sectors": "field.code-unknown",
        "party_ids": "field.organisation-unknown",
        "colour": "field.unknown",
    }
    assert memory.tables.agreements[known.id] == known
    assert memory.tables.changes == []


def test_sets_the_parties(office: Office, known: Agreement) -> None:
    edited = edit_agreement(office, OFFICER, known.id, version=1, party_ids=[MIRAE.id, ANPHU.id])
    assert [party.name for party in edited.parties] == ["미래세라믹연구원", "Công ty TNHH An Phú"]
    with pytest.raises(InvalidFields):
        edit_agreement(office, OFFICER, known.id, version=2, party_ids=[])


def test_saying_the_same_changes_nothing(office: Office, memory: MemoryStore, known: Agreement) -> None:
    assert edit_agreement(office, OFFICER, known.id, version=1, title=known.title) == known
    assert memory.tables.changes == []


def test_an_older_version_is_a_conflict(office: Office, known: Agreement) -> None:
    edit_agreement(office, OFFICER, known.id, version=1, title="A")
    with pytest.raises(Conflict, match="changed-meanwhile"):
        edit_agreement(office, OFFICER, known.id, version=1, title="B")


@pytest.mark.parametrize("actor", [ADVISER, VIEWER])
def test_only_officers_edit(office: Office, known: Agreement, actor: object) -> None:
    with pytest.raises(NotAllowed):
        edit_agreement(office, actor, known.id, version=1, title="A")  # type: ignore[arg-type]  # parametrised


def test_records_a_review_but_not_of_a_day_to_come(office: Office, known: Agreement) -> None:
    assert record_review(office, OFFICER, known.id, on="01/03/2026").reviewed_on == date(2026, 3, 1)
    with pytest.raises(InvalidFields):
        record_review(office, OFFICER, known.id, on="2026-03-03")
    with pytest.raises(InvalidFields):
        record_review(office, OFFICER, known.id, on="")
    with pytest.raises(NotFound):
        record_review(office, OFFICER, "nothing", on=TODAY)


# --- renewals


def chain(memory: MemoryStore) -> None:
    memory.put(SONGHAN, MIRAE, agreement("agr-1", signed="2020"), agreement("agr-2", signed="2022"), agreement("agr-3"))


def test_renewals_form_a_chain(office: Office, memory: MemoryStore) -> None:
    chain(memory)
    assert link_renewal(office, OFFICER, "agr-2", renewal_of="agr-1").renewal_of == "agr-1"
    assert link_renewal(office, OFFICER, "agr-3", renewal_of="agr-2", version=1).renewal_of == "agr-2"
    assert link_renewal(office, OFFICER, "agr-3", renewal_of=None).renewal_of is None


def test_a_chain_does_not_fork(office: Office, memory: MemoryStore) -> None:
    chain(memory)
    link_renewal(office, OFFICER, "agr-2", renewal_of="agr-1")
    with pytest.raises(Conflict, match="already-renewed"):
        link_renewal(office, OFFICER, "agr-3", renewal_of="agr-1")


def test_a_chain_has_no_cycle(office: Office, memory: MemoryStore) -> None:
    memory.put(SONGHAN, MIRAE, agreement("agr-1", signed=None), agreement("agr-2", signed=None))
    link_renewal(office, OFFICER, "agr-2", renewal_of="agr-1")
    with pytest.raises(Conflict, match="renewal-cycle"):
        link_renewal(office, OFFICER, "agr-1", renewal_of="agr-2")
    with pytest.raises(Conflict, match="renewal-cycle"):
        link_renewal(office, OFFICER, "agr-1", renewal_of="agr-1")


def test_a_renewal_is_not_signed_before(office: Office, memory: MemoryStore) -> None:
    chain(memory)
    with pytest.raises(Conflict, match="renewal-before"):
        link_renewal(office, OFFICER, "agr-1", renewal_of="agr-2")


def test_what_is_renewed_must_be_there(office: Office, memory: MemoryStore) -> None:
    chain(memory)
    memory.put(agreement("agr-9", demo=True))
    with pytest.raises(InvalidFields):
        link_renewal(office, OFFICER, "agr-1", renewal_of="nothing")
    with pytest.raises(Conflict, match="demo-mixed"):
        link_renewal(office, OFFICER, "agr-1", renewal_of="agr-9")


# --- parallel texts


def test_a_text_is_attached_once(office: Office, memory: MemoryStore, known: Agreement) -> None:
    memory.put(document())
    attached = attach_text(office, OFFICER, known.id, "doc-1")
    assert [(item.subject, item.document_id, item.span) for item in attached.evidence] == [("text", "doc-1", None)]
    assert attach_text(office, OFFICER, known.id, "doc-1") == attached
    with pytest.raises(NotFound):
        attach_text(office, OFFICER, known.id, "nothing")
