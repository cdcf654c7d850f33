"""A new match comes in; what a feed says of it goes out: nothing that is confidential, for a feed is read elsewhere."""

from __future__ import annotations

from typing import Any

from nhipcau.facts.market import Item
from nhipcau.facts.message import Message
from nhipcau.programme.views import NewMatch
from nhipcau.words.labels import label
from nhipcau.words.numbers import listed
from nhipcau.words.sentences import say


def news_title(one: NewMatch, language: str) -> str:
    """Name the pair; a confidential side by its kind alone."""
    sides: dict[str, Any] = {"need": _named(one.need.item, language), "offer": _named(one.offer.item, language)}
    return say(Message("feed.pair", sides), language)


def news_text(one: NewMatch, language: str) -> str:
    """Say what is new: that a near miss became a match, or that two were found to fit."""
    if not one.closed:
        return say(Message("digest.look"), language)
    properties = listed([label("property", code, language) for code in one.closed], language)
    return (
        f"{say(Message('digest.closed', {'properties': properties}), language)} {say(Message('digest.look'), language)}"
    )


def _named(item: Item, language: str) -> str:
    return say(Message("feed.confidential", {"kind": item.kind}), language) if item.confidential else item.title
