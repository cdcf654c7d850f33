"""Nothing comes in; the English words for the sides, meetings and figures of an event go out, marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nhipcau.words.mark import Phrase, phrase_in

EVENT_LABELS: Final[Mapping[str, Mapping[str, Phrase]]] = {
    "event-side": {
        "host": phrase_in("event side", "Host side"),
        "guest": phrase_in("event side", "Guest side"),
    },
    "event-state": {
        "draft": phrase_in("event state", "Being planned"),
        "open": phrase_in("event state", "Open"),
        "finished": phrase_in("event state", "Finished"),
        "cancelled": phrase_in("event state", "Cancelled"),
    },
    "session-kind": {
        "morning": phrase_in("session", "Morning"),
        "afternoon": phrase_in("session", "Afternoon"),
        "evening": phrase_in("session", "Evening"),
    },
    "venue-kind": {
        "table": phrase_in("venue", "Table"),
        "booth": phrase_in("venue", "Booth"),
        "online": phrase_in("venue", "Online room"),
        "factory": phrase_in("venue", "Factory visit"),
    },
    "registration-state": {
        "claimed": phrase_in("registration state", "To be checked"),
        "registered": phrase_in("registration state", "Registered"),
        "waiting": phrase_in("registration state", "On the waiting list"),
        "withdrawn": phrase_in("registration state", "Withdrawn"),
    },
    "wish": {
        "must": phrase_in("wish", "Must meet"),
        "want": phrase_in("wish", "Want to meet"),
    },
    "request-state": {
        "asked": phrase_in("request state", "Not answered yet"),
        "accepted": phrase_in("request state", "Accepted"),
        "declined": phrase_in("request state", "Declined"),
        "refused": phrase_in("request state", "No, thanks"),
        "withdrawn": phrase_in("request state", "Withdrawn"),
        "expired": phrase_in("request state", "Expired"),
    },
    "refusal-reason": {
        "not-my-trade": phrase_in("refusal", "Not our trade"),
        "not-now": phrase_in("refusal", "Not now"),
        "known-already": phrase_in("refusal", "We know each other already"),
        "competitor": phrase_in("refusal", "A competitor"),
        "full": phrase_in("refusal", "No time left"),
        "other": phrase_in("refusal", "Another reason"),
    },
    "timetable-state": {
        "draft": phrase_in("timetable state", "Draft"),
        "released": phrase_in("timetable state", "Released"),
        "replaced": phrase_in("timetable state", "Replaced by a later one"),
        "discarded": phrase_in("timetable state", "Put aside"),
    },
    "timetable-cause": {
        "run": phrase_in("timetable cause", "Made by the computer"),
        "hand": phrase_in("timetable cause", "Made by hand"),
        "repair": phrase_in("timetable cause", "Repaired on the day"),
    },
    "run-state": {
        "waiting": phrase_in("run state", "Waiting"),
        "running": phrase_in("run state", "Under way"),
        "stopping": phrase_in("run state", "Stopping"),
        "finished": phrase_in("run state", "Finished"),
        "failed": phrase_in("run state", "Failed"),
    },
    "timetable-level": {
        "musts": phrase_in("timetable level", "Must meetings not granted"),
        "minimums": phrase_in("timetable level", "Meetings lacking to what firms want at least"),
        "wants": phrase_in("timetable level", "Weight of wanted meetings not granted"),
        "breaks": phrase_in("timetable level", "Breaks of participants"),
        "idle": phrase_in("timetable level", "Breaks of interpreters"),
        "walking": phrase_in("timetable level", "Changes of place"),
        "changes": phrase_in("timetable level", "Meetings moved"),
    },
    "meeting-change": {
        "moved": phrase_in("meeting change", "Moved"),
        "gone": phrase_in("meeting change", "Not held any more"),
        "new": phrase_in("meeting change", "New"),
        "interpreters": phrase_in("meeting change", "Another interpreter"),
    },
    "presence": {
        "arrived": phrase_in("presence", "Arrived"),
        "late": phrase_in("presence", "Comes later"),
        "no-show": phrase_in("presence", "Did not come"),
        "left": phrase_in("presence", "Left"),
        "sick": phrase_in("presence", "Ill"),
    },
    "meeting-outcome": {
        "held": phrase_in("meeting outcome", "Held"),
        "empty": phrase_in("meeting outcome", "Not held"),
        "cut-short": phrase_in("meeting outcome", "Cut short"),
    },
    "meeting-told": {
        "nothing": phrase_in("meeting told", "Nothing told yet"),
        "held": phrase_in("meeting told", "Held"),
        "cut-short": phrase_in("meeting told", "Cut short"),
        "empty": phrase_in("meeting told", "Not held"),
        "disputed": phrase_in("meeting told", "Told differently by those who were there"),
    },
    "next-step": {
        "none": phrase_in("next step", "Nothing further"),
        "contact": phrase_in("next step", "Stay in touch"),
        "visit": phrase_in("next step", "A visit"),
        "sample": phrase_in("next step", "A sample"),
        "quotation": phrase_in("next step", "A quotation"),
        "mou": phrase_in("next step", "A memorandum of understanding"),
        "contract": phrase_in("next step", "Talks on a contract"),
    },
    "event-step": {
        "requests": phrase_in("event step", "Requests"),
        "accepted": phrase_in("event step", "Accepted by both sides"),
        "scheduled": phrase_in("event step", "In the timetable"),
        "held": phrase_in("event step", "Held"),
        "next-step": phrase_in("event step", "Next step agreed"),
    },
    "interpreting": {
        "own-language": phrase_in("interpreting", "In a language of both"),
        "interpreted": phrase_in("interpreting", "With an interpreter"),
        "relayed": phrase_in("interpreting", "With two interpreters, by relay"),
    },
}
