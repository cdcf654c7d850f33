"""The parts of a need or an offer as a person typed them come in; checked parts go out, or every mistake is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final, TypeVar, cast

from nhipcau.engine.match.record import LONGEST_TEXT
from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.market import Attribute, Item, ItemKind, Need, Requirement
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Organisation
from nhipcau.language.detect import language_of
from nhipcau.language.thesaurus.vocabulary import Vocabulary
from nhipcau.programme.arguments import AttributeParts, NeedParts, OfferParts, RequirementParts
from nhipcau.programme.forms import Form
from nhipcau.programme.market.concepts import concepts_named
from nhipcau.programme.market.lifetime import LONGEST_DAYS, last_day_of
from nhipcau.programme.market.masking import blotted, telling_words
from nhipcau.programme.market.places import code_of
from nhipcau.programme.market.terms import attributes_of, requirements_of
from nhipcau.programme.permissions import allowed
from nhipcau.programme.work import Work

_LONGEST_TITLE: Final = 200
_LONGEST_PLACE: Final = 200
_LONGEST_ID: Final = 80
_MOST_CONCEPTS: Final = 200
_OWN_TITLE: Final = 80
_FIRST_SENTENCE: Final = re.compile(r"[^\n.!?。]{8,80}(?=[\n.!?。](?:\s|$))")

Some = TypeVar("Some", bound=Item)


def checked_parts(work: Work, form: Form, parts: NeedParts | OfferParts, *, fact: type[Some]) -> dict[str, Any]:
    """Return the parts that are given; a new item needs its kind and its text.

    ``fact`` says whether a need or an offer is meant: each has parts that the other has not.
    """
    today = work.office.clock.today()
    allowed_parts = NeedParts if fact is Need else OfferParts
    changes: dict[str, Any] = {}
    for name in parts:
        if name not in allowed_parts.__annotations__:
            form.refuse(name, Message("field.unknown"))
    if "kind" in parts:
        kind = form.code("kind", parts["kind"], tuple(ItemKind), required=True)
        changes["kind"] = ItemKind(kind) if kind else None
    if "text" in parts:
        changes["text"] = form.text("text", parts["text"], longest=LONGEST_TEXT, required=True)
    if "title" in parts:
        changes["title"] = " ".join(form.text("title", parts["title"], longest=_LONGEST_TITLE).split())
    if "language" in parts:
        changes["language"] = form.code("language", parts["language"], LANGUAGES)
    if "place" in parts:
        place = form.text("place", parts["place"], longest=_LONGEST_PLACE)
        changes["place"] = code_of(place) or place or None
    if "confidential" in parts:
        changes["confidential"] = form.yes_no("confidential", parts["confidential"]) is True
    if "expires_on" in parts:
        changes["expires_on"] = _last_day(form, parts["expires_on"], today) or last_day_of(fact, today)
    if "agreement_id" in parts:
        changes["agreement_id"] = _agreement(work, form, parts["agreement_id"])
    return changes | _lists(form, parts, today)


def completed(work: Work, item: Some, organisation: Organisation, known: Vocabulary) -> Some:
    """Return an item with what follows from its parts: language, title, concepts, words that tell who is behind it."""
    language = item.language or language_of(f"{item.title}\n{item.text}")
    titled = replace(
        item,
        language=language if language in LANGUAGES else work.actor.language,
        title=item.title or _title_of(item.text),
    )
    hidden = telling_words(texts_of(titled), organisation) if item.confidential else ()
    # A word of the name ("Hải Dương Plating") is nothing that is sought or offered.
    told = blotted(f"{titled.title}\n{titled.text}", hidden)
    named = concepts_named(known, told, titled.language)
    return replace(titled, hidden=hidden, found=tuple(one for one in named if one not in item.dropped))


def terms_of(item: Item) -> tuple[Requirement | Attribute, ...]:
    """Return what a need asks for, or what an offer states."""
    return item.requirements if isinstance(item, Need) else item.attributes


def texts_of(item: Item) -> list[str]:
    """Return everything in an item that a person wrote in words."""
    return [item.title, item.text, *(term.value for term in terms_of(item) if isinstance(term.value, str))]


def _lists(form: Form, parts: NeedParts | OfferParts, today: date) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    given = cast("Mapping[str, Any]", parts)
    if "requirements" in given:
        rows: list[RequirementParts] = list(given["requirements"])
        changes["requirements"] = requirements_of(form, rows, today)
    if "attributes" in given:
        stated: list[AttributeParts] = list(given["attributes"])
        changes["attributes"] = attributes_of(form, stated, today)
    for name in ("concepts", "dropped"):
        if name in given:
            ids = form.lines(name, given[name], longest=_LONGEST_ID, most=_MOST_CONCEPTS)
            changes[name] = tuple(dict.fromkeys(ids))
    return changes


def _last_day(form: Form, typed: str | date | None, today: date) -> date | None:
    day = form.day("expires_on", typed)
    latest = today + timedelta(days=LONGEST_DAYS)
    if day is not None and not today <= day <= latest:
        form.refuse(
            "expires_on", Message("field.day-between", {"first": today.isoformat(), "last": latest.isoformat()})
        )
    return day


def _agreement(work: Work, form: Form, typed: str | None) -> str | None:
    agreement_id = form.text("agreement_id", typed, longest=_LONGEST_ID)
    if not agreement_id:
        return None
    agreement = work.unit.agreements.get(agreement_id)
    if agreement is None or not allowed(work.actor, "register.see", agreement):
        form.refuse("agreement_id", Message("field.agreement-unknown", {"value": agreement_id}))
    return agreement_id


def _title_of(text: str) -> str:
    """Return the first sentence, or as many of the first words as fit on a line."""
    sentence = _FIRST_SENTENCE.match(text)
    if sentence:
        return sentence[0].strip()
    line = " ".join(text[: 2 * _OWN_TITLE].split())
    if len(line) <= _OWN_TITLE:
        return line
    cut = line[:_OWN_TITLE].rsplit(" ", 1)[0] if " " in line[:_OWN_TITLE] else line[:_OWN_TITLE]
    return f"{cut.rstrip(' ,;:-')}…"
