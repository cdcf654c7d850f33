"""Corrected cells of a row, or the wish to leave it out, come in; the row, checked anew, goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import InvalidFields, NotFound
from nhipcau.facts.message import Message
from nhipcau.facts.organisation_import import ImportRow
from nhipcau.programme.forms import clean
from nhipcau.programme.importing.checking import Checker
from nhipcau.programme.map_columns import editable
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work

_LONGEST = 10_000


def correct_import_row(
    office: Office,
    actor: Actor,
    import_id: str,
    number: int,
    *,
    cells: Mapping[int, str] | None = None,
    skipped: bool | None = None,
) -> ImportRow:
    """Set some cells of a row (by their place from 0), or leave the row out, or take it back in.

    Other rows that said the same, before or now, are checked anew with it.
    """
    demand(actor, "organisation.import")
    with work(office, actor, "correct-import-row") as opened:
        one = editable(opened.unit, import_id)
        rows = opened.unit.imports.rows_of(import_id, [number])
        if not rows:
            raise NotFound("error.not-found", kind="import-row", id=str(number))
        row = rows[0]
        changed = replace(row, cells=_with(row, cells or {}), skipped=row.skipped if skipped is None else skipped)
        year = office.clock.today().year
        alone = Checker.of(one, year).check(changed)
        keys = {row.key, *row.numbers, alone.key, *alone.numbers}
        others = [other for other in opened.unit.imports.rows_sharing(import_id, keys) if other.number != number]
        again = Checker.of(one, year)
        checked = [again.check(other) for other in sorted([*others, changed], key=lambda item: item.number)]
        opened.unit.imports.save_rows(import_id, checked)
        return next(item for item in checked if item.number == number)


def _with(row: ImportRow, cells: Mapping[int, str]) -> tuple[str, ...]:
    after = list(row.cells)
    for place, text in cells.items():
        if not 0 <= place < len(after):
            raise InvalidFields({f"cell-{place}": Message("field.unknown")})
        after[place] = " ".join(clean(text).split())[:_LONGEST]
    return tuple(after)
