"""A promise in the office's own words comes in; a commitment of an agreement goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.codes import ACTIVITY_CODES, Strength
from nhipcau.facts.commitment import Commitment
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.access import agreement_at
from nhipcau.programme.work import work

_STRENGTHS = (Strength.COMMITMENT, Strength.PURPOSE)


def add_commitment(
    office: Office, actor: Actor, agreement_id: str, *, code: str, text: str, strength: str = "commitment"
) -> Commitment:
    """Add a commitment that no document words; it is not concretised yet."""
    demand(actor, "register.edit")
    form = Form(actor.language)
    kind = form.code("code", code, ACTIVITY_CODES, required=True)
    words = form.text("text", text, longest=2000, required=True)
    firmness = form.code("strength", strength, _STRENGTHS, required=True)
    form.check()
    with work(office, actor, "add-commitment") as opened:
        agreement = agreement_at(opened, agreement_id)
        return opened.add(
            Commitment(
                id=office.ids.new(),
                agreement_id=agreement.id,
                code=kind,
                strength=Strength(firmness),
                text=words,
                created_at=opened.at,
                demo=agreement.demo,
            )
        )
