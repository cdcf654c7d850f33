"""A message comes in; the sentence in the language and by the clock of the running request goes out."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import get_language

from nhipcau.facts.message import Message
from nhipcau.words.sentences import say


def reading_language() -> str:
    """The language that this request is answered in: vi, ko or en."""
    return (get_language() or "en")[:2]


def spoken(message: Message) -> str:
    """Say a message to the person who asked."""
    return say(message, reading_language(), timezone.get_default_timezone())
