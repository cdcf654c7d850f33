"""The parts of an interpreter as a person typed them come in; checked parts go out, or every mistake is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from nhipcau.facts.attendance import Interpreter
from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.event import Event
from nhipcau.facts.message import Message
from nhipcau.programme.arguments import InterpreterParts
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.moments import windows_typed, zone_named
from nhipcau.programme.hosting.registering import mail_address
from nhipcau.programme.hosting.spoken import pairs_spoken
from nhipcau.programme.work import Work

_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_LONGEST_ID: Final = 80
_MOST_IDS: Final = 200
_TEXTS: Final[Mapping[str, int]] = {"phone": 60, "note": 2000}
_MINUTES: Final[Mapping[str, tuple[int, int]]] = {"most_minutes": (5, 960), "rest_minutes": (0, 480)}


def checked_parts(
    work: Work, form: Form, parts: InterpreterParts, event: Event, before: Interpreter | None = None
) -> dict[str, Any]:
    """Return the parts that are given; a new interpreter needs a name and a pair of languages."""
    given: Mapping[str, Any] = parts
    changes: dict[str, Any] = {}
    for name in given:
        if name not in InterpreterParts.__annotations__:
            form.refuse(name, Message("field.unknown"))
    if "name" in given:
        changes["name"] = " ".join(form.text("name", given["name"], longest=120, required=True).split())
    if "pairs" in given:
        changes["pairs"] = pairs_spoken(form, "pairs", given["pairs"])
    if "language" in given:
        changes["language"] = form.code("language", given["language"], LANGUAGES) or work.actor.language
    if "zone" in given:
        changes["zone"] = zone_named(form, "zone", given["zone"])
    if "windows" in given:
        zone = ZoneInfo(changes.get("zone") or (before.zone if before else "") or event.zone)
        changes["windows"] = windows_typed(form, "windows", given["windows"], zone)
    if "email" in given:
        changes["email"] = mail_address(form, "email", given["email"])
    for name, longest in _TEXTS.items():
        if name in given:
            changes[name] = form.text(name, given[name], longest=longest)
    return changes | _minutes(form, given) | _cost(form, given, before) | _ids(work, form, given, event)


def _minutes(form: Form, given: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, (least, most) in _MINUTES.items():
        if name in given:
            found[name] = form.whole(name, given[name], least=least, most=most)
            if found[name] is None:
                form.refuse(name, Message("field.required"))
    return found


def _cost(form: Form, given: Mapping[str, Any], before: Interpreter | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "cost" in given:
        found["cost"] = form.number("cost", given["cost"], decimals=2)
        if found["cost"] is not None and found["cost"] < 0:
            form.refuse("cost", Message("field.number-malformed", {"value": str(given["cost"])}))
    if "currency" in given:
        found["currency"] = form.text("currency", given["currency"], longest=10).upper()
        if found["currency"] and not _CURRENCY.fullmatch(found["currency"]):
            form.refuse("currency", Message("field.currency-unknown", {"value": found["currency"]}))
    cost = found.get("cost", before.cost if before else None)
    if cost is not None and not found.get("currency", before.currency if before else ""):
        form.refuse("currency", Message("field.required"))
    return found


def _ids(work: Work, form: Form, given: Mapping[str, Any], event: Event) -> dict[str, Any]:
    """Return whom an interpreter is, knows and must not serve."""
    found: dict[str, Any] = {}
    if "concepts" in given:
        found["concepts"] = tuple(dict.fromkeys(form.lines("concepts", given["concepts"], longest=_LONGEST_ID)))
    if "person_id" in given:
        found["person_id"] = form.text("person_id", given["person_id"], longest=_LONGEST_ID) or None
        if found["person_id"] and work.unit.people.get(found["person_id"]) is None:
            form.refuse("person_id", Message("field.person-unknown", {"value": found["person_id"]}))
    if "apart_from" in given:
        ids = form.lines("apart_from", given["apart_from"], longest=_LONGEST_ID, most=_MOST_IDS)
        found["apart_from"] = tuple(dict.fromkeys(ids))
        there = work.unit.registrations.get_many(ids)
        strange = [one for one in ids if one not in there or there[one].event_id != event.id]
        if strange:
            form.refuse("apart_from", Message("field.registration-unknown", {"value": ", ".join(strange)}))
    return found
