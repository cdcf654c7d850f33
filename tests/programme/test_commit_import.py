from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import BadInput, Conflict, InvalidFields, NhipCauError, NotAllowed
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Identifier, Name, Organisation
from nhipcau.facts.organisation_import import Column, HowFar, Import, ImportState, Outcome
from nhipcau.facts.resolving import DoubtState
from nhipcau.programme.commit_import import announce, commit_beside, commit_import, under_way
from nhipcau.programme.correct_import_row import correct_import_row
from nhipcau.programme.edit_organisation import edit_organisation
from nhipcau.programme.map_columns import map_columns
from nhipcau.programme.office import Office
from nhipcau.programme.preview_import import preview_import
from nhipcau.programme.queries.import_page import import_list, import_page, rejected_rows
from nhipcau.programme.undo import undo
from nhipcau.programme.undo_import import undo_import
from tests.programme.memory_store import MemoryStore
from tests.programme.samples import ADVISER, ENTERPRISE, NOW, OFFICER, VIEWER

HEADS = "Tên doanh nghiệp;MST;Địa chỉ;Tỉnh;Điện thoại;Năm thành lập"
MINH_ANH = "Công ty TNHH Cơ khí Minh Anh;0100109106;12 Trần Phú;Hải Phòng;0912345678;2001"
HAI_LONG = "Công ty Cổ phần Nhựa Hải Long;;3 Lê Lợi;Bắc Ninh;0987654321;1999"


def table(*rows: str) -> bytes:
    return "\n".join((HEADS, *rows)).encode()


def preview(office: Office, *rows: str, source: str = "Sở A", actor: Actor = OFFICER) -> Import:
    return preview_import(office, actor, table(*rows), name="a.csv", source=source)


def committed(office: Office, *rows: str, source: str = "Sở A") -> Import:
    return commit_import(office, OFFICER, preview(office, *rows, source=source).id)


def test_a_preview_changes_nothing_in_the_register(office: Office, memory: MemoryStore) -> None:
    one = preview(office, MINH_ANH)
    assert one.mapping == (
        Column.NAME,
        Column.TAX_CODE,
        Column.ADDRESS,
        Column.PLACE,
        Column.PHONE,
        Column.FOUNDED,
    )
    assert memory.tables.organisations == {}
    assert memory.tables.changes == []


def test_new_rows_become_organisations_with_what_their_source_said(office: Office, memory: MemoryStore) -> None:
    done = committed(office, MINH_ANH, HAI_LONG)
    assert done.counts == {"new": 2}
    body = next(item for item in memory.tables.organisations.values() if item.identifiers)
    assert (body.founded, body.country, body.phone) == (2001, "VN", "+84912345678")
    records = [record for record in memory.tables.source_records.values() if record.organisation_id == body.id]
    assert [(record.source, record.row, record.import_id) for record in records] == [("Sở A", 2, done.id)]
    assert {change.batch for change in memory.tables.changes} == {done.batch}


def test_the_same_file_again_changes_nothing(office: Office, memory: MemoryStore) -> None:
    committed(office, MINH_ANH, HAI_LONG)
    before = (dict(memory.tables.organisations), dict(memory.tables.source_records))
    assert committed(office, MINH_ANH, HAI_LONG).counts == {"same": 2}
    assert (memory.tables.organisations, memory.tables.source_records) == before


def test_another_office_s_row_with_the_number_is_linked_and_teaches(office: Office, memory: MemoryStore) -> None:
    committed(office, "Công ty TNHH Cơ khí Minh Anh;0100109106;;;;")
    done = committed(office, "CTY TNHH CƠ KHÍ MINH ANH;0100109106;12 Trần Phú;Hải Phòng;;2001", source="Sở B")
    assert done.counts == {"linked": 1}
    (body,) = memory.tables.organisations.values()
    assert (body.address, body.founded) == ("12 Trần Phú", 2001)
    assert [name.text for name in body.names] == ["Công ty TNHH Cơ khí Minh Anh", "CTY TNHH CƠ KHÍ MINH ANH"]
    assert len(memory.tables.source_records) == 2


def test_a_name_alone_is_left_to_a_person(office: Office, memory: MemoryStore) -> None:
    committed(office, MINH_ANH)
    done = committed(office, "Công ty TNHH Cơ khí Minh Anh;;;;;", source="Sở B")
    assert done.counts == {"review": 1}
    (doubt,) = memory.tables.doubts.values()
    assert (doubt.origin, doubt.state) == ("import", DoubtState.OPEN)
    assert {doubt.left, doubt.right} == set(memory.tables.organisations)


def test_a_row_is_compared_with_the_rows_before_it(office: Office, memory: MemoryStore) -> None:
    done = committed(office, MINH_ANH, MINH_ANH.replace("TNHH", "trách nhiệm hữu hạn"))
    assert done.counts == {"new": 1, "linked": 1}
    assert len(memory.tables.organisations) == 1


def test_a_hundred_rows_of_one_name_ask_no_hundred_questions_each(office: Office, memory: MemoryStore) -> None:
    rows = [f"Công ty TNHH An Phát;;;;09{number:08d};" for number in range(100)]
    done = committed(office, *rows)
    assert sum(done.counts.values()) == 100
    assert len(memory.tables.doubts) <= 500


def test_rows_with_errors_and_rows_left_out_stay_outside(office: Office, memory: MemoryStore) -> None:
    one = preview(office, MINH_ANH, ";;;;;1999", HAI_LONG)
    correct_import_row(office, OFFICER, one.id, 4, skipped=True)
    assert commit_import(office, OFFICER, one.id).counts == {"new": 1, "rejected": 2}
    assert len(memory.tables.organisations) == 1


def test_an_error_is_corrected_in_place(office: Office) -> None:
    one = preview(office, MINH_ANH.replace("0100109106", "0100109107"))
    assert import_page(office, OFFICER, one.id).counts.errors == 1
    row = correct_import_row(office, OFFICER, one.id, 2, cells={1: "0100109106"})
    assert row.problems == ()
    assert import_page(office, OFFICER, one.id).counts.errors == 0


def test_twins_in_the_file_are_told_and_told_anew_after_a_correction(office: Office) -> None:
    one = preview(office, MINH_ANH, MINH_ANH, HAI_LONG.replace(";;", ";0100109106;", 1))
    page = import_page(office, OFFICER, one.id)
    assert page.counts.problems == {"import.number-twice": 1, "import.row-twice": 1}
    correct_import_row(office, OFFICER, one.id, 2, skipped=True)
    assert [len(row.problems) for row in import_page(office, OFFICER, one.id).rows] == [0, 0, 1]


def test_what_columns_hold_is_said_anew_and_remembered_for_the_source(office: Office) -> None:
    one = preview(office, MINH_ANH)
    mapping = ["name", "", "address", "place", "phone", "founded"]
    map_columns(office, OFFICER, one.id, mapping)
    assert preview(office, HAI_LONG).mapping[1] is Column.IGNORE
    assert preview(office, HAI_LONG, source="Sở khác").mapping[1] is Column.TAX_CODE


def test_a_mapping_needs_a_name_and_no_column_twice(office: Office) -> None:
    one = preview(office, MINH_ANH)
    with pytest.raises(InvalidFields) as wrong:
        map_columns(office, OFFICER, one.id, ["", "tax-code", "tax-code", "", "", ""])
    assert set(wrong.value.fields) == {"mapping", "column-2"}


def test_a_column_of_tax_codes_is_known_by_its_values(office: Office) -> None:
    codes = ("0100109106", "0101248141", "0300588569")
    data = "\n".join(["Tên công ty;xyz", *(f"Công ty {code[-3:]} Hải;{code}" for code in codes)]).encode()
    one = preview_import(office, OFFICER, data, name="a.csv", source="Sở A")
    assert one.mapping == (Column.NAME, Column.TAX_CODE)


def test_undo_takes_the_whole_import_back(office: Office, memory: MemoryStore) -> None:
    committed(office, "Công ty TNHH Cơ khí Minh Anh;0100109106;;;;")
    before = dict(memory.tables.organisations)
    done = committed(office, MINH_ANH.upper(), HAI_LONG, "Công ty TNHH Cơ khí Minh Anh;;;;;", source="Sở B")
    after = undo_import(office, OFFICER, done.id)
    assert (after.state, after.kept) == (ImportState.UNDONE, 0)
    assert {key: replace(body, version=1) for key, body in memory.tables.organisations.items()} == before
    assert memory.tables.doubts == {}
    assert {record.source for record in memory.tables.source_records.values()} == {"Sở A"}


def test_what_others_built_on_stays_and_is_counted(office: Office, memory: MemoryStore) -> None:
    done = committed(office, MINH_ANH, HAI_LONG)
    body = next(item for item in memory.tables.organisations.values() if item.identifiers)
    edit_organisation(office, OFFICER, body.id, version=body.version, address="15 Trần Phú")
    assert undo_import(office, OFFICER, done.id).kept == 1
    assert set(memory.tables.organisations) == {body.id}
    assert {record.organisation_id for record in memory.tables.source_records.values()} == {body.id}


def test_an_undone_import_can_be_committed_again_and_its_undo_be_undone(office: Office, memory: MemoryStore) -> None:
    done = committed(office, MINH_ANH)
    way_back = undo(office, OFFICER, done.batch)
    undo(office, OFFICER, way_back)
    assert len(memory.tables.organisations) == 1
    undo_import(office, OFFICER, done.id)
    assert commit_import(office, OFFICER, done.id).counts == {"new": 1}


def test_an_import_is_committed_once(office: Office) -> None:
    done = committed(office, MINH_ANH)
    with pytest.raises(Conflict, match="import-done"):
        commit_import(office, OFFICER, done.id)
    with pytest.raises(Conflict, match="import-done"):
        correct_import_row(office, OFFICER, done.id, 2, skipped=True)


def test_two_do_not_commit_one_import_at_once(office: Office) -> None:
    one = preview(office, MINH_ANH)
    announce(office, OFFICER, one.id)
    assert under_way(office, one.id) == HowFar(done=0, total=1, at=NOW)
    with pytest.raises(Conflict, match="under-way"):
        announce(office, OFFICER, one.id)


def test_what_stops_the_work_is_told_to_whoever_watches(office: Office) -> None:
    one = committed(office, MINH_ANH)
    commit_beside(office, OFFICER, one.id)
    page = import_page(office, OFFICER, one.id)
    assert page.stopped is not None
    assert page.stopped.stopped == Message("error.import-done", {"name": "a.csv"})


def test_killed_in_the_middle_nothing_of_it_stays(
    office: Office, memory: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = preview(office, MINH_ANH, HAI_LONG)
    before = memory.tables
    with monkeypatch.context() as patched:
        patched.setattr("nhipcau.programme.importing.committing.propose", _killed)
        patched.setattr("nhipcau.programme.importing.committing.Committing._store", _killed)
        with pytest.raises(KeyboardInterrupt):
            commit_import(office, OFFICER, one.id)
    assert memory.tables is before
    assert commit_import(office, OFFICER, one.id).counts == {"new": 2}


def _killed(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_a_made_up_list_never_hangs_on_a_real_organisation(office: Office, memory: MemoryStore) -> None:
    real = Organisation(
        id="org-real",
        names=(Name("Công ty TNHH Cơ khí Minh Anh", "vi"),),
        identifiers=(Identifier("VN-MST", "0100109106"),),
    )
    memory.put(real)
    one = preview_import(office, OFFICER, table(MINH_ANH), name="a.csv", source="Demo", demo=True)
    assert commit_import(office, OFFICER, one.id).counts == {"new": 1}
    assert memory.tables.organisations["org-real"] == real


@pytest.mark.parametrize("actor", [ADVISER, ENTERPRISE, VIEWER])
def test_only_officers_import(office: Office, actor: Actor) -> None:
    one = preview(office, MINH_ANH)
    for attempt in (
        lambda: preview(office, MINH_ANH, actor=actor),
        lambda: import_list(office, actor),
        lambda: import_page(office, actor, one.id),
        lambda: rejected_rows(office, actor, one.id),
        lambda: map_columns(office, actor, one.id, []),
        lambda: correct_import_row(office, actor, one.id, 2),
        lambda: commit_import(office, actor, one.id),
        lambda: undo_import(office, actor, one.id),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_refuses_a_list_without_a_source_or_with_unknown_heads(office: Office) -> None:
    with pytest.raises(InvalidFields):
        preview(office, MINH_ANH, source="")
    with pytest.raises(BadInput, match="head-unknown"):
        preview_import(office, OFFICER, table(MINH_ANH), name="a", source="A", mapping={"không có": "name"})
    with pytest.raises(NhipCauError, match="column-unknown"):
        preview_import(office, OFFICER, table(MINH_ANH), name="a", source="A", mapping={"MST": "tuổi"})


def test_rows_that_were_not_taken_in_are_listed(office: Office) -> None:
    one = preview(office, MINH_ANH, ";;;;;1999", HAI_LONG)
    correct_import_row(office, OFFICER, one.id, 4, skipped=True)
    _, rows = rejected_rows(office, OFFICER, one.id)
    assert [row.number for row in rows] == [3, 4]
    commit_import(office, OFFICER, one.id)
    shown = import_page(office, OFFICER, one.id, show="rejected").rows
    assert [(row.number, row.outcome) for row in shown] == [(3, Outcome.REJECTED), (4, Outcome.REJECTED)]
