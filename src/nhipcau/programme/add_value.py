"""A value that the reader did not find comes in from a person; the draft with it goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Decision, Draft, DraftValue
from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.message import Message
from nhipcau.facts.state import State
from nhipcau.programme.drafting.fields import FIELDS, SINGLE_FIELDS, checked
from nhipcau.programme.drafting.opening import open_draft
from nhipcau.programme.drafting.proposals import propose
from nhipcau.programme.drafting.quotes import quoted, without_quote
from nhipcau.programme.drafting.values import list_of
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import Work, found, work


def add_value(
    office: Office, actor: Actor, draft_id: str, *, field: str, content: Mapping[str, str], version: int
) -> Draft:
    """Add a value, already decided by the person who adds it.

    With "quote" in ``content`` (and "start") it is *stated* there; without, it is *derived* from what that person
    says. A single field (type, status, date, place, term) must not have a value yet.
    """
    demand(actor, "draft.decide")
    if field not in FIELDS:
        raise InvalidFields({"field": Message("field.code-unknown", {"value": field})})
    with work(office, actor, "add-value") as opened:
        draft = open_draft(opened, draft_id, version)
        added = _added(opened, draft, field, content)
        kept = tuple(value for value in draft.values if value.field != field or value.state is not State.NOT_STATED)
        values = _in_order((*kept, added))
        changed = replace(draft, values=values, list=list_of(values))
        return opened.save(replace(changed, proposal=propose(opened.unit, changed)), before=draft)


def _added(opened: Work, draft: Draft, field: str, content: Mapping[str, str]) -> DraftValue:
    form = Form(opened.actor.language)
    document = found(opened.unit.documents.get(draft.document_id), "document", draft.document_id)
    span = quoted(document.text, content, form)
    parts = checked(field, without_quote(content), form)
    present = [value for value in draft.values if value.field == field and value.state is not State.NOT_STATED]
    if field in SINGLE_FIELDS and present:
        form.refuse("field", Message("field.already-there"))
    form.check()
    by = Message("origin.added-by", {"value": "", "detail": opened.actor.name})
    return DraftValue(
        key=_free_key(field, {value.key for value in draft.values}),
        field=field,
        content=parts,
        state=State.STATED if span else State.DERIVED,
        span=span,
        origin=() if span else (by,),
        decision=Decision.CHANGED,
        added_by=opened.actor.name,
    )


def _free_key(field: str, taken: set[str]) -> str:
    if field in SINGLE_FIELDS:
        return field
    return next(key for number in range(len(taken) + 1) if (key := f"{field}-{number}") not in taken)


def _in_order(values: tuple[DraftValue, ...]) -> tuple[DraftValue, ...]:
    return tuple(sorted(values, key=lambda value: FIELDS.index(value.field)))
