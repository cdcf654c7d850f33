from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.facts.draft import DraftList
from nhipcau.facts.errors import DocumentRefused, InvalidFields, NotAllowed, Unavailable
from nhipcau.facts.reading import Reading
from nhipcau.facts.state import State
from nhipcau.programme.office import Limits, Office
from nhipcau.programme.queries.document_original import document_original
from nhipcau.programme.read_text import read_text
from nhipcau.programme.receive_document import receive_document
from nhipcau.programme.receive_text import receive_text
from tests.programme.fakes import GivenReader, MemoryFiles, memory_office
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, OFFICER

ARTICLE = (
    "Sông Hàn ký kết hợp tác với Mirae\n"
    "Ngày 12/9/2024, tại Đà Nẵng, Trung tâm Vật liệu Sông Hàn (SHM) và Viện Gốm sứ Mirae Hàn Quốc (MCRI) "
    "đã ký kết Biên bản ghi nhớ (MOU) về hợp tác đào tạo nguồn nhân lực.\n"
)


def test_stores_the_document_with_a_draft_of_every_agreement(office: Office, memory: MemoryStore) -> None:
    received = receive_document(
        office, OFFICER, ARTICLE.encode(), name="tin.txt", address="https://a.vn/tin", published="13/9/2024"
    )
    document = received.document
    assert memory.tables.documents == {document.id: document}
    assert (document.title, document.language, document.published) == (
        "Sông Hàn ký kết hợp tác với Mirae",
        "vi",
        "2024-09-13",
    )
    assert (document.file_name, document.address, document.received_by) == ("tin.txt", "https://a.vn/tin", "Lan")
    assert not received.already_known
    assert [draft.list for draft in received.drafts] == [DraftList.AGREEMENT]
    assert document_original(office, OFFICER, document.id) == (document, ARTICLE.encode())


def test_every_span_quotes_the_document(office: Office) -> None:
    received = receive_document(office, OFFICER, ARTICLE.encode(), name="tin.txt")
    spans = [value.span for draft in received.drafts for value in draft.values if value.span]
    assert spans
    assert all(ARTICLE[span.start : span.end] == span.quote for span in spans)


def test_nothing_enters_the_register_unconfirmed(office: Office, memory: MemoryStore) -> None:
    receive_document(office, OFFICER, ARTICLE.encode(), name="tin.txt")
    tables = memory.tables
    assert (tables.agreements, tables.organisations, tables.people, tables.commitments) == ({}, {}, {}, {})


def test_the_same_bytes_are_recognised(office: Office, memory: MemoryStore) -> None:
    first = receive_document(office, OFFICER, ARTICLE.encode(), name="tin.txt")
    again = receive_document(office, OFFICER, ARTICLE.encode(), name="khác.txt")
    assert again.already_known
    assert (again.document, again.drafts) == (first.document, first.drafts)
    assert len(memory.tables.documents) == 1


def test_the_same_text_in_other_bytes_is_recognised(office: Office, memory: MemoryStore) -> None:
    first = receive_document(office, OFFICER, ARTICLE.encode(), name="tin.txt")
    again = receive_text(office, OFFICER, "  " + ARTICLE.replace(" ", "  ").replace("\n", "\r\n"))
    assert again.already_known
    assert again.document == first.document
    assert len(memory.tables.documents) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "error.file-empty"),
        (b" \n\t ", "error.file-empty"),
        (b"\xff\xd8\xff", "error.not-text"),
        (b"x" * 10_001, "error.file-too-large"),
    ],
)
def test_refuses_what_is_no_document(office: Office, memory: MemoryStore, data: bytes, code: str) -> None:
    with pytest.raises(DocumentRefused) as told:
        receive_document(office, OFFICER, data, name="tệp.txt")
    assert told.value.code == code
    assert (memory.tables.documents, memory.tables.changes) == ({}, [])


def test_refuses_a_text_that_is_too_long(office: Office) -> None:
    small = replace(office, limits=Limits(longest_text=20))
    with pytest.raises(DocumentRefused, match="text-too-long"):
        receive_text(small, OFFICER, ARTICLE)


def test_says_all_that_is_wrong_with_what_is_known_about_it(office: Office) -> None:
    with pytest.raises(InvalidFields) as told:
        receive_text(office, OFFICER, ARTICLE, address="javascript:alert(1)", published="hôm qua", title="x" * 201)
    assert sorted(told.value.fields) == ["address", "published", "title"]


def test_nothing_is_stored_on_a_full_disk(office: Office, memory: MemoryStore) -> None:
    assert isinstance(office.files, MemoryFiles)
    office.files.full = True
    with pytest.raises(Unavailable):
        receive_text(office, OFFICER, ARTICLE)
    assert (memory.tables.documents, memory.tables.drafts, memory.tables.changes) == ({}, {}, [])


def test_a_text_that_no_database_can_hold_is_made_storable(office: Office) -> None:
    document = receive_text(office, OFFICER, "Bài\x00 báo \ud800 này.").document
    assert document.text == "Bài báo ? này."


def test_a_text_in_a_fourth_language_is_taken_with_a_warning(office: Office) -> None:
    received = receive_text(office, OFFICER, "Сегодня подписан меморандум о сотрудничестве.")
    assert [message.code for message in received.warnings] == ["warning.language-unknown"]
    assert [draft.list for draft in received.drafts] == [DraftList.NONE]


def test_demo_documents_are_marked(office: Office) -> None:
    received = receive_text(office, OFFICER, ARTICLE, demo=True)
    assert received.document.demo
    assert {draft.demo for draft in received.drafts} == {True}


def test_a_silent_second_reader_is_a_warning(memory: MemoryStore) -> None:
    office = memory_office(memory, second_reader=GivenReader(None))
    received = receive_text(office, OFFICER, ARTICLE)
    assert [message.code for message in received.warnings] == ["warning.second-reader-unavailable"]
    assert received.drafts[0].list is DraftList.AGREEMENT


def test_a_second_reader_that_dissents_makes_the_value_disputed(memory: MemoryStore) -> None:
    first = read_text(ARTICLE)
    agreement = first.agreements[0]
    other = replace(agreement, date=replace(agreement.date, value="2024-09-21"))
    second = Reading(language="vi", agreements=(other,), reader="model/1")
    office = memory_office(memory, second_reader=GivenReader(second))
    draft = receive_text(office, OFFICER, ARTICLE).drafts[0]
    date = next(value for value in draft.values if value.field == "date")
    assert date.state is State.DISPUTED
    assert (date.content["value"], date.alternatives[0].content) == ("2024-09-12", {"value": "2024-09-21"})
    assert draft.reader.endswith("+model/1")


def test_only_officers_receive(office: Office) -> None:
    with pytest.raises(NotAllowed):
        receive_text(office, ADVISER, ARTICLE)
