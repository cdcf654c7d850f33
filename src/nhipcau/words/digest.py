"""New matches come in; a letter in the reader's language goes out. It names no other side, and nothing confidential."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Side
from nhipcau.facts.message import Message
from nhipcau.programme.views import Letter, NewMatch
from nhipcau.words.labels import label
from nhipcau.words.numbers import listed
from nhipcau.words.sentences import say


def digest(actor: Actor, news: Iterable[NewMatch]) -> Letter:
    """Write a letter: for each need or offer how many new matches there are; who they are is seen after signing in."""
    language, found = actor.language, list(news)

    def said(code: str, **params: object) -> str:
        return say(Message(code, params), language)

    found.sort(key=lambda one: _item(one).id)
    lines = [line for _, some in groupby(found, key=lambda one: _item(one).id) for line in _lines(list(some), language)]
    text = "\n".join(
        [
            said("digest.hello", name=actor.name),
            said("digest.found"),
            "",
            *lines,
            "",
            said("digest.look"),
            "",
            said("digest.stop"),
            "",
        ]
    )
    return Letter(subject=said("digest.subject", count=len(found)), text=text)


def _lines(some: list[NewMatch], language: str) -> Iterator[str]:
    item = _item(some[0])
    code = "digest.confidential-item" if item.confidential else "digest.item"
    told = {"kind": item.kind} if item.confidential else {"title": item.title}
    yield f"- {say(Message(code, {**told, 'count': len(some)}), language)}"
    for closed in dict.fromkeys(one.closed for one in some if one.closed):
        properties = listed([label("property", code, language) for code in closed], language)
        yield f"  {say(Message('digest.closed', {'properties': properties}), language)}"


def _item(one: NewMatch) -> Any:
    """Return the reader's own item; of the office's people, whose neither is, the need."""
    return one.offer.item if one.mine is Side.OFFER else one.need.item
