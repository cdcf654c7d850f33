"""To be filled."""

from __future__ import annotations

from collections.abc import Mapping

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Decision, Draft
from nhipcau.programme.office import Office


def decide_value(
    office: Office,
    actor: Actor,
    draft_id: str,
    key: str,
    *,
    decision: Decision,
    version: int,
    content: Mapping[str, str] | None = None,
) -> Draft:
    """Accept, change, reject or take back (pending) one value of a draft; content may hold "quote" (and "start") to move its span."""
    raise NotImplementedError
