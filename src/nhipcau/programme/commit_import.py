"""An import that was looked through comes in; all its rows stand in the register as one batch, or none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import BadInput, Conflict, NhipCauError
from nhipcau.facts.message import Message
from nhipcau.facts.organisation_import import HowFar, Import, ImportState
from nhipcau.programme.importing.bodies import Bodies
from nhipcau.programme.importing.checking import Checker
from nhipcau.programme.importing.committing import Committing
from nhipcau.programme.importing.taking_back import VERB
from nhipcau.programme.map_columns import editable
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.placing.bands import bands_of
from nhipcau.programme.preview_import import needs_a_name
from nhipcau.programme.work import Work, work

_AT_ONCE = 250
# Whoever works says so every few seconds; after so long a silence the work was killed, and nothing of it stays.
_SILENCE = timedelta(seconds=90)


def commit_import(office: Office, actor: Actor, import_id: str) -> Import:
    """Take the rows of an import in, but those with errors and those left out.

    All in one transaction: killed in the middle, nothing of it stays and the import can be committed again.
    """
    demand(actor, "organisation.import")
    try:
        with work(office, actor, VERB) as opened:
            one = editable(opened.unit, import_id)
            nameless = needs_a_name(one.mapping)
            if nameless is not None:
                raise BadInput(nameless.code)
            return _committed(opened, one)
    finally:
        office.progress.forget(import_id)


def commit_beside(office: Office, actor: Actor, import_id: str) -> None:
    """Do the same beside the request that asked for it: what stops it is told to whoever watches."""
    try:
        commit_import(office, actor, import_id)
    except NhipCauError as error:
        office.progress.tell(import_id, HowFar(done=0, total=0, at=office.clock.now(), stopped=error.message))
    except Exception:
        office.progress.tell(
            import_id, HowFar(done=0, total=0, at=office.clock.now(), stopped=Message("error.import-broke"))
        )
        raise


def announce(office: Office, actor: Actor, import_id: str) -> Import:
    """Say that an import is about to be committed; ``Conflict`` where that is under way already."""
    demand(actor, "organisation.import")
    with office.store.unit() as unit:
        one = editable(unit, import_id)
    if under_way(office, import_id) is not None:
        raise Conflict("error.import-under-way", name=one.file_name)
    nameless = needs_a_name(one.mapping)
    if nameless is not None:
        raise BadInput(nameless.code)
    office.progress.tell(import_id, HowFar(done=0, total=one.rows, at=office.clock.now()))
    return one


def under_way(office: Office, import_id: str) -> HowFar | None:
    """Return how far the work on an import is, where somebody is at it."""
    said = office.progress.of(import_id)
    if said is None or said.stopped is not None or office.clock.now() - said.at > _SILENCE:
        return None
    return said


def _committed(opened: Work, one: Import) -> Import:
    unit, office = opened.unit, opened.office
    checker = Checker.of(one, office.clock.today().year)
    rows = Committing(opened, one, checker, bands_of(unit), Bodies(unit, one.demo))
    last, done = 0, 0
    while some := unit.imports.rows_after(one.id, last, _AT_ONCE):
        rows.take(some)
        last, done = some[-1].number, done + len(some)
        office.progress.tell(one.id, HowFar(done=done, total=one.rows, at=office.clock.now()))
    after = replace(
        one,
        state=ImportState.DONE,
        batch=opened.batch,
        counts=dict(rows.counts),
        kept=0,
        committed_at=opened.at,
        committed_by=opened.actor.name,
    )
    return opened.save(after, before=one)
