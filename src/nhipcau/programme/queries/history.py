"""To be filled."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.change import Change
from nhipcau.programme.arguments import HistoryQuestion
from nhipcau.programme.office import Office
from nhipcau.programme.views import Page


def history(office: Office, actor: Actor, **wanted: Unpack[HistoryQuestion]) -> Page[Change]:
    """Return changes, newest first."""
    raise NotImplementedError
