"""Nothing comes in; the English sentences of timetables on the command line go out, marked for the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nhipcau.words.mark import Phrase, phrase, plural_phrase

MEETING_TERMINAL: Final[Mapping[str, Phrase]] = {
    "cli.meet-solving": phrase("Making the timetable"),
    "cli.meet-written": phrase("Written: {file}"),
    "cli.meet-published-optimal": plural_phrase(
        "{breaks} break in all; it is proven that fewer are not possible.",
        "{breaks} breaks in all; it is proven that fewer are not possible.",
        "breaks",
    ),
    "cli.meet-published-feasible": plural_phrase(
        "{breaks} break in all; fewer than {bound} are proven not to be possible.",
        "{breaks} breaks in all; fewer than {bound} are proven not to be possible.",
        "breaks",
    ),
    "cli.meet-event-optimal": phrase("{granted} of {wanted} meetings are granted; no better timetable exists."),
    "cli.meet-event-feasible": phrase("{granted} of {wanted} meetings are granted."),
    "cli.meet-infeasible": phrase("No timetable can keep all requirements. These cannot be kept together:"),
    "cli.meet-unknown": phrase("No timetable was found in this time, and none was proven impossible. Give it longer."),
    "cli.meet-repaired": phrase("Repaired: {meetings} meetings stand, {moved} lie elsewhere now, {gone} are no more."),
    "clash.session-1": phrase("Meeting {meeting} shall lie in the morning."),
    "clash.session-2": phrase("Meeting {meeting} shall lie in the afternoon."),
    "clash.forbidden": phrase("Participant {one} is not there in slot {other}."),
    "clash.fixed": phrase("Meeting {one} is fixed in slot {other}."),
    "clash.precedence": phrase("Meeting {one} shall come before meeting {other}."),
    "clash.tables": phrase("At most {one} meetings fit in at a time."),
    "clash.fairness": phrase("The breaks of two participants shall differ by at most {one}."),
    "clash.slots": phrase("There are only {one} slots: too few for all these meetings, whatever else is given up."),
    "clash.participant": phrase("Participant {one} has {other} meetings, more than there are slots."),
    "limit.no-common-time": phrase("The two are never there at the same time."),
    "limit.own-hours": phrase("The hours of {firm} were the limit."),
    "limit.most-meetings": phrase("{firm} already has as many meetings as it wanted at most."),
    "limit.slots": phrase("Slots were the limit: whenever one of the two is free, the other is not."),
    "limit.rooms": phrase("Tables and rooms were the limit."),
    "limit.no-interpreter": phrase("Nobody here interprets between {one:language} and {other:language}."),
    "limit.interpreters": phrase("Interpreters between {one:language} and {other:language} were the limit."),
    "limit.fairness": phrase("It would leave somebody with many more breaks than others."),
    "limit.locked": phrase("Locked meetings were in the way."),
    "limit.search": phrase("No place was found in the time given."),
    "error.timetable-broken": phrase("The timetable breaks a rule ({rule}) and is not shown. Please report this."),
    "error.not-a-timetable": phrase("This file is no timetable that “nhipcau meet” wrote."),
    "error.absent-malformed": phrase(
        "“{typed}” cannot be read. Write a name, or name@from/to with moments such as 2026-12-01T13:00+07:00"
    ),
    "error.dzn-too-large": phrase("The file is too large: at most {most} MB are accepted."),
    "error.dzn-not-text": phrase("This is no MiniZinc data file: it is not text in UTF-8."),
    "error.dzn-value": phrase("“{name}” is missing in the data file, or has a value that is not possible."),
    "error.dzn-meeting": phrase("Meeting {number} of the data file names no two participants and a session."),
    "error.dzn-length": phrase("“{name}” has {found} entries in the data file; there should be {wanted}."),
    "error.event-file-too-large": phrase("The file is too large: at most {most} MB are accepted."),
    "error.event-file-not-json": phrase("The file is no event in JSON."),
    "error.event-file-no-slots": phrase("The event has no slot. Give it a session that is longer than a slot."),
    "error.event-file-value": phrase("{where}: “{value}” is not possible here."),
    "error.event-file-list": phrase("{where}: a list of at most {most} entries is expected."),
    "error.event-file-session": phrase("{where}: a session ends after it starts, within a day, and has slot_minutes."),
    "error.event-file-moment": phrase("{where}: “{value}” is no moment. Write it like 2026-12-01T09:00+07:00"),
    "error.event-file-unknown": phrase("{where}: the file knows no “{name}”."),
    "error.event-file-twice": phrase("{where}: “{name}” is there twice; each name stands for one."),
    "error.event-file-alone": phrase("{where}: nobody meets itself. Name two firms."),
}
