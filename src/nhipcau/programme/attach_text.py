"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement
from nhipcau.programme.office import Office


def attach_text(office: Office, actor: Actor, agreement_id: str, document_id: str) -> Agreement:
    """Say that a document is a (parallel) text of an agreement."""
    raise NotImplementedError
