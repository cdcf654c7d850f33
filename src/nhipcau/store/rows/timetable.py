"""Timetables, meetings, runs, reports and notices, and their rows."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from nhipcau.facts.attendance import Notice
from nhipcau.facts.meeting import Meeting, MeetingReport, Run, Timetable
from nhipcau.store.models import MeetingReportRow, MeetingRow, NoticeRow, RunRow, TimetableRow
from nhipcau.store.rows.bodied import bodied
from nhipcau.store.rows.table import Table

_KEPT: Final = ("demo", "version")
_MEETING: Final = tuple(part.name for part in fields(Meeting))


def _meeting(meeting: Meeting) -> dict[str, object]:
    columns = {name: getattr(meeting, name) for name in _MEETING}
    return {**columns, "interpreter_ids": list(meeting.interpreter_ids)}


def _as_meeting(row: MeetingRow) -> Meeting:
    columns = {name: getattr(row, name) for name in _MEETING}
    return Meeting(**{**columns, "interpreter_ids": tuple(row.interpreter_ids)})


TIMETABLES: Table[Timetable, TimetableRow] = bodied(
    Timetable, TimetableRow, "timetable", ("id", "event_id", "number", "state", *_KEPT)
)
# Thousands of meetings are read for one page: each part has its column.
MEETINGS: Table[Meeting, MeetingRow] = Table(model=MeetingRow, kind="meeting", columns=_meeting, fact=_as_meeting)
RUNS: Table[Run, RunRow] = bodied(
    Run, RunRow, "run", ("id", "event_id", "state", "asked_at", "alive_at", "best", *_KEPT)
)
MEETING_REPORTS: Table[MeetingReport, MeetingReportRow] = bodied(
    MeetingReport, MeetingReportRow, "meeting-report", ("id", "event_id", "request_id", "by_id", *_KEPT)
)
NOTICES: Table[Notice, NoticeRow] = bodied(
    Notice, NoticeRow, "notice", ("id", "event_id", "recipient_id", "created_at", "sent_at", "attempts", *_KEPT)
)
