"""Nothing comes in; what the verbs of events say goes out: mistakes in their forms, and refusals."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase, phrase, plural_phrase

_FIELDS: Final[dict[str, Phrase]] = {
    "field.zone-unknown": phrase("“{value}” is no time zone. Write it as Asia/Ho_Chi_Minh or Asia/Seoul."),
    "field.time-malformed": phrase("“{value}” is not a time. Write it as 09:00."),
    "field.moment-malformed": phrase("“{value}” is not a day and a time. Write it as 26/11/2026 09:00."),
    "field.time-skipped": phrase(
        "There is no {value} on that day in {zone}: the clocks are put forward. Choose another time."
    ),
    "field.time-twice": phrase(
        "There are two times {value} on that day in {zone}: the clocks are put back. Choose another time."
    ),
    "field.ends-before-start": phrase("The end must come after the beginning."),
    "field.pause-outside": phrase("A pause must lie within its session."),
    "field.pauses-overlap": phrase("Two pauses of a session overlap."),
    "field.session-without-slot": phrase("Not one meeting of this length fits into the session."),
    "field.sessions-overlap": phrase(
        "The sessions “{one}” and “{other}” overlap and use the same places. Move one, or name other kinds of place."
    ),
    "field.session-used": phrase("A table or room is open only in a session that is gone: {value}. Change it too."),
    "field.days-most": phrase("An event lasts at most {limit} days."),
    "field.slots-most": phrase("These sessions have {count} slots; at most {limit} are possible."),
    "field.key-taken": phrase("Another row has the key “{value}” already, or it has a colon in it."),
    "field.language-malformed": phrase("“{value}” is no language code. Write two letters, as vi, ko or en."),
    "field.language-pair": phrase("A pair has two different languages."),
    "field.registration-unknown": phrase("This registration is not at the event. Choose it from the list."),
    "field.person-unknown": phrase("This person is not in the register. Choose them from the list."),
    "field.item-of-another": phrase("Choose needs and offers of those who meet: {value} is not one."),
    "field.nobody-reached": phrase("Name at least one person, with a mail address or a telephone number."),
    "field.most-below-least": phrase("At most must not be fewer than at least."),
}

_REFUSALS: Final[dict[str, Phrase]] = {
    "error.event-state": phrase("This is not possible while the event is in the state “{state}”."),
    "error.event-unfinished": phrase("Enter the sessions, and at least one table or room, before the event is opened."),
    "error.event-meetings": plural_phrase(
        "One meeting of timetable {number} stands in a slot or at a table that would go. Move it, or discard "
        "the draft.",
        "{count} meetings of timetable {number} stand in slots or at tables that would go. Move them, or discard the "
        "draft.",
        "count",
    ),
    "error.registered-already": phrase("{name} is registered at this event already."),
    "error.claimed-already": phrase(
        "A registration of {name} is waiting to be checked already. Nothing more is needed."
    ),
    "error.claims-most": phrase(
        "More than {most} registrations by the form wait to be checked; more are not taken now. Try again later."
    ),
    "error.registration-scheduled": phrase(
        "{name} has meetings in timetable {number}. Move them to the other registration, or discard the draft, first."
    ),
    "error.registration-state": phrase("This is not possible: the registration is in the state “{state}”."),
    "error.interpreter-withdrawn": phrase("This interpreter is withdrawn already."),
    "error.requests-not-open": phrase("Meetings can be asked for from {at} on."),
    "error.requests-closed": phrase("Meetings could be asked for and answered until {at}. Turn to the organisers."),
    "error.requests-most": phrase(
        "{name} has {most} requests that nobody answered yet; more are not taken. Withdraw one, or wait for "
        "the answers."
    ),
    "error.request-own": phrase("A firm cannot meet itself."),
    "error.meeting-refused": phrase("This meeting is not available."),
    "error.request-state": phrase("This is not possible: the request is in the state “{state}”. Load the page again."),
    "error.not-there": phrase("{name} does not take meetings at this event."),
}

_WARNINGS: Final[dict[str, Phrase]] = {
    "event.too-many-musts": phrase(
        "{name} must meet {count} others, and has place for {most} meetings. Some of these will not be granted."
    ),
    "event.scheduled-against-no": plural_phrase(
        "One side said “no, thanks” to a meeting that the released timetable has. Repair the timetable.",
        "To {count} meetings of the released timetable one side said “no, thanks”. Repair the timetable.",
        "count",
    ),
}

_REMINDERS: Final[dict[str, Phrase]] = {
    "reminder.subject": plural_phrase(
        "{title}: one meeting request waits for your answer",
        "{title}: {count} meeting requests wait for your answer",
        "count",
    ),
    "reminder.hello": phrase("To {name},"),
    "reminder.waits": plural_phrase(
        "one firm asks to meet you at “{title}”, and you have not answered yet.",
        "{count} firms ask to meet you at “{title}”, and you have not answered yet.",
        "count",
    ),
    "reminder.until": phrase("Please answer by {at}; after that a request expires and holds no time for you."),
    "reminder.look": phrase("Who asks is shown on your own page of the event, where you accept or decline."),
}

EVENTS: Final[dict[str, Phrase]] = {**_FIELDS, **_REFUSALS, **_WARNINGS, **_REMINDERS}
