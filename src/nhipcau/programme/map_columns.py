"""What the columns of an import hold comes in, as an officer says it; the import, checked anew, goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict, InvalidFields
from nhipcau.facts.message import Message
from nhipcau.facts.organisation_import import Column, Import, ImportRow, ImportState
from nhipcau.programme.importing.checking import Checker
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.ports import Unit
from nhipcau.programme.preview_import import fill, needs_a_name
from nhipcau.programme.work import found, unchanged, work

_AT_ONCE = 1_000
_REPEATS = (Column.IGNORE, Column.PERSON, Column.POST, Column.PHONE)


def map_columns(
    office: Office, actor: Actor, import_id: str, mapping: Sequence[str], *, version: int | None = None
) -> Import:
    """Say what each column holds, from left to right; remembered for the next file of this source."""
    demand(actor, "organisation.import")
    with work(office, actor, "map-columns") as opened:
        one = unchanged(editable(opened.unit, import_id), version)
        planned = replace(one, mapping=_columns(one, mapping))
        opened.unit.imports.save(planned)
        recheck(opened.unit, planned, office.clock.today().year)
        return found(opened.unit.imports.get(import_id), "import", import_id)


def choose_sheet(office: Office, actor: Actor, import_id: str, sheet: str) -> Import:
    """Take another sheet of the same file; what was corrected in the one before is gone."""
    demand(actor, "organisation.import")
    with office.store.unit() as unit:
        one = editable(unit, import_id)
    read = office.spreadsheets.read(office.files.get(one.file_key), one.file_name, sheet)
    with work(office, actor, "choose-sheet") as opened:
        return fill(opened, unchanged(editable(opened.unit, import_id), one.version), read, {}, one)


def editable(unit: Unit, import_id: str) -> Import:
    """Return an import that is not in the register; ``Conflict`` where it is."""
    one = found(unit.imports.get(import_id), "import", import_id)
    if one.state is ImportState.DONE:
        raise Conflict("error.import-done", name=one.file_name)
    return one


def recheck(unit: Unit, one: Import, this_year: int) -> None:
    """Check every row of an import anew."""
    checker = Checker.of(one, this_year)
    unit.imports.put_rows(one.id, [checker.check(row) for row in all_rows(unit, one.id)])


def all_rows(unit: Unit, import_id: str) -> Iterator[ImportRow]:
    """Yield all rows of an import, a thousand at a time."""
    last = 0
    while rows := unit.imports.rows_after(import_id, last, _AT_ONCE):
        yield from rows
        last = rows[-1].number


def _columns(one: Import, mapping: Sequence[str]) -> tuple[Column, ...]:
    wrong: dict[str, Message] = {}
    columns: list[Column] = []
    if len(mapping) != len(one.heads):
        raise InvalidFields({"mapping": Message("field.required")})
    for place, code in enumerate(mapping):
        column = Column(code) if code in tuple(Column) else None
        if column is None:
            wrong[f"column-{place}"] = Message("field.code-unknown", {"value": code[:60]})
        elif column in columns and column not in _REPEATS:
            wrong[f"column-{place}"] = Message("import.column-twice", {"head": one.heads[columns.index(column)]})
        columns.append(column or Column.IGNORE)
    nameless = needs_a_name(columns)
    if nameless is not None:
        wrong.setdefault("mapping", nameless)
    if wrong:
        raise InvalidFields(wrong)
    return tuple(columns)
