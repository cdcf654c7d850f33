from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import InvalidFields, NhipCauError, NotAllowed, NotFound
from nhipcau.facts.reading import ActivityRead
from nhipcau.programme.attach_text import attach_text
from nhipcau.programme.confirm_draft import confirm_draft
from nhipcau.programme.office import Office
from nhipcau.programme.queries.activity_list import activity_list
from nhipcau.programme.queries.agreement_list import agreement_list
from nhipcau.programme.queries.agreement_page import agreement_page
from nhipcau.programme.queries.commitment_list import commitment_list
from nhipcau.programme.queries.commitment_page import commitment_page
from nhipcau.programme.queries.commitment_states import commitment_states
from nhipcau.programme.queries.compare_texts import compare_texts
from nhipcau.programme.queries.desk import a_year_before, desk
from nhipcau.programme.queries.document_list import document_list
from nhipcau.programme.queries.document_original import document_original
from nhipcau.programme.queries.document_page import document_page
from nhipcau.programme.queries.draft_list import draft_list
from nhipcau.programme.queries.draft_page import draft_page
from nhipcau.programme.queries.export_register import export_register
from nhipcau.programme.queries.history import history
from nhipcau.programme.queries.network import network
from nhipcau.programme.queries.organisation_list import organisation_list
from nhipcau.programme.queries.organisation_page import organisation_page
from nhipcau.programme.queries.person_list import person_list
from nhipcau.programme.queries.person_page import person_page
from nhipcau.programme.queries.search import search
from nhipcau.programme.queries.timeline import timeline
from nhipcau.programme.views import DESK_SECTIONS, REGISTER_SECTIONS
from tests.programme.memory_store import MemoryStore
from tests.programme.reports import decided, saying
from tests.programme.samples import (
    ACTORS,
    ADVISER,
    ANPHU,
    DIRECTOR,
    ENTERPRISE,
    MIRAE,
    OFFICER,
    SONGHAN,
    STRANGER,
    TODAY,
    VIEWER,
    activity,
    agreement,
    change,
    concrete,
    document,
    draft,
    evidence,
    signatory,
)

READ: ActivityRead = saying().agreements[0].activities[0]


@pytest.fixture(autouse=True)
def _register(memory: MemoryStore) -> None:
    """Store an agreement of the firm, with its document, and one of others."""
    memory.put(SONGHAN, MIRAE, ANPHU, DIRECTOR, document(), document("doc-2", "Bài khác"), draft())
    memory.put(agreement("agr-1", MIRAE, ANPHU, evidence=(evidence(),)))
    memory.put(agreement("agr-2", evidence=(evidence(document_id="doc-2"),), people=(signatory(),)))
    memory.put(concrete("com-1", owner_id="org-anphu"), concrete("com-2", "agr-2"), activity())
    with memory.unit() as unit:
        unit.changes.add(change("chg-1"))


Ask = Callable[[Office, Actor], object]
LISTS: dict[str, Ask] = {
    "desk": desk,
    "agreements": agreement_list,
    "organisations": organisation_list,
    "people": person_list,
    "commitments": commitment_list,
    "activities": activity_list,
    "documents": document_list,
    "drafts": draft_list,
    "history": history,
    "network": network,
    "timeline": timeline,
    "states": commitment_states,
    "search": lambda office, actor: search(office, actor, "mirae"),
    "export": export_register,
    "agreement": lambda office, actor: agreement_page(office, actor, "agr-2"),
    "organisation": lambda office, actor: organisation_page(office, actor, "org-songhan"),
    "person": lambda office, actor: person_page(office, actor, "per-dam"),
    "commitment": lambda office, actor: commitment_page(office, actor, "com-2"),
    "document": lambda office, actor: document_page(office, actor, "doc-2"),
    "draft": lambda office, actor: draft_page(office, actor, "dra-1"),
    "compare": lambda office, actor: compare_texts(office, actor, "agr-2"),
}
REFUSED: dict[str, dict[str, type[NhipCauError]]] = {
    "adviser": {},
    "administrator": {},
    "officer": {},
    "viewer": {"drafts": NotAllowed, "draft": NotAllowed, "history": NotAllowed},
    "enterprise": {
        "drafts": NotAllowed,
        "draft": NotAllowed,
        "history": NotAllowed,
        "agreement": NotFound,
        "organisation": NotFound,
        "person": NotFound,
        "commitment": NotFound,
        "document": NotFound,
        "compare": NotFound,
    },
}


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: actor.role.value)
@pytest.mark.parametrize("question", LISTS)
def test_every_question_with_every_role(office: Office, actor: Actor, question: str) -> None:
    refused = REFUSED[actor.role.value].get(question)
    if refused is None:
        LISTS[question](office, actor)
        return
    with pytest.raises(refused):
        LISTS[question](office, actor)


def test_an_enterprise_sees_its_own_agreements_with_all_that_hangs_on_them(office: Office) -> None:
    assert [row.agreement.id for row in agreement_list(office, ENTERPRISE).items] == ["agr-1"]
    assert agreement_page(office, ENTERPRISE, "agr-1").agreement.evidence == (evidence(),)
    assert commitment_page(office, ENTERPRISE, "com-1").row.commitment.id == "com-1"
    assert [row.commitment.id for row in commitment_list(office, ENTERPRISE).items] == ["com-1"]
    assert [row.activity.id for row in activity_list(office, ENTERPRISE).items] == ["act-1"]
    assert [row.id for row in document_list(office, ENTERPRISE).items] == ["doc-1"]
    assert {item.id for item in export_register(office, ENTERPRISE).organisations} == {"org-mirae", "org-anphu"}
    assert organisation_page(office, ENTERPRISE, "org-mirae").organisation == MIRAE


def test_a_stranger_sees_nothing(office: Office) -> None:
    assert agreement_list(office, STRANGER).items == ()
    assert organisation_list(office, STRANGER).items == ()
    assert network(office, STRANGER).nodes == ()
    assert search(office, STRANGER, "mirae") == ()
    for ask in (agreement_page, commitment_page, document_page):
        with pytest.raises(NotFound):
            ask(office, STRANGER, {"agreement_page": "agr-1", "commitment_page": "com-1"}.get(ask.__name__, "doc-1"))


def test_a_viewer_reads_documents_without_drafts_and_originals(office: Office) -> None:
    assert document_page(office, VIEWER, "doc-1").drafts == ()
    assert document_page(office, ADVISER, "doc-1").drafts == (draft(),)
    assert document_page(office, ENTERPRISE, "doc-1").drafts == ()
    with pytest.raises(NotAllowed):
        document_original(office, VIEWER, "doc-1")


@pytest.mark.parametrize(
    "ask",
    [
        agreement_page,
        organisation_page,
        person_page,
        commitment_page,
        document_page,
        draft_page,
        document_original,
        compare_texts,
    ],
)
def test_what_is_not_there_is_not_found(office: Office, ask: Callable[[Office, Actor, str], object]) -> None:
    with pytest.raises(NotFound):
        ask(office, OFFICER, "nothing")


def test_the_desk_shows_what_the_role_may_act_on(office: Office) -> None:
    assert [section.code for section in desk(office, OFFICER).sections] == list(DESK_SECTIONS)
    assert [section.code for section in desk(office, VIEWER).sections] == list(REGISTER_SECTIONS)
    waiting = {section.code: [item.id for item in section.items] for section in desk(office, OFFICER).sections}
    assert {code: items for code, items in waiting.items() if items} == {
        "drafts-to-confirm": ["dra-1"],
        "reviews-due": ["agr-1", "agr-2"],
    }
    assert desk(office, OFFICER).total == 3


def test_a_year_before_a_leap_day_is_the_28th() -> None:
    assert a_year_before(TODAY.replace(year=2024, month=2, day=29)).isoformat() == "2023-02-28"
    assert a_year_before(TODAY) == TODAY.replace(year=2025)


def test_questions_are_typed_as_text(office: Office) -> None:
    found = agreement_list(
        office,
        OFFICER,
        search="Mirae",
        type="MOU",
        sector="materials",
        year="2024",
        place="Đà Nẵng",
        country="kr",
        demo="false",
        sort="-title",
        limit="1",
    )
    assert [row.agreement.id for row in found.items] == ["agr-2"]
    assert (found.total, found.next_cursor is None) == (2, False)
    rest = agreement_list(office, OFFICER, search="Mirae", sort="-title", limit=1, cursor=found.next_cursor)
    assert [row.agreement.id for row in rest.items] == ["agr-1"]


def test_all_that_is_wrong_with_a_question_is_said_at_once(office: Office) -> None:
    with pytest.raises(InvalidFields) as told:
        agreement_list(
            office,
            OFFICER,
            type="treaty",
            state="fine",
            year="soon",
            country="Korea",
            sort="colour",
            limit="0",
            demo="x",
        )
    assert sorted(told.value.fields) == ["country", "demo", "limit", "sort", "state", "type", "year"]
    with pytest.raises(InvalidFields):
        commitment_states(office, OFFICER, by="colour")
    with pytest.raises(InvalidFields):
        commitment_list(office, OFFICER, missing="colour")
    with pytest.raises(InvalidFields):
        activity_list(office, OFFICER, since="soon")


def test_search_needs_words(office: Office) -> None:
    assert search(office, OFFICER, " !? ") == ()
    assert [(hit.kind, hit.id) for hit in search(office, OFFICER, "SÔNG han")] == [
        ("agreement", "agr-2"),
        ("organisation", "org-songhan"),
        ("document", "doc-1"),
    ]


# --- parallel texts


def test_compares_what_each_text_promises(office: Office, memory: MemoryStore) -> None:
    first = decided(office, memory, key="doc-vi")
    made = confirm_draft(office, OFFICER, first.id, version=first.version)
    korean = saying(
        activities=(
            replace(READ, code="training"),
            replace(READ, code="consulting"),
        )
    )
    second = decided(office, memory, korean, key="doc-ko")
    memory.tables.documents["doc-ko"] = replace(memory.tables.documents["doc-ko"], language="ko")
    confirm_draft(office, OFFICER, second.id, version=second.version, same_as=made.id)
    compared = compare_texts(office, OFFICER, made.id)
    assert [(item.code, item.where, item.language) for item in compared] == [
        ("training", "both", None),
        ("consulting", "only", "ko"),
        ("joint-research", "only", "vi"),
    ]
    assert compared[0].by_language["vi"].document_id == "doc-vi"
    assert compared[0].by_language["vi"].text == "đào tạo"


def test_an_attached_text_is_read_anew(office: Office, memory: MemoryStore) -> None:
    text = (
        "Ngày 12/9/2024, Trung tâm Vật liệu Sông Hàn (SHM) và Viện Gốm sứ Mirae Hàn Quốc (MCRI) đã ký kết Biên bản "
        "ghi nhớ (MOU). Hai bên cam kết hợp tác đào tạo nguồn nhân lực và chuyển giao công nghệ."
    )
    memory.put(document("doc-3", text, received_at=memory.tables.documents["doc-1"].received_at + timedelta(days=1)))
    attach_text(office, OFFICER, "agr-2", "doc-3")
    compared = compare_texts(office, OFFICER, "agr-2")
    assert "tech-transfer" in [item.code for item in compared]
    for item in compared:
        found = item.by_language["vi"].span
        assert found is not None
        assert text[found.start : found.end] == found.quote
