"""The best timetable of a run so far comes in; text that a killed worker leaves behind goes out, and the way back."""

from __future__ import annotations

import json
from collections.abc import Iterable

from nhipcau.facts.meeting import Meeting
from nhipcau.facts.scheduling import Placed
from nhipcau.programme.events.problem import EventProblem

_PARTS = ("request_id", "slot", "venue", "asker_id", "asked_id", "asker_seat", "asked_seat", "interpreter_ids")


def as_text(known: EventProblem, placed: Iterable[Placed]) -> str:
    """Return what was laid, by the ids of what is kept: numbers mean nothing after something was added."""
    meetings = (known.meeting(one, "", "") for one in placed)
    return json.dumps([[getattr(one, part) for part in _PARTS] for one in meetings], separators=(",", ":"))


def from_text(known: EventProblem, text: str) -> tuple[Placed, ...]:
    """Return what was laid as far as the problem of today can speak of it."""
    times = {slot.key: slot for slot in known.slots}
    meetings = []
    for row in json.loads(text) if text else ():
        parts = dict(zip(_PARTS, row, strict=True))
        slot = times.get(parts["slot"])
        if slot is not None:
            parts["interpreter_ids"] = tuple(parts["interpreter_ids"])
            meetings.append(Meeting(id="", timetable_id="", starts=slot.starts, ends=slot.ends, **parts))
    return known.placed(meetings)
