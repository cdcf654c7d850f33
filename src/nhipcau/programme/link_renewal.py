"""An agreement and the one that it renews come in; it goes out linked, chains without forks and cycles."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement
from nhipcau.facts.errors import Conflict, InvalidFields
from nhipcau.facts.message import Message
from nhipcau.programme.edtf import first_day, last_day
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.access import agreement_at
from nhipcau.programme.work import Work, work


def link_renewal(
    office: Office, actor: Actor, agreement_id: str, *, renewal_of: str | None, version: int | None = None
) -> Agreement:
    """Say that an agreement renews an earlier one; ``None`` or "" takes the link away.

    Refused: a cycle, a second renewal of the same agreement, one signed before what it would renew, and a link
    between a demo agreement and a real one.
    """
    demand(actor, "register.edit")
    with work(office, actor, "link-renewal") as opened:
        agreement = agreement_at(opened, agreement_id, version)
        if renewal_of:
            _demand_chain(opened, agreement, renewal_of)
        return opened.save(replace(agreement, renewal_of=renewal_of or None), before=agreement)


def _demand_chain(opened: Work, agreement: Agreement, renewal_of: str) -> None:
    earlier = opened.unit.agreements.get(renewal_of)
    if earlier is None:
        raise InvalidFields({"renewal_of": Message("field.agreement-unknown", {"value": renewal_of})})
    if earlier.demo != agreement.demo:
        raise Conflict("error.demo-mixed", id=renewal_of)
    link: Agreement | None = earlier
    while link is not None:
        if link.id == agreement.id:
            raise Conflict("error.renewal-cycle", id=renewal_of)
        link = opened.unit.agreements.get(link.renewal_of) if link.renewal_of else None
    others = [item for item in opened.unit.agreements.renewals_of(renewal_of) if item.id != agreement.id]
    if others:
        raise Conflict("error.already-renewed", id=others[0].id, title=others[0].title)
    signed, before = last_day(agreement.signed), first_day(earlier.signed)
    if signed and before and signed < before:
        raise Conflict("error.renewal-before", here=agreement.signed or "", there=earlier.signed or "")
