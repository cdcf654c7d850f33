"""To be filled."""

from __future__ import annotations

from collections.abc import Mapping

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Draft
from nhipcau.programme.office import Office


def add_value(
    office: Office, actor: Actor, draft_id: str, *, field: str, content: Mapping[str, str], version: int
) -> Draft:
    """Add a value that the reader did not find; content may hold "quote" (and "start"), words of the document."""
    raise NotImplementedError
