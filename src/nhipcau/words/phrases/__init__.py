"""Nothing comes in; the English sentence of every message code goes out, one module a room."""

from __future__ import annotations

from typing import Final

from nhipcau.words.mark import Phrase
from nhipcau.words.phrases.command_line import COMMAND_LINE
from nhipcau.words.phrases.errors import ERRORS
from nhipcau.words.phrases.events import EVENTS
from nhipcau.words.phrases.imports import IMPORTS
from nhipcau.words.phrases.linking import LINKING
from nhipcau.words.phrases.market_terminal import MARKET_TERMINAL
from nhipcau.words.phrases.matching import MATCHING
from nhipcau.words.phrases.meeting_terminal import MEETING_TERMINAL
from nhipcau.words.phrases.pages import PAGES
from nhipcau.words.phrases.people import PEOPLE
from nhipcau.words.phrases.planning import PLANNING
from nhipcau.words.phrases.programme import PROGRAMME
from nhipcau.words.phrases.programs import PROGRAMS
from nhipcau.words.phrases.reading import READING
from nhipcau.words.phrases.timetables import TIMETABLES
from nhipcau.words.phrases.who_is_who import WHO_IS_WHO

PHRASES: Final[dict[str, Phrase]] = {
    **ERRORS,
    **READING,
    **PAGES,
    **COMMAND_LINE,
    **PROGRAMS,
    **PROGRAMME,
    **LINKING,
    **MATCHING,
    **EVENTS,
    **TIMETABLES,
    **MEETING_TERMINAL,
    **MARKET_TERMINAL,
    **PLANNING,
    **IMPORTS,
    **WHO_IS_WHO,
    **PEOPLE,
}
