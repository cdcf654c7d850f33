"""Parts of an organisation set right come in; the organisation with them goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.codes import LANGUAGES, PartyKind
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Identifier, Name, Organisation
from nhipcau.language.identifiers import check_identifier, read_identifier
from nhipcau.programme.arguments import OrganisationParts
from nhipcau.programme.forms import Form
from nhipcau.programme.market.hiding import hide_anew
from nhipcau.programme.merging.join import standing
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.organisations import real
from nhipcau.programme.work import Work, found, unchanged, work

NAME_KINDS = ("official", "acronym", "alias")
_NAME_LANGUAGES = (*LANGUAGES, "und")
SCHEMES = ("VN-MST", "KR-BRN", "KR-CRN", "LEI")
OWN = "own:"
_MOST_NAMES = 50
_FIRST_YEAR = 1000


def edit_organisation(
    office: Office, actor: Actor, organisation_id: str, *, version: int, **parts: Unpack[OrganisationParts]
) -> Organisation:
    """Set any of the parts; those left out stay. At least one name stays, and no body is above itself."""
    demand(actor, "register.edit")
    with work(office, actor, "edit-organisation") as opened:
        standing(opened, "organisation", organisation_id)
        organisation = found(opened.unit.organisations.get(organisation_id), "organisation", organisation_id)
        unchanged(organisation, version)
        form = Form(actor.language)
        changes = _changes(opened, form, parts, organisation)
        form.check()
        after = opened.save(replace(organisation, **changes), before=organisation)
        hide_anew(opened, organisation_id)
        return after


def _changes(opened: Work, form: Form, parts: OrganisationParts, organisation: Organisation) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name in parts:
        if name not in OrganisationParts.__annotations__:
            form.refuse(name, Message("field.unknown"))
    if "names" in parts:
        changes["names"] = _names(form, parts["names"])
    if "country" in parts:
        changes["country"] = form.country("country", parts["country"])
    if "kind" in parts:
        kind = form.code("kind", parts["kind"], tuple(PartyKind))
        changes["kind"] = PartyKind(kind) if kind else None
    if "parent_id" in parts:
        changes["parent_id"] = _parent(opened, form, parts["parent_id"], organisation)
    if "place" in parts:
        changes["place"] = form.text("place", parts["place"], longest=200) or None
    if "identifiers" in parts:
        changes["identifiers"] = _identifiers(form, parts["identifiers"], organisation)
    changes |= _ways_to_reach(opened, form, parts)
    return changes


def _ways_to_reach(opened: Work, form: Form, parts: OrganisationParts) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if "address" in parts:
        changes["address"] = form.text("address", parts["address"]) or None
    if "phone" in parts:
        changes["phone"] = form.text("phone", parts["phone"], longest=60) or None
    if "domain" in parts:
        changes["domain"] = form.text("domain", parts["domain"], longest=255) or None
    if "founded" in parts:
        this_year = opened.office.clock.today().year
        changes["founded"] = form.whole("founded", parts["founded"], least=_FIRST_YEAR, most=this_year)
    return changes


def _identifiers(form: Form, typed: Sequence[tuple[str, str]], organisation: Organisation) -> tuple[Identifier, ...]:
    """Return numbers in canonical form; one that fails its check is refused unless it stood there before."""
    found: list[Identifier] = []
    for scheme, number in typed:
        value = form.text("identifiers", number, longest=100)
        kind = form.text("identifiers", scheme, longest=100)
        if not value:
            continue
        read = read_identifier(value, organisation.country, kind) or Identifier(kind, value)
        problem = check_identifier(read)
        if kind not in SCHEMES and not kind.startswith(OWN):
            form.refuse("identifiers", Message("field.code-unknown", {"value": kind}))
        elif problem is not None and read not in organisation.identifiers:
            form.refuse("identifiers", Message("field.identifier-wrong", {"value": value, "scheme": kind}))
        else:
            found.append(read)
    if len(found) > _MOST_NAMES:
        form.refuse("identifiers", Message("field.too-many", {"limit": _MOST_NAMES}))
    return tuple(dict.fromkeys(found))


def _names(form: Form, typed: Sequence[tuple[str, str, str]]) -> tuple[Name, ...]:
    names = []
    for text, language, kind in typed:
        words = form.text("names", text)
        spoken = form.code("names", language or "und", _NAME_LANGUAGES)
        sort = form.code("names", kind or "alias", NAME_KINDS)
        if words:
            names.append(Name(words, spoken, sort))
    if not names:
        form.refuse("names", Message("field.required"))
    if len(names) > _MOST_NAMES:
        form.refuse("names", Message("field.too-many", {"limit": _MOST_NAMES}))
    return tuple(dict.fromkeys(names))


def _parent(opened: Work, form: Form, typed: str | None, organisation: Organisation) -> str | None:
    parent_id = form.text("parent_id", typed, longest=40)
    if not parent_id:
        return None
    parent = opened.unit.organisations.get(parent_id)
    if parent is None:
        form.refuse("parent_id", Message("field.organisation-unknown", {"value": parent_id}))
        return None
    above: Organisation | None = parent
    while above is not None:
        if above.id == organisation.id:
            form.refuse("parent_id", Message("field.parent-cycle"))
            return None
        above = opened.unit.organisations.get(above.parent_id) if above.parent_id else None
    real(opened, parent, demo=organisation.demo)
    return parent_id
