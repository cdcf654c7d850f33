"""The bytes of a spreadsheet come in; an import to look through, with every problem at its cell, goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, islice

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import BadInput
from nhipcau.facts.message import Message
from nhipcau.facts.organisation_import import Column, Import, ImportState
from nhipcau.language.column_heads import words_of_head
from nhipcau.programme.forms import Form
from nhipcau.programme.importing.checking import Checker
from nhipcau.programme.importing.mapping import guess
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.ports import SheetRead
from nhipcau.programme.work import Work, work

SAMPLE = 50
_LONGEST_SOURCE = 120


def preview_import(  # noqa: PLR0913 -- one parameter an option
    office: Office,
    actor: Actor,
    data: bytes,
    *,
    name: str,
    source: str,
    sheet: str = "",
    mapping: Mapping[str, str] | None = None,
    demo: bool = False,
) -> Import:
    """Keep the file and check every row of a sheet (the first where none is named); nothing enters the register.

    ``mapping`` says by head what columns hold; heads that it leaves out hold what was guessed. Raises
    ``InvalidFields`` and ``BadInput``.
    """
    demand(actor, "organisation.import")
    form = Form(actor.language)
    source = form.text("source", source, longest=_LONGEST_SOURCE, required=True)
    form.check()
    sheets = office.spreadsheets.sheets(data, name)
    read = office.spreadsheets.read(data, name, sheet or sheets[0])
    key = office.files.put(data)
    with work(office, actor, "preview-import") as opened:
        one = Import(
            id=office.ids.new(),
            source=source,
            file_name=name[:255],
            file_key=key,
            sheet=read.sheet,
            sheets=sheets,
            created_at=opened.at,
            created_by=actor.name,
            demo=demo,
        )
        before = opened.unit.imports.last_of(source)
        opened.unit.imports.add(one)
        return fill(opened, one, read, mapping or {}, before)


def fill(opened: Work, one: Import, read: SheetRead, wanted: Mapping[str, str], before: Import | None) -> Import:
    """Put the rows of a sheet, checked, into an import; ``before`` is the one whose columns are remembered."""
    sample = list(islice(read.rows, SAMPLE))
    guessed = guess(read.heads, [cells for _, cells in sample], before)
    mapping = as_wanted(read.heads, guessed, wanted)
    planned = replace(one, sheet=read.sheet, heads=read.heads, mapping=mapping)
    checker = Checker.of(planned, opened.office.clock.today().year)
    rows = opened.unit.imports.put_rows(one.id, checker.check_all(chain(sample, read.rows)))
    return opened.unit.imports.save(replace(planned, rows=rows, state=ImportState.PREVIEW))


def as_wanted(heads: tuple[str, ...], guessed: tuple[Column, ...], wanted: Mapping[str, str]) -> tuple[Column, ...]:
    """Return the mapping with what a person said of some heads; a head or a column that nobody knows is refused."""
    places = {words_of_head(head): place for place, head in enumerate(heads)}
    mapping = list(guessed)
    for head, code in wanted.items():
        place = places.get(words_of_head(head))
        if place is None:
            raise BadInput("error.head-unknown", head=head[:200])
        if code not in tuple(Column):
            raise BadInput("error.column-unknown", value=str(code)[:60])
        mapping[place] = Column(code)
    return tuple(mapping)


def needs_a_name(mapping: Iterable[Column]) -> Message | None:
    """Return what is to be said of a mapping without a column of names."""
    named = set(mapping) & {Column.NAME, Column.NAME_VI, Column.NAME_KO, Column.NAME_EN}
    return None if named else Message("import.no-name-column")
