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
