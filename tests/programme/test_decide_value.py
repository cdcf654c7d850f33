from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.facts.codes import AgreementStatus
from nhipcau.facts.draft import Decision, Draft, DraftList, DraftValue
from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed, NotFound
from nhipcau.facts.reading import DateRead
from nhipcau.facts.state import State
from nhipcau.programme.add_value import add_value
from nhipcau.programme.confirm_draft import confirm_draft
from nhipcau.programme.decide_value import decide_value
from nhipcau.programme.not_the_same import not_the_same
from nhipcau.programme.office import Office
from nhipcau.programme.reject_draft import reject_draft
from nhipcau.programme.reopen_draft import reopen_draft
from tests.programme.memory_store import MemoryStore
from tests.programme.reports import READING, decided, receive, saying
from tests.programme.samples import ADVISER, OFFICER, OTHER_OFFICER, TEXT


def value(draft: Draft, key: str) -> DraftValue:
    return next(item for item in draft.values if item.key == key)


def test_accepts_and_takes_the_word_back(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory)[0]
    accepted = decide_value(office, OFFICER, draft.id, "date", decision=Decision.ACCEPTED, version=1)
    assert value(accepted, "date").decision is Decision.ACCEPTED
    again = decide_value(office, OFFICER, draft.id, "date", decision=Decision.PENDING, version=2)
    assert again.values == draft.values


def test_a_change_keeps_what_the_reader_said(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory)[0]
    changed = decide_value(
        office, OFFICER, draft.id, "party-1", decision=Decision.CHANGED, content={"country": "vn"}, version=1
    )
    party = value(changed, "party-1")
    assert (party.content["country"], party.content["name"]) == ("VN", "Viện Gốm sứ Mirae")
    assert party.read == value(draft, "party-1").content
    assert party.origin[-1].params["detail"] == "Lan"
    twice = decide_value(
        office, OFFICER, draft.id, "party-1", decision=Decision.CHANGED, content={"country": "JP"}, version=2
    )
    assert value(twice, "party-1").read == value(draft, "party-1").content
    back = decide_value(office, OFFICER, draft.id, "party-1", decision=Decision.PENDING, version=3)
    assert back.values == draft.values


def test_what_the_person_did_not_touch_stays_as_it_was_read(office: Office, memory: MemoryStore) -> None:
    figure = replace(READING.figures[0], value=1.125, as_of="2018/2023")
    draft = receive(memory, replace(READING, figures=(figure,)))[0]
    read = dict(value(draft, "figure-0").content)
    whole = decide_value(
        office, OFFICER, draft.id, "figure-0", decision=Decision.CHANGED, content={**read, "unit": "kỹ sư"}, version=1
    )
    assert value(whole, "figure-0").content == {**read, "unit": "kỹ sư"}
    typed = decide_value(
        office, OFFICER, draft.id, "figure-0", decision=Decision.CHANGED, content={"value": "1.126"}, version=2
    )
    assert value(typed, "figure-0").content["value"] == "1126"


def test_a_quote_moves_the_span(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory, saying(date=DateRead()))[0]
    changed = decide_value(
        office,
        OFFICER,
        draft.id,
        "date",
        decision=Decision.CHANGED,
        content={"value": "12/9/2024", "quote": "Ngày 12/9/2024"},
        version=1,
    )
    date = value(changed, "date")
    assert (date.content["value"], date.content["precision"], date.state) == ("2024-09-12", "day", State.STATED)
    assert date.span is not None
    assert TEXT[date.span.start : date.span.end] == date.span.quote == "Ngày 12/9/2024"
    back = decide_value(office, OFFICER, draft.id, "date", decision=Decision.PENDING, version=2)
    assert back.values == draft.values


def test_a_quote_that_is_not_in_the_text_is_refused_with_all_other_mistakes(
    office: Office, memory: MemoryStore
) -> None:
    draft = receive(memory)[0]
    with pytest.raises(InvalidFields) as told:
        decide_value(
            office,
            OFFICER,
            draft.id,
            "date",
            decision=Decision.CHANGED,
            content={"value": "hôm nọ", "quote": "không có"},
            version=1,
        )
    assert {name: message.code for name, message in told.value.fields.items()} == {
        "value": "field.date-malformed",
        "quote": "field.quote-not-in-text",
    }
    assert memory.tables.drafts[draft.id] == draft


def test_a_value_without_a_quote_is_derived_from_the_person(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory, saying(date=DateRead()))[0]
    changed = decide_value(
        office, OFFICER, draft.id, "date", decision=Decision.CHANGED, content={"value": "2024"}, version=1
    )
    assert (value(changed, "date").state, value(changed, "date").span) == (State.DERIVED, None)


def test_a_planned_draft_changes_its_list_with_its_status(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory, saying(status=AgreementStatus.PLANNED))[0]
    assert draft.list is DraftList.PLANNED
    changed = decide_value(
        office, OFFICER, draft.id, "status", decision=Decision.CHANGED, content={"status": "signed"}, version=1
    )
    assert changed.list is DraftList.AGREEMENT


def test_the_other_officer_is_told_that_it_changed(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory)[0]
    decide_value(office, OFFICER, draft.id, "date", decision=Decision.ACCEPTED, version=1)
    with pytest.raises(Conflict, match="changed-meanwhile"):
        decide_value(office, OTHER_OFFICER, draft.id, "date", decision=Decision.REJECTED, version=1)


def test_an_adviser_does_not_decide(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory)[0]
    with pytest.raises(NotAllowed):
        decide_value(office, ADVISER, draft.id, "date", decision=Decision.ACCEPTED, version=1)


@pytest.mark.parametrize(("draft_id", "key"), [("nothing", "date"), ("doc-1-draft-0", "nothing")])
def test_what_is_not_there_is_not_found(office: Office, memory: MemoryStore, draft_id: str, key: str) -> None:
    receive(memory)
    with pytest.raises(NotFound):
        decide_value(office, OFFICER, draft_id, key, decision=Decision.ACCEPTED, version=1)


def test_adds_a_value_in_its_place(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory, saying(witnesses=()))[0]
    added = add_value(
        office, OFFICER, draft.id, field="witness", content={"name": "Đại sứ quán", "quote": "Sông Hàn"}, version=1
    )
    witness = value(added, "witness-0")
    assert (witness.state, witness.decision, witness.added_by) == (State.STATED, Decision.CHANGED, "Lan")
    assert [item.key for item in added.values if item.field == "witness"] == ["witness-0"]
    more = add_value(office, OFFICER, draft.id, field="witness", content={"name": "Sở Ngoại vụ"}, version=2)
    assert (value(more, "witness-1").state, value(more, "witness-1").span) == (State.DERIVED, None)
    fields = [item.field for item in more.values]
    assert fields == sorted(fields, key=fields.index)


def test_a_single_field_has_one_value(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory)[0]
    with pytest.raises(InvalidFields) as told:
        add_value(office, OFFICER, draft.id, field="date", content={"value": "2024"}, version=1)
    assert told.value.fields["field"].code == "field.already-there"
    with pytest.raises(InvalidFields):
        add_value(office, OFFICER, draft.id, field="weather", content={}, version=1)


def test_an_article_without_an_agreement_can_still_become_one(office: Office, memory: MemoryStore) -> None:
    empty = receive(memory, replace(READING, agreements=()))[0]
    assert empty.list is DraftList.NONE
    version = 1
    for field, content in (
        ("type", {"type": "MOU"}),
        ("status", {"status": "signed"}),
        ("party", {"name": "Viện A", "country": "VN"}),
    ):
        empty = add_value(office, OFFICER, empty.id, field=field, content=content, version=version)
        version = empty.version
    assert empty.list is DraftList.AGREEMENT
    assert confirm_draft(office, OFFICER, empty.id, version=version).title == "Viện A"


def test_a_rejected_draft_is_reopened(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory)[0]
    rejected = reject_draft(office, OFFICER, draft.id, version=1, reason="Tin quảng cáo")
    assert (rejected.reason, rejected.decided_by) == ("Tin quảng cáo", "Lan")
    opened = reopen_draft(office, OFFICER, draft.id, version=2)
    assert (opened.state, opened.reason, opened.decided_by) == (draft.state, "", None)


def test_a_confirmed_draft_is_not_reopened(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    confirm_draft(office, OFFICER, draft.id, version=draft.version)
    with pytest.raises(Conflict, match="draft-confirmed"):
        reopen_draft(office, OFFICER, draft.id, version=memory.tables.drafts[draft.id].version)


def test_a_declined_proposal_does_not_come_back(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory)
    made = confirm_draft(office, OFFICER, first.id, version=first.version)
    second = receive(memory, key="doc-2")[0]
    assert second.proposal is not None
    declined = not_the_same(office, OFFICER, second.id, version=second.version)
    assert (declined.proposal, declined.rejected_pairs) == (None, (made.id,))
    changed = decide_value(
        office, OFFICER, second.id, "date", decision=Decision.CHANGED, content={"value": "2024-09"}, version=2
    )
    assert changed.proposal is None
    with pytest.raises(Conflict, match="no-proposal"):
        not_the_same(office, OFFICER, second.id, version=changed.version)
