"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import DraftView


def draft_page(office: Office, actor: Actor, draft_id: str) -> DraftView:
    """Return one draft beside its text."""
    raise NotImplementedError
