"""Meeting requests that wait come in; a letter in the language of who is asked goes out. It names no other firm."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from nhipcau.facts.attendance import Registration
from nhipcau.facts.event import Event
from nhipcau.facts.meeting import MeetingRequest
from nhipcau.facts.message import Message
from nhipcau.programme.views import Letter
from nhipcau.words.sentences import say


def reminder(event: Event, asked: Registration, waiting: tuple[MeetingRequest, ...]) -> Letter:
    """Write a letter: how many ask, and until when the first of them waits, by the clock of who reads it."""
    zone = ZoneInfo(asked.zone or event.zone)
    first = min(one.expires_at for one in waiting if one.expires_at is not None)

    def said(code: str, **params: object) -> str:
        return say(Message(code, params), asked.language, zone)

    told = {"title": event.title, "count": len(waiting)}
    lines = [
        said("reminder.hello", name=asked.name),
        said("reminder.waits", **told),
        "",
        said("reminder.until", at=first),
        said("reminder.look"),
        "",
    ]
    return Letter(subject=said("reminder.subject", **told), text="\n".join(lines))
