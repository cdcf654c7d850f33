"""A draft with a proposal comes in; it goes out with that proposal declined for good."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Draft
from nhipcau.facts.errors import Conflict
from nhipcau.programme.drafting.opening import open_draft
from nhipcau.programme.drafting.proposals import propose
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def not_the_same(office: Office, actor: Actor, draft_id: str, *, version: int) -> Draft:
    """Decline the proposal and remember that; the next best one, if there is any, takes its place."""
    demand(actor, "draft.decide")
    with work(office, actor, "not-the-same") as opened:
        draft = open_draft(opened, draft_id, version)
        if draft.proposal is None:
            raise Conflict("error.no-proposal", id=draft.id)
        pairs = tuple(dict.fromkeys((*draft.rejected_pairs, draft.proposal.agreement_id)))
        declined = replace(draft, proposal=None, rejected_pairs=pairs)
        return opened.save(replace(declined, proposal=propose(opened.unit, declined)), before=draft)
