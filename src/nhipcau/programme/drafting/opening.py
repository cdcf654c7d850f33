"""A draft's id and the version a person saw come in; the open draft goes out, or who decided it first."""

from __future__ import annotations

from nhipcau.facts.draft import Draft, DraftState, DraftValue
from nhipcau.facts.errors import Conflict, NotFound
from nhipcau.programme.work import Work, found, unchanged


def open_draft(work: Work, draft_id: str, version: int) -> Draft:
    """Return an open draft; one that is decided raises ``Conflict("error.draft-already-decided", by, at)``."""
    draft = found(work.unit.drafts.get(draft_id), "draft", draft_id)
    if draft.state is not DraftState.OPEN:
        at = draft.decided_at.isoformat() if draft.decided_at else ""
        raise Conflict("error.draft-already-decided", by=draft.decided_by or "", at=at, state=draft.state.value)
    return unchanged(draft, version)


def value_of(draft: Draft, key: str) -> DraftValue:
    """Return one value of a draft, or raise ``NotFound``."""
    value = next((value for value in draft.values if value.key == key), None)
    if value is None:
        raise NotFound("error.not-found", kind="draft-value", id=key)
    return value
