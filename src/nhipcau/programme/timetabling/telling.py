"""A released timetable before and after a change comes in; who has to be told is noted, once each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from nhipcau.facts.attendance import Notice, ToldMeeting
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import Meeting
from nhipcau.programme.work import Work

Known = Mapping[str, frozenset[ToldMeeting]]
"""What each registration or interpreter knows of its meetings, by id."""


def known_by(meetings: Iterable[Meeting]) -> Known:
    """Return what everybody who is in these meetings knows by them."""
    found: defaultdict[str, set[ToldMeeting]] = defaultdict(set)
    for meeting in meetings:
        for one in (meeting.asker_id, meeting.asked_id, *meeting.interpreter_ids):
            found[one].add(as_told(meeting))
    return {one: frozenset(told) for one, told in found.items()}


def as_told(meeting: Meeting) -> ToldMeeting:
    """Return a meeting as those who are in it are told."""
    return ToldMeeting(
        request_id=meeting.request_id,
        starts=meeting.starts,
        ends=meeting.ends,
        venue=meeting.venue,
        interpreter_ids=tuple(sorted(meeting.interpreter_ids)),
    )


def in_order(told: Iterable[ToldMeeting]) -> tuple[ToldMeeting, ...]:
    """Return meetings by time."""
    return tuple(sorted(told, key=lambda one: (one.starts, one.request_id)))


def note_changes(
    work: Work, event: Event, since: str | None, before: Iterable[Meeting], after: Iterable[Meeting]
) -> None:
    """Note everybody whose meetings changed; who is still to be told of something is told of all of it together.

    ``since`` is the timetable that ``before`` was, ``None`` where there was none.
    """
    then, now = known_by(before), known_by(after)
    waiting = {one.recipient_id for one in work.unit.notices.of_event(event.id) if one.sent_at is None}
    changed = sorted(one for one in then.keys() | now.keys() if then.get(one) != now.get(one))
    work.unit.notices.add_many(
        [
            Notice(
                id=work.office.ids.new(),
                event_id=event.id,
                recipient_id=one,
                created_at=work.at,
                since_timetable_id=since,
                told=in_order(then.get(one, ())),
                demo=event.demo,
            )
            for one in changed
            if one not in waiting
        ]
    )
