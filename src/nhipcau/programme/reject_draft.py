"""An open draft comes in; it goes out rejected, with the reason, and nothing of it enters the register."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Draft, DraftState
from nhipcau.programme.drafting.opening import open_draft
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def reject_draft(office: Office, actor: Actor, draft_id: str, *, version: int, reason: str = "") -> Draft:
    """Put a draft aside; it can be reopened."""
    demand(actor, "draft.decide")
    form = Form(actor.language)
    why = form.text("reason", reason, longest=office.limits.longest_note)
    form.check()
    with work(office, actor, "reject-draft") as opened:
        draft = open_draft(opened, draft_id, version)
        rejected = replace(draft, state=DraftState.REJECTED, decided_by=actor.name, decided_at=opened.at, reason=why)
        return opened.save(rejected, before=draft)
