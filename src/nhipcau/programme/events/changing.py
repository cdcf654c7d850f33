"""The meetings of two timetables come in; what became of each from the one to the other goes out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from nhipcau.facts.meeting import Meeting
from nhipcau.programme.events.pages import Changed, MeetingChange


def changes_of(
    before: Iterable[Meeting], after: Iterable[Meeting], names: Mapping[str, str]
) -> tuple[MeetingChange, ...]:
    """Return every meeting that differs, by when it lies (or lay)."""
    then = {one.request_id: one for one in before}
    now = {one.request_id: one for one in after}
    found = []
    for request_id in then.keys() | now.keys():
        old, new = then.get(request_id), now.get(request_id)
        kind = _kind(old, new)
        shown = new or old
        if kind is not None and shown is not None:
            found.append(
                MeetingChange(
                    kind=kind,
                    request_id=request_id,
                    asker_name=names.get(shown.asker_id, ""),
                    asked_name=names.get(shown.asked_id, ""),
                    before=old,
                    after=new,
                )
            )
    return tuple(sorted(found, key=_when))


def token_of(changes: Sequence[MeetingChange]) -> str:
    """Return a word that is the same for the same changes alone."""
    told = [(one.request_id, one.kind.value, _place(one.after)) for one in changes]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:24]


def _kind(old: Meeting | None, new: Meeting | None) -> Changed | None:
    if old is None or new is None:
        return Changed.NEW if old is None else Changed.GONE
    if (old.slot, old.venue) != (new.slot, new.venue):
        return Changed.MOVED
    return Changed.INTERPRETERS if set(old.interpreter_ids) != set(new.interpreter_ids) else None


def _place(meeting: Meeting | None) -> tuple[object, ...]:
    if meeting is None:
        return ()
    return meeting.slot, meeting.venue, meeting.asker_seat, meeting.asked_seat, meeting.interpreter_ids


def _when(change: MeetingChange) -> tuple[str, str]:
    shown = change.after or change.before
    return shown.starts.isoformat() if shown else "", change.request_id
