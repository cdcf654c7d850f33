"""To be filled."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.views import ComparedCommitment


def compare_texts(office: Office, actor: Actor, agreement_id: str) -> tuple[ComparedCommitment, ...]:
    """Return what each parallel text of an agreement promises, by activity code."""
    raise NotImplementedError
