"""A match or a pair as it is kept comes in; what a person may see of it goes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, Final, TypeVar

from nhipcau.facts.actor import Actor
from nhipcau.facts.deal import Match, Side, Step
from nhipcau.facts.market import Item
from nhipcau.programme.market.sight import as_reviewed, for_partners, within_sight
from nhipcau.programme.matching.sides import reopens_for, speaks_for
from nhipcau.programme.matching.stages import idle_days, moves_of, organisation_of, waiting_for
from nhipcau.programme.permissions import allowed
from nhipcau.programme.views import ItemRow, MatchRow, MatchView

_ON_A_MATCH: Final = ("match.move", "match.contact", "match.on-behalf")
REOPEN: Final = "match.reopen"

Some = TypeVar("Some", bound=Item)


def item_within_sight(actor: Actor, row: ItemRow[Some], match: Match | None) -> ItemRow[Some]:
    """Return an item of a pair as this person may see it: who is behind it is known once both sides agreed."""
    if match is not None and allowed(actor, "match.contact", match) and not allowed(actor, "market.edit", row.item):
        return replace(row, item=for_partners(as_reviewed(row)))
    return within_sight(actor, row)


def row_within_sight(actor: Actor, row: MatchRow, now: datetime) -> MatchRow:
    """Return a line of the list of matches as this person may see it, with what follows from it."""
    need = item_within_sight(actor, row.need, row.match)
    offer = item_within_sight(actor, row.offer, row.match)
    return replace(
        row,
        match=_match(actor, row.match, need_known=need.known, offer_known=offer.known),
        need=need,
        offer=offer,
        waiting_for=waiting_for(row.match),
        idle_days=idle_days(row.match, now),
    )


def page_within_sight(actor: Actor, view: MatchView, now: datetime) -> MatchView | None:
    """Return the page of a match as this person may see it; ``None`` where it may not know of it."""
    match = view.row.match
    if not allowed(actor, "match.see", match):
        return None
    may = {permission for permission in _ON_A_MATCH if allowed(actor, permission, match)}
    if reopens_for(actor, match):
        may.add(REOPEN)
    office = allowed(actor, "match.on-behalf")
    return replace(
        view,
        row=row_within_sight(actor, view.row, now),
        contacts=view.contacts if "match.contact" in may else (),
        agreement=view.agreement if office else None,
        speaks_for=speaks_for(actor, match),
        moves=moves_of(match) if "match.move" in may else (),
        may=frozenset(may),
        changes=view.changes if allowed(actor, "history.see") else 0,
    )


def _match(actor: Actor, match: Match, *, need_known: bool, offer_known: bool) -> Match:
    """Return a match without what would tell a side more of the other one than it may know yet.

    What others noted, and who they are, is between them and the office until both sides agreed.
    """
    if allowed(actor, "match.on-behalf"):
        return match
    seen: dict[str, Any] = {"agreement_id": None, "proposed_by": ""}
    if not need_known:
        seen["need_organisation_id"] = ""
    if not offer_known:
        seen["offer_organisation_id"] = ""
    if not match.agreed:
        own = [side for side in Side if organisation_of(match, side) == actor.organisation_id]
        seen["steps"] = tuple(_step(actor, step, own) for step in match.steps)
        if match.declined_by not in own:
            seen["declined_note"] = ""
    return replace(match, **seen)


def _step(actor: Actor, step: Step, own: list[Side]) -> Step:
    mine = step.by == actor.id or (step.side in own and not step.for_side)
    return step if mine else replace(step, by="", by_name="", note="")
