"""Parts of an agreement set right by hand come in; the agreement with them goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement, AgreementParty, Venue
from nhipcau.facts.codes import SECTOR_CODES, AgreementStatus, AgreementType, Mode
from nhipcau.facts.message import Message
from nhipcau.programme.arguments import AgreementParts
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.access import agreement_at, keep_real
from nhipcau.programme.registering.terms import expires_on
from nhipcau.programme.work import Work, work

_REGISTERED = tuple(status for status in AgreementStatus if status is not AgreementStatus.PLANNED)
_PLACE_PARTS = ("venue", "city", "country", "mode")


def edit_agreement(
    office: Office, actor: Actor, agreement_id: str, *, version: int, **parts: Unpack[AgreementParts]
) -> Agreement:
    """Set any of the parts; those left out stay. The day of expiry follows from signing and term unless it is given."""
    demand(actor, "register.edit")
    with work(office, actor, "edit-agreement") as opened:
        agreement = agreement_at(opened, agreement_id, version)
        form = Form(actor.language)
        for name in parts:
            if name not in AgreementParts.__annotations__:
                form.refuse(name, Message("field.unknown"))
        changes = {**_plain(form, parts), **_dated(form, parts, agreement)}
        changes |= _placed(form, parts, agreement)
        if "party_ids" in parts:
            changes["parties"] = _parties(opened, form, parts["party_ids"], agreement)
        form.check()
        return opened.save(replace(agreement, **changes), before=agreement)


def _plain(form: Form, parts: AgreementParts) -> dict[str, Any]:
    """Return title, type, status, sectors and witnesses, as far as they are given."""
    changes: dict[str, Any] = {}
    if "title" in parts:
        changes["title"] = form.text("title", parts["title"], required=True)
    if "type" in parts:
        changes["type"] = _enum(AgreementType, form.code("type", parts["type"], tuple(AgreementType), required=True))
    if "status" in parts:
        changes["status"] = _enum(AgreementStatus, form.code("status", parts["status"], _REGISTERED, required=True))
    if "sectors" in parts:
        changes["sectors"] = form.codes("sectors", parts["sectors"], SECTOR_CODES)
    if "witnesses" in parts:
        changes["witnesses"] = form.lines("witnesses", parts["witnesses"])
    return changes


def _enum(vocabulary: type[Any], value: str) -> Any:
    """Return the member, or ``None`` where the field was wrong and the form is refused anyway."""
    return vocabulary(value) if value else None


def _dated(form: Form, parts: AgreementParts, agreement: Agreement) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if "signed" in parts:
        changes["signed"] = form.edtf("signed", parts["signed"])
    if "term_months" in parts:
        changes["term_months"] = form.whole("term_months", parts["term_months"], most=1200)
    if "expires_on" in parts:
        changes["expires_on"] = form.day("expires_on", parts["expires_on"])
    elif changes:
        signed = changes.get("signed", agreement.signed)
        changes["expires_on"] = expires_on(signed, changes.get("term_months", agreement.term_months))
    return changes


def _placed(form: Form, parts: AgreementParts, agreement: Agreement) -> dict[str, Any]:
    given: dict[str, Any] = {name: value for name, value in parts.items() if name in _PLACE_PARTS}
    if not given:
        return {}
    place = agreement.place or Venue()
    if "venue" in given:
        place = replace(place, venue=form.text("venue", given["venue"]) or None)
    if "city" in given:
        place = replace(place, city=form.text("city", given["city"]) or None)
    if "country" in given:
        place = replace(place, country=form.country("country", given["country"]))
    if "mode" in given:
        mode = form.code("mode", given["mode"], tuple(Mode))
        place = replace(place, mode=Mode(mode) if mode else None)
    return {"place": None if place == Venue() else place}


def _parties(opened: Work, form: Form, ids: Sequence[str], agreement: Agreement) -> tuple[AgreementParty, ...]:
    """Return the parties; one that was there keeps the name that the paper gives it."""
    wanted = list(dict.fromkeys(ids))
    known = opened.unit.organisations.get_many(wanted)
    unknown = [key for key in wanted if key not in known]
    if unknown:
        form.refuse("party_ids", Message("field.organisation-unknown", {"value": ", ".join(unknown)}))
        return agreement.parties
    if not wanted:
        form.refuse("party_ids", Message("field.party-missing"))
    for organisation in known.values():
        keep_real(opened, organisation, demo=agreement.demo)
    present = {party.organisation_id: party for party in agreement.parties}
    return tuple(
        present.get(key) or AgreementParty(organisation_id=key, name=known[key].names[0].text) for key in wanted
    )
