from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from nhipcau.facts.draft import Decision, DraftState
from nhipcau.facts.errors import Conflict, NotAllowed, NotFound
from nhipcau.facts.market import Need, Offer
from nhipcau.facts.reading import DateRead
from nhipcau.programme.concretise_commitment import concretise_commitment
from nhipcau.programme.confirm_draft import confirm_draft
from nhipcau.programme.decide_pair import decide_pair
from nhipcau.programme.decide_value import decide_value
from nhipcau.programme.edit_organisation import edit_organisation
from nhipcau.programme.link_renewal import link_renewal
from nhipcau.programme.log_activity import log_activity
from nhipcau.programme.office import Office
from nhipcau.programme.receive_text import receive_text
from nhipcau.programme.registering.organisations import organisations_of
from nhipcau.programme.remove_activity import remove_activity
from nhipcau.programme.remove_demo import remove_demo
from nhipcau.programme.undo import undo
from nhipcau.programme.work import work
from tests.programme.memory_store import MemoryStore
from tests.programme.memory_tables import Tables
from tests.programme.reports import decided, receive, saying
from tests.programme.samples import (
    ADVISER,
    ANPHU,
    MIRAE,
    OFFICER,
    SONGHAN,
    TODAY,
    activity,
    agreement,
    commitment,
    need,
    offer,
    source_record,
)


def last_batch(memory: MemoryStore) -> str:
    return memory.tables.changes[-1].batch


def things(tables: Tables) -> dict[str, object]:
    """Return everything but the history and the versions."""
    kinds = ("documents", "drafts", "organisations", "people", "agreements", "commitments", "activities")
    return {kind: {key: replace(thing, version=0) for key, thing in getattr(tables, kind).items()} for kind in kinds}


def test_undoing_a_confirmation_reopens_the_draft(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    before = things(memory.tables)
    confirm_draft(office, OFFICER, draft.id, version=draft.version)
    undo(office, OFFICER, last_batch(memory))
    assert things(memory.tables) == before
    assert memory.tables.drafts[draft.id].state is DraftState.OPEN
    assert memory.tables.drafts[draft.id].version > draft.version


def test_undoing_the_undo_brings_it_back(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    confirm_draft(office, OFFICER, draft.id, version=draft.version)
    after = things(memory.tables)
    way_back = undo(office, OFFICER, last_batch(memory))
    undo(office, OFFICER, way_back)
    assert things(memory.tables) == after


def test_the_history_says_what_was_undone(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    confirm_draft(office, OFFICER, draft.id, version=draft.version)
    batch = last_batch(memory)
    way_back = undo(office, OFFICER, batch)
    entries = [change for change in memory.tables.changes if change.batch == way_back]
    assert {change.undoes for change in entries} == {batch}
    assert {change.verb for change in entries} == {"undo"}


def test_a_second_report_is_taken_out_again(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory)
    made = confirm_draft(office, OFFICER, first.id, version=first.version)
    second = decided(office, memory, key="doc-2")
    confirm_draft(office, OFFICER, second.id, version=second.version, same_as=made.id)
    undo(office, OFFICER, last_batch(memory))
    assert replace(memory.tables.agreements[made.id], version=1) == made
    assert memory.tables.drafts[second.id].agreement_id is None


def test_a_proposal_goes_with_its_agreement_and_comes_back(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory)
    waiting = receive(memory, key="doc-2")[0]
    confirm_draft(office, OFFICER, first.id, version=first.version)
    assert memory.tables.drafts[waiting.id].proposal is not None
    way_back = undo(office, OFFICER, last_batch(memory))
    assert memory.tables.drafts[waiting.id].proposal is None
    undo(office, OFFICER, way_back)
    assert memory.tables.drafts[waiting.id].proposal is not None


def test_organisations_that_others_use_by_now_stay(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory)
    confirm_draft(office, OFFICER, first.id, version=first.version)
    batch = last_batch(memory)
    second = decided(office, memory, saying(date=DateRead(value="2025")), key="doc-2")
    kept = confirm_draft(office, OFFICER, second.id, version=second.version)
    undo(office, OFFICER, batch)
    assert list(memory.tables.agreements) == [kept.id]
    assert len(memory.tables.organisations) == 2
    assert len(memory.tables.people) == 1


def test_a_doubtful_pair_goes_with_its_body_even_when_it_was_decided(office: Office, memory: MemoryStore) -> None:
    memory.put(replace(SONGHAN, names=(replace(SONGHAN.names[0], text="Chungbuk Technopark"),), country="KR"))
    with work(office, OFFICER, "confirm-draft") as opened:
        (body,) = organisations_of(
            opened, [{"name": "Chungbuk Techno Park", "country": "KR"}], language="en", demo=False
        )
    (pair,) = memory.tables.doubts
    decide_pair(office, OFFICER, pair, "later")
    made = memory.tables.changes[0].batch
    way_back = undo(office, OFFICER, made)
    assert (list(memory.tables.organisations), memory.tables.doubts) == ([SONGHAN.id], {})
    undo(office, OFFICER, way_back)
    assert body.id in memory.tables.organisations
    assert list(memory.tables.doubts) == [pair]


def test_a_body_that_a_source_speaks_of_by_now_stays(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    confirmed = confirm_draft(office, OFFICER, draft.id, version=draft.version)
    batch = last_batch(memory)
    body = memory.tables.organisations[confirmed.parties[0].organisation_id]
    memory.put(source_record("src-1", body))
    undo(office, OFFICER, batch)
    assert list(memory.tables.organisations) == [body.id]


def test_what_moved_since_is_named(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    confirm_draft(office, OFFICER, draft.id, version=draft.version)
    batch = last_batch(memory)
    commitment_id = next(iter(memory.tables.commitments))
    concretise_commitment(office, OFFICER, commitment_id, version=1, unit="kỹ sư")
    with pytest.raises(Conflict) as told:
        undo(office, OFFICER, batch)
    assert told.value.code == "error.undo-moved"
    assert told.value.message.params == {"kind": "commitment", "id": commitment_id}
    assert memory.tables.drafts[draft.id].state is DraftState.CONFIRMED


def test_what_others_rest_on_stays(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    made = confirm_draft(office, OFFICER, draft.id, version=draft.version)
    batch = last_batch(memory)
    commitment_id = next(iter(memory.tables.commitments))
    logged = log_activity(office, OFFICER, commitment_id, on=TODAY, note="Khóa")
    with pytest.raises(Conflict, match="undo-moved"):
        undo(office, OFFICER, batch)
    remove_activity(office, OFFICER, logged.id, version=1)
    memory.put(agreement("agr-9", *memory.tables.organisations.values(), signed=None))
    link_renewal(office, OFFICER, "agr-9", renewal_of=made.id)
    with pytest.raises(Conflict, match="undo-moved"):
        undo(office, OFFICER, batch)


def test_a_batch_is_undone_once(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    confirm_draft(office, OFFICER, draft.id, version=draft.version)
    batch = last_batch(memory)
    undo(office, OFFICER, batch)
    with pytest.raises(Conflict):
        undo(office, OFFICER, batch)


def test_a_decision_on_one_value_is_undone(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory)[0]
    decide_value(office, OFFICER, draft.id, "date", decision=Decision.REJECTED, version=1)
    undo(office, OFFICER, last_batch(memory))
    assert memory.tables.drafts[draft.id].values == draft.values


def test_a_removed_activity_comes_back(office: Office, memory: MemoryStore) -> None:
    memory.put(SONGHAN, MIRAE, agreement(), commitment(), activity(quantity=Decimal("1.5")))
    remove_activity(office, OFFICER, "act-1", version=1)
    undo(office, OFFICER, last_batch(memory))
    assert replace(memory.tables.activities["act-1"], version=1) == activity(quantity=Decimal("1.5"))


def test_an_edited_organisation_that_moved_again_is_a_conflict(office: Office, memory: MemoryStore) -> None:
    memory.put(MIRAE)
    edit_organisation(office, OFFICER, MIRAE.id, version=1, place="Jinju")
    batch = last_batch(memory)
    edit_organisation(office, OFFICER, MIRAE.id, version=2, place="Seoul")
    with pytest.raises(Conflict, match="undo-moved"):
        undo(office, OFFICER, batch)
    undo(office, OFFICER, last_batch(memory))
    undo(office, OFFICER, batch)
    assert memory.tables.organisations[MIRAE.id].place is None


def test_a_received_document_is_taken_out_while_nothing_rests_on_it(office: Office, memory: MemoryStore) -> None:
    received = receive_text(office, OFFICER, "Một bài báo không có thỏa thuận nào.")
    batch = last_batch(memory)
    undo(office, OFFICER, batch)
    assert (memory.tables.documents, memory.tables.drafts) == ({}, {})
    assert received.document.id not in memory.tables.documents


def test_removed_demo_things_come_back(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory, demo=True)
    confirm_draft(office, OFFICER, draft.id, version=draft.version)
    full = things(memory.tables)
    removed = remove_demo(office, OFFICER)
    undo(office, OFFICER, removed.batch)
    assert things(memory.tables) == full


def test_who_may_not_undo_does_not(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    confirm_draft(office, OFFICER, draft.id, version=draft.version)
    with pytest.raises(NotAllowed):
        undo(office, ADVISER, last_batch(memory))
    with pytest.raises(NotFound):
        undo(office, OFFICER, "nothing")


@pytest.mark.parametrize("thing", [need(agreement_id="agr-1"), offer(agreement_id="agr-1")])
def test_an_agreement_that_a_need_or_an_offer_belongs_under_stays(
    office: Office, memory: MemoryStore, thing: Need | Offer
) -> None:
    memory.put(ANPHU, SONGHAN, MIRAE)
    with work(office, OFFICER, "confirm-draft") as opened:
        opened.add(agreement())
    batch = last_batch(memory)
    memory.put(thing)
    with pytest.raises(Conflict, match="undo-moved"):
        undo(office, OFFICER, batch)


def test_a_body_that_came_along_stays_where_a_need_is_its(office: Office, memory: MemoryStore) -> None:
    with work(office, OFFICER, "confirm-draft") as opened:
        opened.add(SONGHAN)
        opened.add(ANPHU)
        opened.add(agreement("agr-1", SONGHAN, ANPHU))
    batch = last_batch(memory)
    memory.put(need())
    undo(office, OFFICER, batch)
    assert list(memory.tables.organisations) == [ANPHU.id]
