"""A need and an offer that somebody wants to bring together come in; a match goes out, the first step of its way."""

from __future__ import annotations

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.deal import Match, Side, Stage
from nhipcau.facts.errors import Conflict, NotAllowed, NotFound
from nhipcau.facts.market import Need, Offer
from nhipcau.programme.forms import Form
from nhipcau.programme.market.access import Some, item_at, items_of
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.matching.access import demand_on_the_market
from nhipcau.programme.matching.offered import offered
from nhipcau.programme.matching.steps import note_of, step_to
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.work import Work, work


def propose_match(office: Office, actor: Actor, need_id: str, offer_id: str, *, note: str = "") -> Match:
    """Set a pair on the way. Who proposes for its own organisation has said yes for its side.

    One pair has one match: where there is one, ``Conflict("error.match-exists", id)``; a pair of which a side said
    "no, thanks" raises ``Conflict("error.match-declined")`` until that side opens it again itself. What left the market
    while this person looked raises ``Conflict("error.item-left")``.
    """
    demand(actor, "match.rank")
    form = Form(actor.language)
    said = note_of(form, note)
    form.check()
    with work(office, actor, "propose-match") as opened:
        need, offer = _seen(opened, Need, need_id), _seen(opened, Offer, offer_id)
        mine = _own_side(opened, need, offer)
        _demand_fit_for_each_other(opened, need, offer)
        stage = Stage.PROPOSED if mine is None else Stage.ACCEPTED_BY_ONE
        match = Match(
            id=office.ids.new(),
            need_id=need.id,
            offer_id=offer.id,
            need_organisation_id=need.organisation_id,
            offer_organisation_id=offer.organisation_id,
            stage=stage,
            proposed_at=opened.at,
            proposed_by=actor.id,
            moved_at=opened.at,
            score=_score(office, need, offer),
            accepted_by=() if mine is None else (mine,),
            agreement_id=need.agreement_id or offer.agreement_id,
            steps=(step_to(opened, stage, said, mine),),
            demo=need.demo,
        )
        return opened.add(match)


def _seen(opened: Work, fact: type[Some], item_id: str) -> Some:
    """Return an item; of one that is out of sight, as it left the market, that is said: it may stand on a page yet."""
    try:
        return item_at(opened, fact, item_id)
    except NotFound:
        item = items_of(opened, fact).get(item_id)
        if item is not None and item.published_at is not None:
            demand_on_the_market(opened, item)
        raise


def _own_side(opened: Work, need: Need, offer: Offer) -> Side | None:
    """Return the side that an enterprise speaks for; of the office's people neither."""
    actor = opened.actor
    if actor.role is not Role.ENTERPRISE:
        return None
    for side, item in ((Side.NEED, need), (Side.OFFER, offer)):
        if allowed(actor, "match.rank", item):
            return side
    raise NotAllowed("error.not-allowed", permission="match.rank")


def _demand_fit_for_each_other(opened: Work, need: Need, offer: Offer) -> None:
    """Raise ``Conflict`` where a match of these two cannot be."""
    known = opened.unit.matches.of_pair(need.id, offer.id)
    if known is not None:
        declined = known.stage is Stage.DECLINED
        raise Conflict("error.match-declined" if declined else "error.match-exists", id=known.id)
    demand_on_the_market(opened, need, offer)
    if need.organisation_id == offer.organisation_id:
        raise Conflict("error.match-own")
    if need.kind is not offer.kind:
        raise Conflict("error.match-kind", need=need.kind, offer=offer.kind)
    if need.demo != offer.demo:
        raise Conflict("error.demo-mixed")


def _score(office: Office, need: Need, offer: Offer) -> int:
    if office.finder is None:
        return 0
    return office.finder.fit(listing_of(need), offered(office.store.reads(), offer)).score
