"""Nothing but the person comes in; all of the register that this person may see goes out."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.within_sight import documents_within_sight
from nhipcau.programme.views import RegisterExport


def export_register(office: Office, actor: Actor) -> RegisterExport:
    """Return agreements, organisations, people, commitments with states, activities and documents without texts."""
    demand(actor, "register.see")
    register = office.store.reads().export(
        today=office.clock.today(), taken_at=office.clock.now(), visible_to=visible_to(actor)
    )
    return replace(register, documents=documents_within_sight(office, actor, register.documents))
