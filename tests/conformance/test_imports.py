from __future__ import annotations

from dataclasses import replace

import pytest

from nhipcau.engine.resolve.blocks import block_keys
from nhipcau.facts.errors import Conflict
from nhipcau.facts.message import Message
from nhipcau.facts.organisation_import import Column, Import, ImportRow, ImportState, Outcome, Problem, Severity
from nhipcau.programme.filters import ImportRowFilter
from nhipcau.programme.placing.records import record_of
from nhipcau.programme.ports import Store
from tests.programme.samples import ANPHU, MIRAE, NOW, SONGHAN, change

ONE = Import(
    id="imp-1",
    source="Sở A",
    file_name="a.xlsx",
    file_key="0" * 64,
    sheet="Sheet1",
    sheets=("Sheet1", "Sheet2"),
    heads=("Tên", "MST"),
    mapping=(Column.NAME, Column.TAX_CODE),
    rows=3,
    created_at=NOW,
    created_by="Lan",
)
WRONG = Problem(said=Message("import.number-wrong", {"value": "1"}), column=1)
ODD = Problem(said=Message("import.place-unknown", {"value": "x"}), severity=Severity.WARNING, column=0)
ROWS = (
    ImportRow(number=2, cells=("A", "1"), key="k1", numbers=("VN-MST:1",), problems=(WRONG, ODD)),
    ImportRow(number=3, cells=("B", ""), key="k2", problems=(ODD,)),
    ImportRow(number=5, cells=("C", ""), key="k3", skipped=True),
)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.unit() as unit:
        unit.imports.add(ONE)
        unit.imports.put_rows(ONE.id, ROWS)
    return store


def test_an_import_and_its_rows_come_back_as_they_were(filled: Store) -> None:
    with filled.unit() as unit:
        assert unit.imports.get(ONE.id) == ONE
        assert tuple(unit.imports.rows_after(ONE.id, 0, 10)) == ROWS
        assert unit.imports.rows_after(ONE.id, 2, 1) == [ROWS[1]]
        assert unit.imports.rows_of(ONE.id, [5, 2]) == [ROWS[0], ROWS[2]]


def test_rows_are_found_by_key_and_by_number(filled: Store) -> None:
    with filled.unit() as unit:
        assert unit.imports.rows_sharing(ONE.id, ["k2", "VN-MST:1"]) == [ROWS[0], ROWS[1]]
        assert unit.imports.rows_sharing(ONE.id, []) == []


def test_rows_are_replaced_changed_and_settled(filled: Store) -> None:
    with filled.unit() as unit:
        unit.imports.save_rows(ONE.id, [replace(ROWS[0], problems=(), cells=("A", "2"))])
        unit.imports.settle_rows(ONE.id, [(2, Outcome.NEW, "org-1"), (5, Outcome.REJECTED, None)])
        first, _, last = unit.imports.rows_after(ONE.id, 0, 10)
        assert (first.cells, first.problems, first.outcome, first.organisation_id) == (("A", "2"), (), "new", "org-1")
        assert last.outcome is Outcome.REJECTED
        assert unit.imports.put_rows(ONE.id, ROWS[:1]) == 1
        assert unit.imports.counts(ONE.id).rows == 1


def test_rows_are_counted_and_narrowed(filled: Store) -> None:
    found = filled.reads().import_page(ONE.id)
    assert found is not None
    counts = found[1]
    assert (counts.rows, counts.errors, counts.warnings, counts.skipped) == (3, 1, 1, 1)
    assert counts.problems == {"import.place-unknown": 2, "import.number-wrong": 1}

    def numbers(show: str, after: int = 0) -> list[int]:
        wanted = ImportRowFilter(import_id=ONE.id, show=show, after=after)
        return [row.number for row in filled.reads().import_rows(wanted)]

    assert [numbers(show) for show in ("", "error", "warning", "skipped")] == [[2, 3, 5], [2], [3], [5]]
    assert numbers("import.place-unknown", after=2) == [3]
    assert filled.reads().import_page("nothing") is None


def test_the_newest_import_of_a_source_is_known(filled: Store) -> None:
    newer = replace(ONE, id="imp-2", state=ImportState.DONE, counts={"new": 3})
    with filled.unit() as unit:
        unit.imports.add(newer)
        assert unit.imports.last_of("Sở A") == newer
        assert unit.imports.last_of("Sở B") is None
    assert [one.id for one in filled.reads().import_list(limit=5)] == ["imp-2", "imp-1"]
    assert len(filled.reads().import_list(limit=1)) == 1


def test_many_are_added_whole_or_not_at_all_and_taken_away(store: Store) -> None:
    with store.unit() as unit:
        unit.organisations.add_many([ANPHU, SONGHAN])
        with pytest.raises(Conflict, match="already-there"):
            unit.organisations.add_many([MIRAE, ANPHU])
        assert set(unit.organisations.get_many([ANPHU.id, SONGHAN.id, MIRAE.id])) == {ANPHU.id, SONGHAN.id}
        keys = [block_keys(record_of(body)) for body in (SONGHAN, MIRAE)]
        assert unit.organisations.meeting(keys, limit_per_key=5, most=5)[0][0] == SONGHAN.id
        unit.organisations.delete_many([ANPHU.id, "org-nothing"])
        assert unit.organisations.get(ANPHU.id) is None


def test_entries_of_the_history_are_added_in_their_order(store: Store) -> None:
    entries = [change(f"chg-{number}", batch="b-many") for number in (2, 1, 3)]
    with store.unit() as unit:
        unit.changes.add_many(entries)
        assert [entry.id for entry in unit.changes.batch("b-many")] == ["chg-2", "chg-1", "chg-3"]
