"""A message and a language come in, the sentence that an officer reads goes out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, tzinfo
from types import MappingProxyType
from typing import Final

from nhipcau.facts.message import Message
from nhipcau.words.mark import Phrase
from nhipcau.words.phrases import PHRASES
from nhipcau.words.translations import translate
from nhipcau.words.values import Sentence

SENTENCES: Final[Mapping[str, Phrase]] = MappingProxyType(PHRASES)


def say(message: Message, language: str, zone: tzinfo = UTC) -> str:
    """Say ``message`` in ``language`` (vi, ko, en); ``zone`` is the clock that moments are told by.

    A code without a sentence stands for itself: tests see to it that every code of the package has one.
    Where the detail that a sentence quotes is empty, ``<code>.bare`` says it without quoting.
    """
    bare = SENTENCES.get(f"{message.code}.bare") if message.params.get("detail") == "" else None
    known = bare or SENTENCES.get(message.code)
    if known is None:
        return message.code
    count = message.params.get(known.count, 1)
    text = translate(known, language, count if isinstance(count, int) else 1)
    sentence = Sentence(language, zone, lambda inner: say(inner, language, zone))
    return sentence.vformat(text, (), message.params)
