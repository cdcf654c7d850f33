"""A rejected draft comes in; it goes out open again."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Draft, DraftState
from nhipcau.facts.errors import Conflict
from nhipcau.programme.drafting.proposals import propose
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import found, unchanged, work


def reopen_draft(office: Office, actor: Actor, draft_id: str, *, version: int) -> Draft:
    """Take a rejected draft up again; a confirmed one is reopened by undoing its confirmation."""
    demand(actor, "draft.decide")
    with work(office, actor, "reopen-draft") as opened:
        draft = unchanged(found(opened.unit.drafts.get(draft_id), "draft", draft_id), version)
        if draft.state is DraftState.CONFIRMED:
            raise Conflict("error.draft-confirmed", by=draft.decided_by or "", agreement_id=draft.agreement_id or "")
        reopened = replace(draft, state=DraftState.OPEN, decided_by=None, decided_at=None, reason="")
        return opened.save(replace(reopened, proposal=propose(opened.unit, reopened)), before=draft)
