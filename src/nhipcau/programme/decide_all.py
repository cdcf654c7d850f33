"""A draft comes in; it goes out with every pending value accepted."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Decision, Draft
from nhipcau.programme.drafting.opening import open_draft
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def decide_all(office: Office, actor: Actor, draft_id: str, *, version: int) -> Draft:
    """Accept every pending value; what was changed or rejected stays so."""
    demand(actor, "draft.decide")
    with work(office, actor, "decide-all") as opened:
        draft = open_draft(opened, draft_id, version)
        values = tuple(
            replace(value, decision=Decision.ACCEPTED) if value.decision is Decision.PENDING else value
            for value in draft.values
        )
        return opened.save(replace(draft, values=values), before=draft)
