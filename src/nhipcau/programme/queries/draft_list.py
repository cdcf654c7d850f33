"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.programme.arguments import DraftQuestion
from nhipcau.programme.office import Office
from nhipcau.programme.views import DraftRow, Page


def draft_list(office: Office, actor: Actor, **wanted: Unpack[DraftQuestion]) -> Page[DraftRow]:
    """Return drafts."""
    raise NotImplementedError
