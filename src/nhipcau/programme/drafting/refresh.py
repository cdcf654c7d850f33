"""An agreement that entered or left the register comes in; open drafts get, or lose, it as their proposal.

A proposal is worked out, not decided: it makes no entry in the history.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.drafting.proposals import best, propose
from nhipcau.programme.ports import Unit


def offer(unit: Unit, agreement: Agreement) -> None:
    """Propose a new agreement to the open drafts that have no proposal yet and fit."""
    parties = [party.organisation_id for party in agreement.parties]
    known: Mapping[str, Organisation] = unit.organisations.get_many(parties)
    for draft in unit.drafts.open():
        if draft.proposal is None and (proposal := best(draft, (agreement,), known)):
            unit.drafts.save(replace(draft, proposal=proposal))


def withdraw(unit: Unit, agreement_id: str) -> None:
    """Take an agreement that is gone out of the proposals; the next best one, if any, takes its place."""
    for draft in unit.drafts.proposing(agreement_id):
        unit.drafts.save(replace(draft, proposal=propose(unit, replace(draft, proposal=None))))
