"""A decided draft comes in; an agreement of the register goes out, new or with one more report to it."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement
from nhipcau.facts.draft import Draft, DraftState
from nhipcau.facts.errors import Conflict
from nhipcau.programme.drafting.opening import open_draft
from nhipcau.programme.drafting.refresh import offer
from nhipcau.programme.drafting.taken import demand_agreement, taken
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.agreement import register
from nhipcau.programme.registering.second_report import add_report
from nhipcau.programme.work import Work, found, work


def confirm_draft(
    office: Office, actor: Actor, draft_id: str, *, version: int, same_as: str | None = None
) -> Agreement:
    """Take the accepted and changed values into the register; pending and rejected ones stay out.

    Without ``same_as`` a new agreement is made; it needs a type, a status other than planned and a party
    (``InvalidFields`` otherwise). With it, the values become evidence of that agreement, and nothing is overwritten.
    The second of two officers is told who was first: ``Conflict("error.draft-already-decided", by, at)``.
    """
    demand(actor, "draft.decide")
    demand(actor, "register.edit")
    with work(office, actor, "confirm-draft") as opened:
        draft = open_draft(opened, draft_id, version)
        agreement = _known(opened, draft, same_as) if same_as else _new(opened, draft)
        opened.save(_confirmed(opened, draft, agreement), before=draft)
        if not same_as:
            offer(opened.unit, agreement)
        return agreement


def _new(opened: Work, draft: Draft) -> Agreement:
    values = taken(draft)
    demand_agreement(values)
    document = found(opened.unit.documents.get(draft.document_id), "document", draft.document_id)
    return register(opened, draft, document, values)


def _known(opened: Work, draft: Draft, same_as: str) -> Agreement:
    agreement = found(opened.unit.agreements.get(same_as), "agreement", same_as)
    if agreement.demo != draft.demo:
        raise Conflict("error.demo-mixed", id=same_as)
    document = found(opened.unit.documents.get(draft.document_id), "document", draft.document_id)
    return add_report(opened, draft, document, taken(draft), agreement)


def _confirmed(opened: Work, draft: Draft, agreement: Agreement) -> Draft:
    return replace(
        draft,
        state=DraftState.CONFIRMED,
        agreement_id=agreement.id,
        decided_by=opened.actor.name,
        decided_at=opened.at,
    )
