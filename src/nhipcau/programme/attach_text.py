"""An agreement and a document come in; the agreement goes out with the document as a text of it."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement, Evidence
from nhipcau.facts.errors import Conflict
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.access import agreement_at
from nhipcau.programme.work import found, work

TEXT = "text"


def attach_text(office: Office, actor: Actor, agreement_id: str, document_id: str) -> Agreement:
    """Say that a document is a (parallel) text of an agreement; saying it twice changes nothing."""
    demand(actor, "register.edit")
    with work(office, actor, "attach-text") as opened:
        agreement = agreement_at(opened, agreement_id)
        document = found(opened.unit.documents.get(document_id), "document", document_id)
        if document.demo != agreement.demo:
            raise Conflict("error.demo-mixed", id=document_id)
        if any(item.subject == TEXT and item.document_id == document_id for item in agreement.evidence):
            return agreement
        text = Evidence(
            id=office.ids.new(),
            subject=TEXT,
            document_id=document_id,
            span=None,
            confirmed_by=actor.name,
            confirmed_at=opened.at,
        )
        return opened.save(replace(agreement, evidence=(*agreement.evidence, text)), before=agreement)
