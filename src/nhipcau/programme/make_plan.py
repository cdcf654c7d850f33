"""An offer and a need (or all of its trade) come in; the plan that closes what is missing goes out, kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final, Unpack

from nhipcau.engine.match.prepared import prepare
from nhipcau.engine.plan.gaps import gaps_of
from nhipcau.engine.plan.remedies import closings
from nhipcau.engine.plan.routes import left_out, open_gaps, routes
from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Need, Offer
from nhipcau.facts.matching import Fit, Standing
from nhipcau.facts.plan import Plan
from nhipcau.language.properties.rates import RATES
from nhipcau.programme.arguments import PlanWish
from nhipcau.programme.forms import Form
from nhipcau.programme.market.access import item_at
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.market.places import province_of
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.planning.gathering import remedies_for
from nhipcau.programme.planning.lacking import fit_to, fits_of_trade
from nhipcau.programme.work import work

_FURTHEST: Final = timedelta(days=5 * 365)


def make_plan(
    office: Office,
    actor: Actor,
    offer_id: str,
    need_id: str | None = None,
    **wish: Unpack[PlanWish],
) -> Plan:
    """Plan how the enterprise behind an offer closes its gaps: against one need, or against all needs of its trade.

    What the offer says nothing of is only asked about; with ``unstated`` it is planned for too. The first day is today
    unless another one is named. Enterprises plan for their own offers alone.
    """
    demand(actor, "plan.make")
    form, today = Form(actor.language), office.clock.today()
    first = form.day("starts_on", wish.get("starts_on"), not_after=today + _FURTHEST) or today
    everything = form.yes_no("unstated", wish.get("unstated")) is True
    form.check()
    # What fits is asked before anything is locked: an index may have to be caught up first.
    with work(office, actor, "make-plan") as looking:
        offer = item_at(looking, Offer, offer_id)
        demand(actor, "plan.make", offer)
        need = item_at(looking, Need, need_id) if need_id else None
    fits = fit_to(office, offer, need) if need else fits_of_trade(office, offer)
    with work(office, actor, "make-plan") as opened:
        item_at(opened, Offer, offer_id)
        bare = Plan(
            id=office.ids.new(),
            offer_id=offer.id,
            need_id=need.id if need else None,
            starts_on=first,
            rates_on=RATES.on,
            made_at=opened.at,
            made_by=actor.id,
            made_by_name=actor.name,
            demo=offer.demo,
        )
        return opened.add(_with_routes(office, bare, offer, fits, everything=everything))


def _with_routes(office: Office, plan: Plan, offer: Offer, fits: Sequence[Fit], *, everything: bool) -> Plan:
    """Return a plan with its gaps, what closes them, and what nobody does."""
    words = office_vocabulary(office)
    listings = office.store.reads().market_listings("need", [fit.need for fit in fits])
    places = {key: province_of(listing.place) for key, listing in listings.items()}
    gaps = gaps_of(fits, words, places=places)
    questions = gaps_of(fits, words, standing=Standing.NOT_STATED, places=places)
    if everything:
        known = {gap.key for gap in gaps}
        gaps, questions = (*gaps, *(gap for gap in questions if gap.key not in known)), ()
    concepts = prepare(listing_of(offer), words).concepts
    remedies = remedies_for(office, offer, gaps, concepts, words)
    closed = closings(gaps, remedies, concepts, words)
    found = routes(gaps, remedies, closed, words)
    return replace(
        plan,
        gaps=gaps,
        questions=questions,
        routes=found,
        open_gaps=open_gaps(gaps, closed),
        left_out=left_out(gaps, closed, found),
    )
