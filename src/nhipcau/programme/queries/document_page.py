"""A document's id comes in; its text, drafts and agreements go out, as far as this person may see them."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand, visible_to
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import DocumentView


def document_page(office: Office, actor: Actor, document_id: str) -> DocumentView:
    """Return one document.

    An enterprise sees a document only as evidence of an agreement it is a party to. Drafts are left out for those who
    may not see drafts.
    """
    demand(actor, "document.see")
    view = office.store.reads().document_page(document_id)
    if view is None:
        raise not_found("document", document_id)
    if visible_to(actor) is not None:
        with office.store.unit() as unit:
            sources = unit.agreements.of_document(document_id)
        seen = {agreement.id for agreement in sources if allowed(actor, "document.see", agreement)}
        if not seen:
            raise not_found("document", document_id)
        view = replace(view, agreements=tuple(link for link in view.agreements if link.id in seen))
    return view if allowed(actor, "draft.see") else replace(view, drafts=())
