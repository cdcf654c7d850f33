"""What is asked of the list of documents comes in; one page of them, without their texts, goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.codes import LANGUAGES
from nhipcau.programme.arguments import DocumentQuestion
from nhipcau.programme.filters import DOCUMENT_SORTS, DocumentFilter
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.queries.asking import an_id, demo, known_only, paging, terms
from nhipcau.programme.queries.within_sight import documents_within_sight
from nhipcau.programme.views import DocumentRow, Page


def document_list(office: Office, actor: Actor, **wanted: Unpack[DocumentQuestion]) -> Page[DocumentRow]:
    """Return documents, the latest received first unless asked otherwise."""
    demand(actor, "document.see")
    form = Form(actor.language)
    known_only(form, wanted, DocumentQuestion)
    asked = DocumentFilter(
        search=terms(form, wanted),
        language=form.code("language", wanted.get("language"), (*LANGUAGES, "und")) or None,
        agreement_id=an_id(form, "agreement_id", wanted.get("agreement_id")),
        demo=demo(form, wanted),
        visible_to=visible_to(actor),
    )
    page = paging(office, form, wanted, DOCUMENT_SORTS, "-received")
    form.check()
    found = office.store.reads().document_list(asked, page)
    return replace(found, items=documents_within_sight(office, actor, found.items))
