"""An own concept that nothing has any more comes in; it is gone, and the history keeps it."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import found, unchanged, work


def remove_own_concept(office: Office, actor: Actor, concept_id: str, *, version: int | None = None) -> None:
    """Take an own concept away; one that a need, an offer or another concept still has is a ``Conflict``."""
    demand(actor, "concept.edit")
    with work(office, actor, "remove-own-concept") as opened:
        concept = unchanged(found(opened.unit.own_concepts.get(concept_id), "own-concept", concept_id), version)
        rows = office.store.reads().own_concepts()
        users = sum(row.used for row in rows if row.concept.id == concept_id)
        users += sum(concept_id in row.concept.broader for row in rows)
        if users:
            raise Conflict("error.concept-used", count=users)
        opened.delete(concept)
