"""Nothing comes in; what the verbs of timetables and of an event's day say goes out: refusals, clashes, letters."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase, plural_phrase

_REFUSALS: Final[dict[str, Phrase]] = {
    "error.timetable-state": phrase("This is not possible: timetable {number} is in the state “{state}”."),
    "error.nothing-released": phrase("No timetable of this event is released yet."),
    "error.nothing-accepted": phrase("Nobody has accepted a meeting at this event yet: there is nothing to lay."),
    "error.run-under-way": phrase("A timetable is being made already, ordered by {name}. Wait for it, or stop it."),
    "error.run-over": phrase("This is over already: its state is “{state}”."),
    "error.run-infeasible": phrase("No timetable keeps all that is locked. These cannot be kept together:"),
    "error.timetable-outdated": plural_phrase(
        "One meeting of this timetable cannot be held any more: {names}. Make a new timetable, or take it out.",
        "{count} meetings of this timetable cannot be held any more: {names}. Make a new timetable, or take them out.",
        "count",
    ),
    "error.timetable-clashes": phrase("This timetable does not fit any more. {because}"),
    "error.repair-impossible": phrase("The timetable cannot be repaired while this is locked. {because}"),
    "error.place-not-free": phrase("The meeting cannot be changed in this way. {because}"),
    "error.not-accepted": phrase("Both sides have to accept a meeting, and to come, before it gets a time."),
    "error.granted-already": phrase("This meeting stands in the timetable already. Move it instead."),
    "error.no-slot-free": phrase("There is no free time for this meeting as things stand."),
    "error.meeting-not-scheduled": phrase("This meeting stands in no released timetable: nothing can be told of it."),
    "error.meeting-not-begun": phrase("This meeting begins at {at}. What came of it can be told after that."),
}

_CLASHES: Final[dict[str, Phrase]] = {
    "clash.busy": phrase("{firm} meets {other} then."),
    "clash.interpreter-busy": phrase("{interpreter} interprets for {firm} and {other} then."),
    "clash.locked": phrase("The meeting is locked. Unlock it first."),
    "clash.over": phrase("The meeting has begun already."),
    "clash.past": phrase("This time is past."),
    "clash.granted-already": phrase("The two meet at another time already."),
    "clash.begun": phrase("The time of the meeting of {firm} and {other} is past."),
    "clash.held": phrase("{firm} and {other} have met already, and this timetable has it otherwise."),
}

_NEWS: Final[dict[str, Phrase]] = {
    "news.subject-first": phrase("{title}: your meetings"),
    "news.subject": plural_phrase(
        "{title}: one of your meetings has changed",
        "{title}: {count} of your meetings have changed",
        "count",
    ),
    "news.hello": phrase("To {name},"),
    "news.first": phrase("these are your meetings at “{title}”:"),
    "news.changed": phrase("your meetings at “{title}” have changed. What is not named here stays as it was."),
    "news.new": phrase("{starts}, {venue}: {partners}"),
    "news.added": phrase("New: {starts}, {venue}: {partners}"),
    "news.moved": phrase("Moved: {starts}, {venue}: {partners} (before: {old_starts}, {old_venue})"),
    "news.kept": phrase("Another interpreter: {starts}, {venue}: {partners}"),
    "news.gone": phrase("Not held: {old_starts}, {old_venue}: {partners}"),
    "news.zone": phrase("All times are by the clock of {zone}."),
    "news.look": phrase("Your own page of the event always shows your meetings as they stand."),
}

TIMETABLES: Final[dict[str, Phrase]] = {**_REFUSALS, **_CLASHES, **_NEWS}
