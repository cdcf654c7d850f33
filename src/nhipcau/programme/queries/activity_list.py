"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.programme.arguments import ActivityQuestion
from nhipcau.programme.office import Office
from nhipcau.programme.views import ActivityRow, Page


def activity_list(office: Office, actor: Actor, **wanted: Unpack[ActivityQuestion]) -> Page[ActivityRow]:
    """Return activities."""
    raise NotImplementedError
