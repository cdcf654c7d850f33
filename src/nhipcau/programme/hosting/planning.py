"""The parts of an event as a person typed them come in; checked parts go out, or every mistake is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from nhipcau.engine.meet.slots import slots_of
from nhipcau.facts.errors import Conflict
from nhipcau.facts.event import Event, EventSide
from nhipcau.facts.meeting import Meeting, TimetableState
from nhipcau.facts.message import Message
from nhipcau.programme.arguments import EventParts
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.moments import moment, ordered, zone_named
from nhipcau.programme.hosting.sessions import sessions_typed
from nhipcau.programme.hosting.spoken import spoken
from nhipcau.programme.hosting.venues import venues_typed
from nhipcau.programme.work import Work

_LONGEST_TITLE: Final = 200
_NUMBERS: Final[Mapping[str, tuple[int, int]]] = {
    "answer_hours": (1, 720),
    "least_meetings": (0, 400),
    "most_meetings": (1, 400),
    "most_requests": (1, 1000),
}
_BOUNDS: Final[Mapping[str, tuple[int, int]]] = {"most_organisations": (1, 5000), "fairness": (0, 100)}
_TOLD: Final = (TimetableState.DRAFT, TimetableState.RELEASED)


def checked_parts(work: Work, form: Form, parts: EventParts, before: Event | None = None) -> dict[str, Any]:
    """Return the parts that are given; a new event needs its title and its zone.

    Moments are by the clock of the zone that is given, else of the one that the event has.
    """
    given: Mapping[str, Any] = parts
    changes: dict[str, Any] = {}
    for name in given:
        if name not in EventParts.__annotations__:
            form.refuse(name, Message("field.unknown"))
    if "title" in given:
        changes["title"] = " ".join(form.text("title", given["title"], longest=_LONGEST_TITLE, required=True).split())
    if "zone" in given:
        changes["zone"] = zone_named(form, "zone", given["zone"], required=True)
    if "other_zone" in given:
        changes["other_zone"] = zone_named(form, "other_zone", given["other_zone"])
    if "place" in given:
        changes["place"] = form.text("place", given["place"])
    if "note" in given:
        changes["note"] = form.text("note", given["note"], longest=work.office.limits.longest_note)
    if "sits" in given:
        changes["sits"] = EventSide(form.code("sits", given["sits"], tuple(EventSide)) or EventSide.HOST)
    if "relay" in given:
        changes["relay"] = next(iter(spoken(form, "relay", [given["relay"]])), None)
    changes |= _numbers(form, given)
    zone = changes.get("zone") or (before.zone if before is not None else "")
    changes |= _times(form, given, ZoneInfo(zone or "UTC"), before)
    return changes | _venues(work, form, given, changes, before)


def demand_meetings_stand(work: Work, before: Event, after: Event) -> None:
    """Raise ``Conflict`` where a slot or a venue goes, or moves, that a meeting of a timetable stands in.

    Those of a draft count too: it is discarded first. ``Conflict("error.event-meetings", count, timetable, slots)``.
    """
    if (before.sessions, before.venues) == (after.sessions, after.venues):
        return
    slots = {slot.key: (slot.starts, slot.ends) for slot in slots_of(after.sessions)}
    venues = {venue.key for venue in after.venues}

    def hangs(meeting: Meeting) -> bool:
        return slots.get(meeting.slot) != (meeting.starts, meeting.ends) or meeting.venue not in venues

    for timetable in work.unit.timetables.of_event(before.id):
        if timetable.state in _TOLD:
            lost = [meeting for meeting in work.unit.meetings.of_timetable(timetable.id) if hangs(meeting)]
            if lost:
                raise Conflict(
                    "error.event-meetings",
                    count=len(lost),
                    number=timetable.number,
                    meetings=[one.id for one in lost[:20]],
                )


def _numbers(form: Form, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return whole numbers; of those that an event always has, an empty one is a mistake."""
    found: dict[str, Any] = {}
    for name, (least, most) in {**_NUMBERS, **_BOUNDS}.items():
        if name in given:
            found[name] = form.whole(name, given[name], least=least, most=most)
            if found[name] is None and name in _NUMBERS:
                form.refuse(name, Message("field.required"))
    return found


def _times(form: Form, given: Mapping[str, Any], zone: ZoneInfo, before: Event | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "sessions" in given:
        found["sessions"] = sessions_typed(form, given["sessions"], zone)
    for name in ("requests_open", "requests_close"):
        if name in given:
            found[name] = moment(form, name, given[name], zone)
    opens = found.get("requests_open", before.requests_open if before else None)
    closes = found.get("requests_close", before.requests_close if before else None)
    ordered(form, "requests_close", opens, closes)
    return found


def _venues(
    work: Work, form: Form, given: Mapping[str, Any], changes: Mapping[str, Any], before: Event | None
) -> dict[str, Any]:
    """Return venues; those that stay are looked at again where the sessions that they are open in changed."""
    sessions = changes.get("sessions", before.sessions if before else ())
    keys = {session.key for session in sessions}
    if "venues" in given:
        there = work.unit.registrations.of_event(before.id) if before else []
        return {"venues": venues_typed(form, given["venues"], keys, {one.id for one in there if one.kept_for is None})}
    gone = {key for venue in (before.venues if before else ()) for key in venue.sessions} - keys
    if gone:
        form.refuse("sessions", Message("field.session-used", {"value": ", ".join(sorted(gone))}))
    return {}
