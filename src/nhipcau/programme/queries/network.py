"""Nothing but the person comes in; who signed with whom, as far as this person may see it, goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.views import Network


def network(office: Office, actor: Actor) -> Network:
    """Return organisations that signed, and the pairs of them that signed together."""
    demand(actor, "register.see")
    return office.store.reads().network(visible_to=visible_to(actor))
