"""Which of several conflicting values the office shows comes in; the organisation with it goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nhipcau.facts.actor import Actor
from nhipcau.facts.codes import PartyKind
from nhipcau.facts.errors import InvalidFields, NotFound
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Choice, Identifier, Organisation
from nhipcau.programme.merging.claims import IDENTIFIER, claims_of, value_of
from nhipcau.programme.merging.join import standing
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.placing.clusters import roots_of_members
from nhipcau.programme.work import Work, found, unchanged, work


def choose_value(
    office: Office, actor: Actor, organisation_id: str, *, field: str, value: str, version: int | None = None
) -> Organisation:
    """Show one of the values that somebody gives a field, until the choice is taken back (``revoke_choice``)."""
    demand(actor, "register.edit")
    with work(office, actor, "choose-value") as opened:
        body = _body(opened, organisation_id, version)
        if value not in _values(opened, body, field):
            raise InvalidFields({"value": Message("field.not-claimed", {"value": value})})
        earlier = next((choice for choice in body.chosen if choice.field == field), None)
        choice = Choice(
            field=field,
            value=value,
            chosen_by=actor.name,
            chosen_on=office.clock.today(),
            before=earlier.before if earlier else value_of(body).get(field, ""),
        )
        others = tuple(known for known in body.chosen if known.field != field)
        return opened.save(_showing(replace(body, chosen=(*others, choice)), field, value), before=body)


def revoke_choice(
    office: Office, actor: Actor, organisation_id: str, *, field: str, version: int | None = None
) -> Organisation:
    """Take the office's choice back: the value of before is shown again."""
    demand(actor, "register.edit")
    with work(office, actor, "revoke-choice") as opened:
        body = _body(opened, organisation_id, version)
        choice = next((known for known in body.chosen if known.field == field), None)
        if choice is None:
            raise NotFound("error.not-found", kind="choice", id=field)
        others = tuple(known for known in body.chosen if known.field != field)
        return opened.save(_showing(replace(body, chosen=others), field, choice.before), before=body)


def _body(opened: Work, organisation_id: str, version: int | None) -> Organisation:
    body = standing(opened, "organisation", organisation_id)
    unchanged(body, version)
    return found(opened.unit.organisations.get(organisation_id), "organisation", organisation_id)


def _values(opened: Work, body: Organisation, field: str) -> set[str]:
    cluster = set(roots_of_members(opened.unit, "organisation", [body.id])) - {body.id}
    members = opened.unit.organisations.get_many(cluster).values()
    sources = opened.unit.source_records.of_organisations([body.id])
    claims = claims_of(body, sources, members)
    return {claim.value for told in claims if told.field == field for claim in told.claims}


def _showing(body: Organisation, field: str, value: str) -> Organisation:
    """Return a body with one value shown; "" shows none."""
    if field.startswith(IDENTIFIER):
        scheme = field.removeprefix(IDENTIFIER)
        others = tuple(identifier for identifier in body.identifiers if identifier.scheme != scheme)
        return replace(body, identifiers=(*others, Identifier(scheme, value)) if value else others)
    read: dict[str, Any] = {"kind": PartyKind, "founded": int}
    shown: dict[str, Any] = {field: read.get(field, str)(value) if value else None}
    return replace(body, **shown)
