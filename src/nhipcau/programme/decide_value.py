"""A person's word on one value of a draft comes in; the draft with that decision goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.draft import Decision, Draft, DraftValue
from nhipcau.facts.message import Message
from nhipcau.facts.state import State
from nhipcau.programme.drafting.fields import Content, checked
from nhipcau.programme.drafting.opening import open_draft, value_of
from nhipcau.programme.drafting.proposals import propose
from nhipcau.programme.drafting.quotes import quoted, without_quote
from nhipcau.programme.drafting.values import list_of
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import Work, found, work

_PROPOSING = ("party", "date", "type", "place")


def decide_value(  # noqa: PLR0913 -- a decision is these parts
    office: Office,
    actor: Actor,
    draft_id: str,
    key: str,
    *,
    decision: Decision,
    version: int,
    content: Mapping[str, str] | None = None,
) -> Draft:
    """Accept, change or reject one value, or take the word back (pending: the value is again as the reader left it).

    A change takes the parts in ``content`` over the value's own; "quote" (with "start") moves its span to other words
    of the document. All mistakes come at once as ``InvalidFields``.
    """
    demand(actor, "draft.decide")
    with work(office, actor, "decide-value") as opened:
        draft = open_draft(opened, draft_id, version)
        value = value_of(draft, key)
        if decision is Decision.CHANGED:
            decided = _changed(opened, draft, value, content or {})
        elif decision is Decision.PENDING:
            decided = _as_read(value)
        else:
            decided = replace(value, decision=decision)
        values = tuple(decided if item.key == key else item for item in draft.values)
        changed = replace(draft, values=values, list=list_of(values))
        if value.field in _PROPOSING and decided.content != value.content:
            changed = replace(changed, proposal=propose(opened.unit, changed))
        return opened.save(changed, before=draft)


def _changed(opened: Work, draft: Draft, value: DraftValue, content: Mapping[str, str]) -> DraftValue:
    form = Form(opened.actor.language)
    document = found(opened.unit.documents.get(draft.document_id), "document", draft.document_id)
    span = quoted(document.text, content, form)
    parts = _parts(value, without_quote(content), form)
    form.check()
    unknown = State.DERIVED if value.state is State.NOT_STATED else value.state
    changed = replace(
        value,
        content=parts,
        span=span or value.span,
        state=State.STATED if span else unknown,
        origin=(*(m for m in value.origin if m.code != "origin.changed-by"), _by(opened)),
        decision=Decision.CHANGED,
    )
    if value.read is not None or value.added_by:
        return changed
    return replace(changed, read=value.content, read_span=value.span, read_state=value.state)


def _parts(value: DraftValue, content: Mapping[str, str], form: Form) -> Content:
    """Return the parts of a value with those that a person typed anew, which alone are checked.

    What the reader said stays as it is: its "1.125" is no typed "1.125", which a Vietnamese officer means as 1125.
    """
    typed = {part: text for part, text in content.items() if text != value.content.get(part, "")}
    parts = checked(value.field, {**value.content, **typed}, form)
    kept = {part for part in parts if part not in typed and not (part == "precision" and "value" in typed)}
    form.forgive(kept)
    return {part: value.content.get(part, "") if part in kept else parts[part] for part in parts}


def _by(opened: Work) -> Message:
    return Message("origin.changed-by", {"value": "", "detail": opened.actor.name})


def _as_read(value: DraftValue) -> DraftValue:
    """Return a value without a decision and with the reader's own words again."""
    if value.read is None:
        return replace(value, decision=Decision.PENDING)
    return replace(
        value,
        content=value.read,
        span=value.read_span,
        state=value.read_state or value.state,
        read=None,
        read_span=None,
        read_state=None,
        origin=tuple(message for message in value.origin if message.code != "origin.changed-by"),
        decision=Decision.PENDING,
    )
