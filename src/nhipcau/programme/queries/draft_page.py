"""A draft's id comes in; the draft beside its text, and beside the agreement it may be the same as, goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import DraftView


def draft_page(office: Office, actor: Actor, draft_id: str) -> DraftView:
    """Return one draft."""
    demand(actor, "draft.see")
    view = office.store.reads().draft_page(draft_id, today=office.clock.today())
    if view is None:
        raise not_found("draft", draft_id)
    return view
