"""The parts of a draft's value come in as text; checked parts go out, or all mistakes at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nhipcau.facts.codes import (
    ACTIVITY_CODES,
    SECTOR_CODES,
    AgreementStatus,
    AgreementType,
    FigureRole,
    Mode,
    PartyKind,
    PersonFunction,
    Strength,
)
from nhipcau.facts.message import Message
from nhipcau.programme.edtf import precision_of
from nhipcau.programme.forms import Form

Content = dict[str, str]

SINGLE_FIELDS: tuple[str, ...] = ("type", "status", "date", "place", "term")
MANY_FIELDS: tuple[str, ...] = ("party", "person", "witness", "sector", "activity", "figure", "legal-act")
FIELDS: tuple[str, ...] = SINGLE_FIELDS + MANY_FIELDS

PARTS: dict[str, tuple[str, ...]] = {
    "type": ("type", "renewal"),
    "status": ("status",),
    "date": ("value", "precision"),
    "place": ("venue", "city", "country", "mode"),
    "term": ("value", "unit", "until"),
    "party": ("name", "acronym", "country", "kind", "parent"),
    "person": ("name", "role", "org", "function"),
    "witness": ("name",),
    "sector": ("code",),
    "activity": ("code", "strength", "text"),
    "figure": ("value", "unit", "what", "role", "approx", "as_of"),
    "legal-act": ("type", "number", "issuer", "date", "role"),
}

_YES = ("true", "")


def checked(field: str, content: Mapping[str, str], form: Form) -> Content:
    """Return the parts of a value, each checked; mistakes are left in ``form`` under the part's name."""
    for part in content:
        if part not in PARTS[field]:
            form.refuse(part, Message("field.unknown"))
    return _CHECKS[field](form, content)


def _type(form: Form, content: Mapping[str, str]) -> Content:
    return {
        "type": form.code("type", content.get("type"), tuple(AgreementType), required=True),
        "renewal": form.code("renewal", content.get("renewal"), _YES),
    }


def _status(form: Form, content: Mapping[str, str]) -> Content:
    return {"status": form.code("status", content.get("status"), tuple(AgreementStatus), required=True)}


def _date(form: Form, content: Mapping[str, str]) -> Content:
    value = form.edtf("value", content.get("value"), required=True) or ""
    return {"value": value, "precision": precision_of(value)}


def _place(form: Form, content: Mapping[str, str]) -> Content:
    place = {
        "venue": form.text("venue", content.get("venue")),
        "city": form.text("city", content.get("city")),
        "country": form.country("country", content.get("country")) or "",
        "mode": form.code("mode", content.get("mode"), tuple(Mode)),
    }
    if not any(place.values()):
        form.refuse("city", Message("field.required"))
    return place


def _term(form: Form, content: Mapping[str, str]) -> Content:
    value = form.quantity("value", content.get("value"))
    until = form.edtf("until", content.get("until"))
    unit = form.code("unit", content.get("unit"), ("year", "month"), required=value is not None)
    if value is None and not until:
        form.refuse("value", Message("field.required"))
    return {"value": "" if value is None else str(value), "unit": unit, "until": until or ""}


def _party(form: Form, content: Mapping[str, str]) -> Content:
    return {
        "name": form.text("name", content.get("name"), required=True),
        "acronym": form.text("acronym", content.get("acronym"), longest=40),
        "country": form.country("country", content.get("country")) or "",
        "kind": form.code("kind", content.get("kind"), tuple(PartyKind)),
        "parent": form.text("parent", content.get("parent")),
    }


def _person(form: Form, content: Mapping[str, str]) -> Content:
    function = form.code("function", content.get("function"), tuple(PersonFunction))
    return {
        "name": form.text("name", content.get("name"), required=True, longest=200),
        "role": form.text("role", content.get("role")),
        "org": form.text("org", content.get("org")),
        "function": function or PersonFunction.ATTENDEE.value,
    }


def _witness(form: Form, content: Mapping[str, str]) -> Content:
    return {"name": form.text("name", content.get("name"), required=True)}


def _sector(form: Form, content: Mapping[str, str]) -> Content:
    return {"code": form.code("code", content.get("code"), SECTOR_CODES, required=True)}


def _activity(form: Form, content: Mapping[str, str]) -> Content:
    strength = form.code("strength", content.get("strength"), tuple(Strength))
    return {
        "code": form.code("code", content.get("code"), ACTIVITY_CODES, required=True),
        "strength": strength or Strength.COMMITMENT.value,
        "text": form.text("text", content.get("text"), longest=2000),
    }


def _figure(form: Form, content: Mapping[str, str]) -> Content:
    ends = [form.number("value", end) for end in str(content.get("value") or "").split("..", 1)]
    if None in ends:
        form.refuse("value", Message("field.required"))
    role = form.code("role", content.get("role"), tuple(FigureRole))
    return {
        "value": "..".join(f"{end:f}" for end in ends if end is not None),
        "unit": form.text("unit", content.get("unit"), longest=100),
        "what": form.text("what", content.get("what")),
        "role": role or FigureRole.CONTEXT.value,
        "approx": form.code("approx", content.get("approx"), _YES),
        "as_of": form.edtf("as_of", content.get("as_of"), spans=True) or "",
    }


def _legal_act(form: Form, content: Mapping[str, str]) -> Content:
    return {
        "type": form.text("type", content.get("type"), longest=100),
        "number": form.text("number", content.get("number"), required=True, longest=100),
        "issuer": form.text("issuer", content.get("issuer")),
        "date": form.edtf("date", content.get("date")) or "",
        "role": form.text("role", content.get("role"), longest=100),
    }


_CHECKS: dict[str, Callable[[Form, Mapping[str, str]], Content]] = {
    "type": _type,
    "status": _status,
    "date": _date,
    "place": _place,
    "term": _term,
    "party": _party,
    "person": _person,
    "witness": _witness,
    "sector": _sector,
    "activity": _activity,
    "figure": _figure,
    "legal-act": _legal_act,
}
