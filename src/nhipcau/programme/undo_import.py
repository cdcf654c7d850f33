"""A committed import comes in; what it brought is gone again but what others built on, and the import goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict
from nhipcau.facts.organisation_import import Import, ImportState
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.undo import undo
from nhipcau.programme.work import found


def undo_import(office: Office, actor: Actor, import_id: str) -> Import:
    """Take an import back; ``kept`` of the answer counts the organisations that stayed."""
    demand(actor, "organisation.import")
    with office.store.unit() as unit:
        one = found(unit.imports.get(import_id), "import", import_id)
    if one.state is not ImportState.DONE:
        raise Conflict("error.import-not-done", name=one.file_name)
    undo(office, actor, one.batch)
    with office.store.unit() as unit:
        return found(unit.imports.get(import_id), "import", import_id)
