"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import DemoRemoved


def remove_demo(office: Office, actor: Actor) -> DemoRemoved:
    """Take all demo things away."""
    raise NotImplementedError
