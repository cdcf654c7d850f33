"""A timetable and the event that it is for come in; what ``nhipcau meet`` writes goes out: plain values, for JSON.

Both problems give ``status``, ``objective``, ``bound``, ``seconds`` and ``meetings``: the slot of each meeting in the
order of the file, counted from 1, ``None`` for one that was not granted. An event's file holds the event itself too, so
that a repair needs nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from nhipcau.facts.event_file import EventFile
from nhipcau.facts.message import Message
from nhipcau.facts.scheduling import ClassicResult, Level, NotPlaced, OneMore, Placed, Schedule

Record = dict[str, Any]
Said = Callable[[Message], str]
"""A message comes in, its sentence in the language of whoever reads goes out."""


def classic_record(found: ClassicResult, said: Said) -> Record:
    """Return what is written of a published problem; requirements that clash are said in words besides."""
    return {
        "status": found.status.value,
        "objective": found.objective,
        "bound": found.bound,
        "seconds": round(found.seconds, 3),
        "meetings": [slot + 1 for slot in found.meetings],
        "conflict": [
            {"requirement": code, "numbers": [one, other], "said": said(_clash(code, one, other))}
            for code, one, other in found.conflict
        ],
    }


def _clash(code: str, one: int, other: int) -> Message:
    """Return the sentence of one requirement; the file counts meetings, participants and slots from 1."""
    shift = {"session": (1, 0), "tables": (0, 0), "fairness": (0, 0), "slots": (0, 0), "participant": (1, 0)}
    first, second = shift.get(code, (1, 1))
    if code == "session":
        return Message(f"clash.session-{other}", {"meeting": one + 1})
    return Message(f"clash.{code}", {"one": one + first, "other": other + second})


def timetable_record(event: EventFile, found: Schedule, more: Sequence[OneMore], said: Said) -> Record:
    """Return what is written of an event's timetable."""
    wants = next((aim for aim in found.aims if aim.level is Level.WANTS), None)
    slots = {one.wanted: one.slot + 1 for one in found.placed}
    return {
        "status": found.status.value,
        "objective": wants.value if wants else None,
        "bound": wants.bound if wants else 0,
        "seconds": round(found.seconds, 3),
        "meetings": [slots.get(number) for number in range(len(event.problem.wanted))],
        "aims": [{"level": aim.level.value, "value": aim.value, "bound": aim.bound} for aim in found.aims],
        "timetable": [_meeting(event, one) for one in found.placed],
        "not_granted": [_not_granted(event, one, said) for one in found.not_placed],
        "one_more": [
            {"of": one.limit.value, "languages": list(one.languages) if one.languages else None, "grants": one.grants}
            for one in more
        ],
        "conflict": [
            {"requirement": code, "numbers": [one, other], "said": said(_event_clash(event, code, one, other))}
            for code, one, other in found.conflict
        ],
        "event": event.record,
    }


def _event_clash(event: EventFile, code: str, one: int, other: int) -> Message:
    """Return the sentence of one requirement of an event, in names; numbers are those of the engine's conflicts."""
    named: dict[str, object] = {"number": other}
    if code in {"locked", "must"}:
        wanted = event.problem.wanted[one]
        starts = event.slots[other][0].isoformat() if code == "locked" else ""
        named = {"firm": event.firms[wanted.one], "other": event.firms[wanted.other], "starts": starts}
    elif code in {"room", "room-full"}:
        named["room"] = event.rooms[one]
    elif code in {"interpreter", "interpreter-hours", "interpreter-way", "apart", "rest"}:
        named["interpreter"] = event.interpreters[one]
    elif code == "languages":
        named = {"firm": event.firms[one], "other": event.firms[other]}
    elif code == "fairness":
        named["number"] = one
    elif code not in {"rooms", "interpreters"}:
        named["firm"] = event.firms[one]
    return Message(f"clash.event-{code}", named)


def _meeting(event: EventFile, one: Placed) -> Record:
    wanted = event.problem.wanted[one.wanted]
    starts, ends = event.slots[one.slot]
    return {
        "meeting": one.wanted + 1,
        "slot": one.slot + 1,
        "starts": starts.isoformat(),
        "ends": ends.isoformat(),
        "room": event.rooms[one.room],
        "firms": [event.firms[wanted.one], event.firms[wanted.other]],
        "one": event.people[one.one],
        "other": event.people[one.other],
        "interpreters": [event.interpreters[number] for number in one.linguists],
    }


def _not_granted(event: EventFile, one: NotPlaced, said: Said) -> Record:
    wanted = event.problem.wanted[one.wanted]
    limit = one.limits[0]
    languages = one.languages or ("", "")
    params = {
        "firm": event.firms[one.party] if one.party is not None else "",
        "one": languages[0],
        "other": languages[1],
    }
    return {
        "meeting": one.wanted + 1,
        "firms": [event.firms[wanted.one], event.firms[wanted.other]],
        "must": wanted.must,
        "limits": [code.value for code in one.limits],
        "said": said(Message(f"limit.{limit.value}", params)),
    }
