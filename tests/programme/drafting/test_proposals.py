from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.facts.agreement import Agreement, Figure, Venue
from nhipcau.facts.codes import AgreementType, FigureRole
from nhipcau.facts.draft import Decision, Draft, DraftState
from nhipcau.facts.reading import DateRead, PartyRead
from nhipcau.programme.drafting.proposals import best, propose
from nhipcau.programme.drafting.values import drafts_of
from tests.programme.memory_store import MemoryStore
from tests.programme.reports import MCRI, READING, SHM, SIGNED, saying
from tests.programme.samples import ANPHU, MIRAE, SONGHAN, agreement, draft, evidence

KNOWN = {item.id: item for item in (SONGHAN, MIRAE, ANPHU)}


def waiting(reading: object = READING, **parts: object) -> Draft:
    ((list_, values),) = drafts_of(reading)  # type: ignore[arg-type]  # a reading
    return replace(draft(), list=list_, values=values, **parts)  # type: ignore[arg-type]  # parts of a draft


def codes(found: object, part: str) -> list[str]:
    return [message.code for message in getattr(found, part)]


def test_finds_the_agreement_that_a_report_is_about() -> None:
    found = best(waiting(), [agreement()], KNOWN)
    assert found is not None
    assert (found.agreement_id, found.score) == ("agr-1", 1.0)
    assert codes(found, "reasons") == [
        "proposal.same-parties",
        "proposal.same-date",
        "proposal.same-type",
        "proposal.same-place",
    ]


def test_an_undated_report_is_proposed_too() -> None:
    found = best(waiting(saying(date=DateRead())), [agreement()], KNOWN)
    assert found is not None
    assert found.score == 0.85


def test_shows_what_speaks_against_it() -> None:
    other = agreement(
        signed="2024-09-13",
        type=AgreementType.AGREEMENT,
        place=Venue(city="Hà Nội"),
        figures=(Figure(value="50", unit="engineers", what="training", role=FigureRole.COMMITMENT),),
    )
    renamed = saying(parties=(SHM, replace(MCRI, name="Viện Vật liệu Mirae")))
    found = best(waiting(replace(renamed, figures=READING.figures)), [other], KNOWN)
    assert found is not None
    assert {message.code: dict(message.params) for message in found.contradictions} == {
        "proposal.other-name": {"here": "Viện Vật liệu Mirae", "there": "미래세라믹연구원"},
        "proposal.other-date": {"here": "2024-09-12", "there": "2024-09-13"},
        "proposal.other-type": {"here": "MOU", "there": "agreement"},
        "proposal.other-place": {"here": "Đà Nẵng", "there": "Hà Nội"},
        "proposal.other-figure": {"what": "training", "unit": "engineers", "here": "40", "there": "50"},
    }


def test_one_shared_party_needs_the_same_day() -> None:
    other = PartyRead(name="Công ty Khác", country="KR", span=SIGNED)
    told = waiting(saying(parties=(SHM, other)))
    found = best(told, [agreement()], KNOWN)
    assert found is not None
    assert "proposal.other-parties" in codes(found, "contradictions")
    assert best(told, [agreement(signed="2024-09")], KNOWN) is None


@pytest.mark.parametrize(
    "other",
    [
        agreement(signed="2023-09-12"),
        agreement("agr-2", MIRAE, ANPHU, signed="2024-09"),
        agreement(demo=True),
        agreement(evidence=(evidence(document_id="doc-1"),)),
    ],
)
def test_does_not_propose_another_paper(other: Agreement) -> None:
    assert best(waiting(), [other], KNOWN) is None


def test_a_declined_pair_and_a_decided_draft_get_no_proposal(memory: MemoryStore) -> None:
    memory.put(SONGHAN, MIRAE, agreement())
    with memory.unit() as unit:
        assert propose(unit, waiting()) is not None
        assert propose(unit, waiting(rejected_pairs=("agr-1",))) is None
        assert propose(unit, waiting(state=DraftState.REJECTED)) is None


def test_a_rejected_party_does_not_count(memory: MemoryStore) -> None:
    memory.put(SONGHAN, MIRAE, agreement(signed=None))
    told = waiting(saying(date=DateRead()))
    values = tuple(replace(v, decision=Decision.REJECTED) if v.field == "party" else v for v in told.values)
    with memory.unit() as unit:
        assert propose(unit, replace(told, values=values)) is None


def test_the_best_of_several_is_proposed() -> None:
    found = best(waiting(), [agreement("agr-2", signed="2024"), agreement("agr-3"), agreement("agr-4")], KNOWN)
    assert found is not None
    assert found.agreement_id == "agr-2"
    nearer = best(waiting(), [agreement("agr-2", signed=None), agreement("agr-3")], KNOWN)
    assert nearer is not None
    assert nearer.agreement_id == "agr-3"
