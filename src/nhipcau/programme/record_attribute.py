"""A certificate, an audit or a measurement of what is offered comes in; the offer says so, and fits what it did not."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Attribute, Offer
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Organisation
from nhipcau.language.properties import PROPERTIES, Form
from nhipcau.programme import forms
from nhipcau.programme.arguments import AttributeParts
from nhipcau.programme.market.posting import STILL_WRITTEN, Maker, demand_state, moved
from nhipcau.programme.market.terms import attributes_of
from nhipcau.programme.merging.join import standing
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import Work, work

_ROW = "attributes.1."


def record_attribute(
    office: Office,
    actor: Actor,
    offer_id: str,
    *,
    attribute: AttributeParts,
    evidence: str = "",
    version: int | None = None,
) -> Offer:
    """Record what was certified or measured, on which day (today, where none is said) and by whom.

    A figure takes the place of what the offer said of that property before; a certificate is added, and "we have it
    not" is taken back. Needs that failed on it alone are matched again at once. What an enterprise records of a
    published offer is looked at again before it is shown. Mistakes come under the names of the attribute's parts.
    """
    demand(actor, "market.edit")
    stated = attribute_stated(office, actor, attribute, evidence)
    with work(office, actor, "record-attribute") as opened:
        return recorded(opened, offer_id, stated, version)


def recorded(opened: Work, offer_id: str, stated: Attribute, version: int | None = None) -> Offer:
    """Store what was certified or measured within a unit of work that is open."""
    before = moved(opened, Offer, offer_id, version)
    demand_state(opened, before, *STILL_WRITTEN)
    body = cast("Organisation", standing(opened, "organisation", before.organisation_id))
    kept = (one for one in before.attributes if not _replaced(one, stated))
    after = replace(before, attributes=(*kept, stated))
    return opened.save(Maker.of(opened).redone(before, after, body), before=before)


def attribute_stated(office: Office, actor: Actor, parts: AttributeParts, evidence: str) -> Attribute:
    """Return what was typed of a certificate or a measurement; its mistakes are raised under the names of its parts."""
    form, today = forms.Form(actor.language), office.clock.today()
    rows: list[AttributeParts] = [{**parts, "evidence": evidence or parts.get("evidence", "")}]
    found = attributes_of(form, rows, today)
    if not found:
        form.refuse(f"{_ROW}property", Message("field.required"))
    form.day(f"{_ROW}on", parts.get("on"), not_after=today)
    form.mistakes = {name.removeprefix(_ROW): message for name, message in form.mistakes.items()}
    form.check()
    return replace(found[0], on=found[0].on or today)


def _replaced(old: Attribute, new: Attribute) -> bool:
    """Tell whether a new statement takes the place of an old one: of a figure always, of a list the same word."""
    if old.property != new.property:
        return False
    return PROPERTIES[new.property].form is not Form.MEMBERS or old.value == new.value
