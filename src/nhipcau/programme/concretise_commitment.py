"""Owner, quantity with unit, due date come in, any of them; the commitment with them goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.commitment import Commitment
from nhipcau.facts.message import Message
from nhipcau.programme.arguments import Concretisation
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.access import commitment_at, keep_real
from nhipcau.programme.work import Work, work


def concretise_commitment(
    office: Office, actor: Actor, commitment_id: str, *, version: int, **parts: Unpack[Concretisation]
) -> Commitment:
    """Set any of the parts; those left out stay, ``None`` or "" clears one. A quantity needs its unit."""
    demand(actor, "register.edit")
    with work(office, actor, "concretise-commitment") as opened:
        commitment = commitment_at(opened, commitment_id, version)
        form = Form(actor.language)
        changed = replace(commitment, **_changes(opened, form, parts, demo=commitment.demo))
        if changed.quantity is not None and not changed.unit:
            form.refuse("unit", Message("field.unit-missing"))
        form.check()
        return opened.save(changed, before=commitment)


def _changes(opened: Work, form: Form, parts: Concretisation, *, demo: bool) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name in parts:
        if name not in Concretisation.__annotations__:
            form.refuse(name, Message("field.unknown"))
    if "owner_id" in parts:
        changes["owner_id"] = _owner(opened, form, parts["owner_id"], demo=demo)
    if "quantity" in parts:
        changes["quantity"] = form.quantity("quantity", parts["quantity"])
    if "unit" in parts:
        changes["unit"] = form.text("unit", parts["unit"], longest=100) or None
    if "due_on" in parts:
        changes["due_on"] = form.day("due_on", parts["due_on"])
    return changes


def _owner(opened: Work, form: Form, typed: str | None, *, demo: bool) -> str | None:
    owner_id = form.text("owner_id", typed, longest=40)
    if not owner_id:
        return None
    owner = opened.unit.organisations.get(owner_id)
    if owner is None:
        form.refuse("owner_id", Message("field.organisation-unknown", {"value": owner_id}))
    keep_real(opened, owner, demo=demo)
    return owner_id
