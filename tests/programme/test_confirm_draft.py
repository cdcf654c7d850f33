from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nhipcau.facts.codes import AgreementStatus, AgreementType, PersonFunction, Strength
from nhipcau.facts.commitment import CommitmentState
from nhipcau.facts.draft import Decision, DraftState
from nhipcau.facts.errors import Conflict, InvalidFields, NotAllowed
from nhipcau.facts.organisation import Name
from nhipcau.facts.reading import ActivityRead, DateRead, PartyRead, PlaceRead, TermRead
from nhipcau.facts.state import State
from nhipcau.programme.commitment_state import commitment_state
from nhipcau.programme.confirm_draft import confirm_draft
from nhipcau.programme.decide_all import decide_all
from nhipcau.programme.decide_value import decide_value
from nhipcau.programme.office import Office
from nhipcau.programme.reject_draft import reject_draft
from tests.programme.memory_store import MemoryStore
from tests.programme.reports import MCRI, READING, SHM, SIGNED, decided, receive, saying
from tests.programme.samples import (
    ADVISER,
    ENTERPRISE,
    OFFICER,
    OTHER_OFFICER,
    TODAY,
    VIEWER,
    agreement,
)


def test_makes_an_agreement_of_the_accepted_values(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    made = confirm_draft(office, OFFICER, draft.id, version=draft.version)
    organisations = memory.tables.organisations
    assert made.title == "SHM – MCRI"
    assert (made.type, made.status, made.signed) == (AgreementType.MOU, AgreementStatus.SIGNED, "2024-09-12")
    assert (made.term_months, made.expires_on) == (36, date(2027, 9, 12))
    assert [organisations[party.organisation_id].names for party in made.parties] == [
        (Name("Trung tâm Vật liệu Sông Hàn", "vi", "official"), Name("SHM", "und", "acronym")),
        (Name("Viện Gốm sứ Mirae", "vi", "official"), Name("MCRI", "und", "acronym")),
    ]
    assert made.parties[0].parent == "Sở Công Thương"
    assert [(person.name, person.function, person.org) for person in made.people] == [
        ("Hồ Văn Đàm", PersonFunction.SIGNATORY, "SHM")
    ]
    assert made.witnesses == ("Sở Công Thương",)
    assert made.sectors == ("materials",)
    assert [figure.value for figure in made.figures] == ["40"]
    assert [act.number for act in made.legal_acts] == ["115/NQ-CP"]
    assert memory.tables.agreements[made.id] == made


def test_promises_become_commitments_that_are_not_concretised(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    made = confirm_draft(office, OFFICER, draft.id, version=draft.version)
    commitments = list(memory.tables.commitments.values())
    assert [(item.code, item.strength, item.text) for item in commitments] == [
        ("training", Strength.COMMITMENT, "đào tạo"),
        ("joint-research", Strength.PURPOSE, "ký biên bản ghi nhớ"),
    ]
    assert {item.agreement_id for item in commitments} == {made.id}
    assert {commitment_state(item, (), TODAY) for item in commitments} == {CommitmentState.NOT_CONCRETISED}


def test_every_part_carries_its_evidence(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    made = confirm_draft(office, OFFICER, draft.id, version=draft.version)
    first, second = memory.tables.commitments
    assert [item.subject for item in made.evidence] == [
        "agreement",
        "date",
        "place",
        "term",
        f"party:{made.parties[0].organisation_id}",
        f"party:{made.parties[1].organisation_id}",
        f"person:{made.people[0].person_id}",
        "witness:Sở Công Thương",
        "sector:materials",
        "figure:0",
        "legal-act:115/NQ-CP",
        f"commitment:{first}",
        f"commitment:{second}",
        "benefit:enterprise-support",
    ]
    assert all(item.span is not None and item.confirmed_by == "Lan" for item in made.evidence)


def test_what_is_pending_or_rejected_stays_out(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory)[0]
    for key in ("type", "status", "party-0"):
        draft = decide_value(office, OFFICER, draft.id, key, decision=Decision.ACCEPTED, version=draft.version)
    draft = decide_value(office, OFFICER, draft.id, "party-1", decision=Decision.REJECTED, version=draft.version)
    made = confirm_draft(office, OFFICER, draft.id, version=draft.version)
    assert [party.name for party in made.parties] == ["Trung tâm Vật liệu Sông Hàn (SHM)"]
    assert (made.signed, made.people, made.sectors, made.figures) == (None, (), (), ())
    assert memory.tables.commitments == {}


def test_the_draft_says_who_confirmed_it(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    made = confirm_draft(office, OFFICER, draft.id, version=draft.version)
    kept = memory.tables.drafts[draft.id]
    assert (kept.state, kept.agreement_id, kept.decided_by) == (DraftState.CONFIRMED, made.id, "Lan")


def test_the_second_officer_is_told_who_was_first(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    confirm_draft(office, OFFICER, draft.id, version=draft.version)
    with pytest.raises(Conflict) as told:
        confirm_draft(office, OTHER_OFFICER, draft.id, version=draft.version)
    assert told.value.code == "error.draft-already-decided"
    assert told.value.message.params["by"] == "Lan"
    assert len(memory.tables.agreements) == 1


def test_an_older_version_is_a_conflict(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    with pytest.raises(Conflict, match="changed-meanwhile"):
        confirm_draft(office, OFFICER, draft.id, version=draft.version - 1)


def test_all_that_is_missing_is_said_at_once(office: Office, memory: MemoryStore) -> None:
    draft = receive(memory)[0]
    with pytest.raises(InvalidFields) as told:
        confirm_draft(office, OFFICER, draft.id, version=draft.version)
    assert {name: message.code for name, message in told.value.fields.items()} == {
        "type": "field.undecided",
        "status": "field.undecided",
        "party": "field.party-missing",
    }


def test_a_planned_signing_does_not_enter_the_register(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory, saying(status=AgreementStatus.PLANNED))
    with pytest.raises(InvalidFields) as told:
        confirm_draft(office, OFFICER, draft.id, version=draft.version)
    assert told.value.fields["status"].code == "field.status-planned"
    assert memory.tables.agreements == {}


@pytest.mark.parametrize("actor", [ADVISER, ENTERPRISE, VIEWER])
def test_only_officers_confirm(office: Office, memory: MemoryStore, actor: object) -> None:
    draft = decided(office, memory)
    with pytest.raises(NotAllowed):
        confirm_draft(office, actor, draft.id, version=draft.version)  # type: ignore[arg-type]  # parametrised
    assert memory.tables.agreements == {}


def test_a_known_organisation_is_found_by_name_and_learns_spellings(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory)
    made = confirm_draft(office, OFFICER, first.id, version=first.version)
    louder = replace(SHM, name="TRUNG TÂM VẬT LIỆU SÔNG HÀN", acronym=None)
    korean = replace(MCRI, name="미래세라믹연구원")
    second = decided(office, memory, saying(parties=(louder, korean), date=DateRead(value="2025-01-10")), key="doc-2")
    again = confirm_draft(office, OFFICER, second.id, version=second.version)
    assert [p.organisation_id for p in again.parties] == [p.organisation_id for p in made.parties]
    centre, institute = (memory.tables.organisations[party.organisation_id] for party in made.parties)
    assert Name("TRUNG TÂM VẬT LIỆU SÔNG HÀN", "vi", "alias") in centre.names
    assert Name("미래세라믹연구원", "ko", "alias") in institute.names
    assert len(memory.tables.organisations) == 2


@pytest.mark.parametrize(
    "party",
    [
        PartyRead(name="Viện Gốm sứ Mirai", country="KR", span=SIGNED),
        PartyRead(name="Viện khác", acronym="MCRI", country="VN", span=SIGNED),
        PartyRead(name="Viện khác", acronym="MCRI", span=SIGNED),
        PartyRead(name="Viện Gốm sứ Mirae", country="JP", span=SIGNED),
    ],
)
def test_merely_similar_organisations_stay_apart(office: Office, memory: MemoryStore, party: PartyRead) -> None:
    first = decided(office, memory)
    confirm_draft(office, OFFICER, first.id, version=first.version)
    second = decided(office, memory, saying(parties=(party,), date=DateRead(value="2025-01-10")), key="doc-2")
    confirm_draft(office, OFFICER, second.id, version=second.version)
    assert len(memory.tables.organisations) == 3


def test_a_person_of_the_same_body_is_the_same_person(office: Office, memory: MemoryStore) -> None:
    for key, year in (("doc-1", "2024"), ("doc-2", "2025")):
        draft = decided(office, memory, saying(date=DateRead(value=year)), key=key)
        confirm_draft(office, OFFICER, draft.id, version=draft.version)
    assert len(memory.tables.people) == 1


def test_a_namesake_of_another_body_is_another_person(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory)
    confirm_draft(office, OFFICER, first.id, version=first.version)
    person = replace(READING.agreements[0].people[0], org="MCRI")
    second = decided(office, memory, saying(people=(person,), date=DateRead(value="2025")), key="doc-2")
    confirm_draft(office, OFFICER, second.id, version=second.version)
    assert len(memory.tables.people) == 2


def test_one_batch_of_the_history_holds_all_that_was_touched(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    confirm_draft(office, OFFICER, draft.id, version=draft.version)
    changes = [change for change in memory.tables.changes if change.verb == "confirm-draft"]
    assert len({change.batch for change in changes}) == 1
    assert sorted(change.kind for change in changes) == sorted(
        ["organisation", "organisation", "person", "agreement", "commitment", "commitment", "draft"]
    )
    of_draft = next(change for change in changes if change.kind == "draft")
    assert of_draft.before is not None
    assert of_draft.after is not None
    assert (of_draft.before["state"], of_draft.after["state"]) == ("open", "confirmed")


# --- a second report of a known agreement


def test_a_second_report_is_proposed_with_reasons(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory)
    made = confirm_draft(office, OFFICER, first.id, version=first.version)
    second = receive(memory, key="doc-2")[0]
    assert second.proposal is not None
    assert second.proposal.agreement_id == made.id
    assert [message.code for message in second.proposal.reasons] == [
        "proposal.same-parties",
        "proposal.same-date",
        "proposal.same-type",
        "proposal.same-place",
        "proposal.same-people",
    ]
    assert second.proposal.contradictions == ()


def test_a_draft_that_came_before_the_agreement_gets_its_proposal(office: Office, memory: MemoryStore) -> None:
    waiting = receive(memory, key="doc-2")[0]
    first = decided(office, memory)
    made = confirm_draft(office, OFFICER, first.id, version=first.version)
    proposal = memory.tables.drafts[waiting.id].proposal
    assert waiting.proposal is None
    assert proposal is not None
    assert proposal.agreement_id == made.id


def test_a_second_report_adds_evidence_and_overwrites_nothing(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory)
    made = confirm_draft(office, OFFICER, first.id, version=first.version)
    second = decided(office, memory, key="doc-2")
    joined = confirm_draft(office, OFFICER, second.id, version=second.version, same_as=made.id)
    assert joined.id == made.id
    assert len(joined.evidence) == 2 * len(made.evidence)
    assert {item.document_id for item in joined.evidence} == {"doc-1", "doc-2"}
    assert {item.state for item in joined.evidence} == {State.STATED}
    assert replace(joined, evidence=(), version=1) == replace(made, evidence=(), version=1)
    assert len(memory.tables.commitments) == 2
    assert memory.tables.drafts[second.id].agreement_id == made.id


def test_what_contradicts_is_kept_as_disputed_evidence(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory)
    made = confirm_draft(office, OFFICER, first.id, version=first.version)
    figure = replace(READING.figures[0], value=50)
    told = replace(
        saying(
            type=AgreementType.AGREEMENT,
            date=DateRead(value="2024-09-13", precision="day", span=SIGNED),
            place=PlaceRead(city="Hà Nội", span=SIGNED),
            term=TermRead(value=2, unit="year", span=SIGNED),
            parties=(SHM, PartyRead(name="Viện Ceramic", country="KR", span=SIGNED)),
        ),
        figures=(figure,),
    )
    second = decided(office, memory, told, key="doc-2")
    joined = confirm_draft(office, OFFICER, second.id, version=second.version, same_as=made.id)
    disputed = {item.subject: item.says for item in joined.evidence if item.state is State.DISPUTED}
    assert disputed == {
        "agreement": "agreement",
        "date": "2024-09-13",
        "place": "Hà Nội",
        "term": "24",
        "party": "Viện Ceramic",
        "figure:0": "50 engineers",
    }
    assert replace(joined, evidence=(), version=1) == replace(made, evidence=(), version=1)
    assert len(memory.tables.organisations) == 2


def test_a_second_report_fills_in_what_was_unknown(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory, saying(date=DateRead(), place=None, people=(), sectors=()))
    made = confirm_draft(office, OFFICER, first.id, version=first.version)
    new_promise = ActivityRead(code="consulting", strength=Strength.COMMITMENT, span=SIGNED)
    second = decided(office, memory, saying(activities=(new_promise,)), key="doc-2")
    joined = confirm_draft(office, OFFICER, second.id, version=second.version, same_as=made.id)
    assert (made.signed, made.place, made.expires_on) == (None, None, None)
    assert (joined.signed, joined.expires_on) == ("2024-09-12", date(2027, 9, 12))
    assert joined.place is not None
    assert [person.name for person in joined.people] == ["Hồ Văn Đàm"]
    assert joined.sectors == ("materials",)
    assert [item.code for item in memory.tables.commitments.values()] == ["training", "joint-research", "consulting"]


def test_demo_and_real_do_not_mix(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory, demo=True)
    made = confirm_draft(office, OFFICER, first.id, version=first.version)
    second = decided(office, memory, key="doc-2")
    assert second.proposal is None
    with pytest.raises(Conflict, match="demo-mixed"):
        confirm_draft(office, OFFICER, second.id, version=second.version, same_as=made.id)


def test_a_demo_organisation_becomes_real_with_a_real_paper(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory, demo=True)
    confirm_draft(office, OFFICER, first.id, version=first.version)
    assert {item.demo for item in memory.tables.organisations.values()} == {True}
    second = decided(office, memory, key="doc-2")
    confirm_draft(office, OFFICER, second.id, version=second.version)
    assert {item.demo for item in memory.tables.organisations.values()} == {False}
    assert {item.demo for item in memory.tables.people.values()} == {False}


def test_a_rejected_draft_is_not_confirmed(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    rejected = reject_draft(office, OFFICER, draft.id, version=draft.version, reason="Tin quảng cáo")
    with pytest.raises(Conflict, match="already-decided"):
        confirm_draft(office, OFFICER, draft.id, version=rejected.version)


def test_a_later_paper_of_the_same_parties_is_not_proposed(office: Office, memory: MemoryStore) -> None:
    memory.put()
    first = decided(office, memory)
    confirm_draft(office, OFFICER, first.id, version=first.version)
    later = receive(memory, saying(date=DateRead(value="2025-06-01", precision="day", span=SIGNED)), key="doc-2")[0]
    assert later.proposal is None


def test_an_agreement_that_is_not_there_is_not_found(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    with pytest.raises(Exception, match="not-found"):
        confirm_draft(office, OFFICER, draft.id, version=draft.version, same_as=agreement().id)


def test_nothing_is_lost_when_deciding_all_again(office: Office, memory: MemoryStore) -> None:
    draft = decided(office, memory)
    assert decide_all(office, OFFICER, draft.id, version=draft.version) == draft
