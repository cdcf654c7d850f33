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
