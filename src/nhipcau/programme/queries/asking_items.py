"""What is asked of the lists of needs and offers, as text, comes in; a checked filter goes out."""

from __future__ import annotations

from typing import Any

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.market import ItemKind, ItemState
from nhipcau.facts.message import Message
from nhipcau.programme.arguments import ItemQuestion
from nhipcau.programme.filters import ItemFilter
from nhipcau.programme.forms import Form
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.market.places import code_of, province_of, provinces_within
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import NOBODY, allowed, market_sight, visible_to
from nhipcau.programme.queries.asking import an_id, demo, known_only, terms


def asked_of_items(office: Office, actor: Actor, form: Form, wanted: ItemQuestion) -> ItemFilter:
    """Return the filter; what cannot be asked is left in ``form`` as mistakes.

    A country or a province holds all that lies in it, a concept all that are narrower.
    """
    known_only(form, wanted, ItemQuestion)
    kind = form.code("kind", wanted.get("kind"), tuple(ItemKind))
    state = form.code("state", wanted.get("state"), tuple(ItemState))
    return ItemFilter(
        today=office.clock.today(),
        search=terms(form, wanted),
        kind=ItemKind(kind) if kind else None,
        state=ItemState(state) if state else None,
        agreement_id=_agreement(office, actor, an_id(form, "agreement_id", wanted.get("agreement_id"))),
        concepts=_narrower(office, an_id(form, "concept", wanted.get("concept"))),
        language=form.code("language", wanted.get("language"), LANGUAGES) or None,
        demo=demo(form, wanted),
        sight=market_sight(actor),
        **_place(form, wanted),
        **_whose(form, actor, wanted),
    )


def _place(form: Form, wanted: ItemQuestion) -> dict[str, Any]:
    written = form.text("place", wanted.get("place"), longest=200)
    if not written:
        return {}
    code = code_of(written)
    if code is None:
        form.refuse("place", Message("field.code-unknown", {"value": written}))
        return {}
    within = provinces_within(code)
    return {"provinces": within} if within else {"city": code, "provinces": (province_of(code) or code,)}


def _whose(form: Form, actor: Actor, wanted: ItemQuestion) -> dict[str, Any]:
    """Return whose items are meant: those of an organisation, or one's own; of the office's people what they wrote."""
    asked: dict[str, Any] = {"organisation_id": an_id(form, "organisation_id", wanted.get("organisation_id"))}
    if form.yes_no("mine", wanted.get("mine")):
        if actor.role is Role.ENTERPRISE:
            return {"organisation_id": actor.organisation_id or ""}
        asked["created_by"] = actor.id
    return asked


def _agreement(office: Office, actor: Actor, asked: str | None) -> str | None:
    """Return the agreement that is asked for; of one that this person may not know of, nothing is found."""
    if asked is None or visible_to(actor) is None:
        return asked
    with office.store.unit() as unit:
        agreement = unit.agreements.get(asked)
    return asked if agreement is not None and allowed(actor, "register.see", agreement) else NOBODY


def _narrower(office: Office, concept: str | None) -> tuple[str, ...]:
    if concept is None:
        return ()
    known = office_vocabulary(office)
    return tuple(sorted({concept, *known.descendants(concept)})) if concept in known.concepts else (concept,)
