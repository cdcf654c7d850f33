"""Plans as they are kept come in; what a person may see of each goes out, with what its steps are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Offer
from nhipcau.facts.plan import Plan
from nhipcau.programme.market.sight import may_see, within_sight
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed
from nhipcau.programme.views import ChainLink, ItemRow, PlanRow


def plan_rows(office: Office, actor: Actor, plans: Sequence[Plan]) -> tuple[PlanRow, ...]:
    """Return lines of plans that this person may see."""
    offers = rows_of(office, "offer", (plan.offer_id for plan in plans))
    needs = rows_of(office, "need", (plan.need_id for plan in plans if plan.need_id))
    return tuple(
        PlanRow(
            plan=plan,
            offer=within_sight(actor, offers[plan.offer_id]),
            need=within_sight(actor, needs[plan.need_id]) if plan.need_id and plan.need_id in needs else None,
        )
        for plan in plans
        if plan.offer_id in offers and allowed(actor, "plan.see", offers[plan.offer_id].item)
    )


def rows_of(office: Office, side: str, ids: Iterable[str]) -> Mapping[str, ItemRow[Any]]:
    """Return items of a side as they are kept, by id."""
    return office.store.reads().item_rows(side, sorted(set(ids)), today=office.clock.today())


def seen_rows(office: Office, actor: Actor, rows: Mapping[str, ItemRow[Any]]) -> dict[str, ItemRow[Any]]:
    """Return those of some items that this person may know of, as it may see them."""
    today = office.clock.today()
    return {key: within_sight(actor, row) for key, row in rows.items() if may_see(actor, row.item, today)}


def agreements_of(office: Office, actor: Actor, rows: Mapping[str, ItemRow[Offer]]) -> dict[str, ChainLink]:
    """Return the agreements that offers stand under, by the offer's id, those alone that this person may see.

    A confidential offer is not told apart by its agreement: there the agreement is only named to who may know of it.
    """
    named = {key: row.item.agreement_id for key, row in rows.items() if allowed(actor, "market.who", row.item)}
    with office.store.unit() as unit:
        known = unit.agreements.get_many(sorted({agreement for agreement in named.values() if agreement}))
    links = {
        key: ChainLink(id=one.id, title=one.title, type=one.type, signed=one.signed, expires_on=one.expires_on)
        for key, one in known.items()
        if allowed(actor, "register.see", one)
    }
    return {key: links[agreement] for key, agreement in named.items() if agreement in links}
