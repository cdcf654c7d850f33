"""Nothing but the person comes in; the office's own concepts go out, with how often each is used."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.views import OwnConceptRow


def own_concepts(office: Office, actor: Actor) -> tuple[OwnConceptRow, ...]:
    """Return the office's own concepts by id; how many needs and offers have one, nobody else is told."""
    demand(actor, "market.import")
    return office.store.reads().own_concepts()
