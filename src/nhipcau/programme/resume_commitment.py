"""An abandoned commitment comes in; it goes out taken up again."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Commitment
from nhipcau.facts.errors import Conflict
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.access import commitment_at
from nhipcau.programme.work import work


def resume_commitment(office: Office, actor: Actor, commitment_id: str, *, version: int) -> Commitment:
    """Take an abandoned commitment up again; the history keeps why it was given up."""
    demand(actor, "register.edit")
    with work(office, actor, "resume-commitment") as opened:
        commitment = commitment_at(opened, commitment_id, version)
        if not commitment.abandoned_reason:
            raise Conflict("error.commitment-not-abandoned", id=commitment.id)
        return opened.save(replace(commitment, abandoned_reason=None, abandoned_on=None), before=commitment)
