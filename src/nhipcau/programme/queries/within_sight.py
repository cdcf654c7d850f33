"""Answers that lead further come in; for whoever sees some agreements only, what leads out of sight is taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, visible_to
from nhipcau.programme.views import ChainLink, DocumentRow


def documents_within_sight(office: Office, actor: Actor, rows: Sequence[DocumentRow]) -> tuple[DocumentRow, ...]:
    """Return the rows, naming only those agreements from them that this person may see, and no drafts."""
    if visible_to(actor) is None:
        return tuple(rows)
    seen = _seen(office, actor, {agreement for row in rows for agreement in row.agreement_ids})
    return tuple(
        replace(row, drafts=0, open_drafts=0, agreement_ids=tuple(one for one in row.agreement_ids if one in seen))
        for row in rows
    )


def chain_within_sight(office: Office, actor: Actor, chain: Sequence[ChainLink]) -> tuple[ChainLink, ...]:
    """Return the agreements of a chain of renewals that this person may see; one alone is no chain."""
    if visible_to(actor) is None:
        return tuple(chain)
    seen = _seen(office, actor, {link.id for link in chain})
    kept = tuple(link for link in chain if link.id in seen)
    return kept if len(kept) > 1 else ()


def bodies_within_sight(office: Office, actor: Actor, bodies: Sequence[Organisation]) -> tuple[Organisation, ...]:
    """Return those organisations that are a party to an agreement which this person may see."""
    scope = visible_to(actor)
    if scope is None or not bodies:
        return tuple(bodies)
    with office.store.unit() as unit:
        signed = unit.agreements.of_organisations([body.id for body in bodies])
    seen = {party.organisation_id for one in signed if allowed(actor, "register.see", one) for party in one.parties}
    return tuple(body for body in bodies if body.id in seen or body.id == scope)


def _seen(office: Office, actor: Actor, agreement_ids: Iterable[str]) -> set[str]:
    with office.store.unit() as unit:
        known = unit.agreements.get_many(sorted(agreement_ids))
    return {key for key, agreement in known.items() if allowed(actor, "register.see", agreement)}
