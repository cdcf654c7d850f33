"""A commitment and the reason to give it up come in; it goes out abandoned."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Commitment
from nhipcau.facts.errors import Conflict
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.access import commitment_at
from nhipcau.programme.work import work


def abandon_commitment(office: Office, actor: Actor, commitment_id: str, *, reason: str, version: int) -> Commitment:
    """Give a commitment up; a reason is needed."""
    demand(actor, "register.edit")
    form = Form(actor.language)
    why = form.text("reason", reason, longest=office.limits.longest_note, required=True)
    form.check()
    with work(office, actor, "abandon-commitment") as opened:
        commitment = commitment_at(opened, commitment_id, version)
        if commitment.abandoned_reason:
            raise Conflict("error.commitment-abandoned", id=commitment.id)
        abandoned = replace(commitment, abandoned_reason=why, abandoned_on=office.clock.today())
        return opened.save(abandoned, before=commitment)
