"""Who may do what to which thing: all rules of the office on one page.

``allowed`` asks, ``demand`` raises, ``visible_to`` and ``market_sight`` narrow lists. What a thing is to a rule:
an ``Agreement`` for what hangs on an agreement, a ``Commitment`` for logging under it, an ``Activity`` for changing it,
a ``Need`` or an ``Offer``, its state as of today, for the market, and for posting there the id of an organisation;
a ``Match`` as it is kept for what becomes of it; for a development plan the offer that it is made for.
At an event: the ``Event`` for who may know of it, a ``Registration`` or an ``Interpreter`` for what is its own
business, and for registering there the id of an organisation.
A rule asked without a thing says whether the person may do this to anything at all.
"""

from __future__ import annotations

from collections.abc import Callable

from rules.predicates import Predicate, predicate
from rules.rulesets import RuleSet

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.agreement import Agreement
from nhipcau.facts.attendance import Interpreter, Registration
from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.facts.deal import Match
from nhipcau.facts.errors import NotAllowed, NotFound
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.market import ItemState, Need, Offer
from nhipcau.programme.filters import MarketSight

NOBODY = ""

_predicate: Callable[..., Predicate] = predicate


def _role(role: Role) -> Predicate:
    """Return the predicate "this person is a ..."."""

    def has_role(actor: Actor) -> bool:
        return actor.role is role

    return _predicate(has_role, name=f"is_{role}")


def _about(name: str, test: Callable[[Actor, object], bool]) -> Predicate:
    """Return a predicate about a person and a thing that lets pass where no thing is named."""

    def holds(actor: Actor, thing: object = None) -> bool:
        return thing is None or test(actor, thing)

    return _predicate(holds, name=name)


def _is_party(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Agreement) and any(
        party.organisation_id == actor.organisation_id for party in thing.parties
    )


def _is_owner(actor: Actor, thing: object) -> bool:
    return (
        isinstance(thing, Commitment) and actor.organisation_id is not None and thing.owner_id == actor.organisation_id
    )


def _is_author(actor: Actor, thing: object) -> bool:
    return isinstance(thing, Activity) and thing.created_by == actor.id


def _is_ours(actor: Actor, thing: object) -> bool:
    return (
        isinstance(thing, (Need, Offer))
        and actor.organisation_id is not None
        and thing.organisation_id == actor.organisation_id
    )


def _is_own_body(actor: Actor, thing: object) -> bool:
    return actor.organisation_id is not None and thing == actor.organisation_id


def _is_published(_actor: Actor, thing: object) -> bool:
    return isinstance(thing, (Need, Offer)) and thing.state is ItemState.PUBLISHED


def _is_open(_actor: Actor, thing: object) -> bool:
    return isinstance(thing, (Need, Offer)) and not thing.confidential


def _is_a_side(actor: Actor, thing: object) -> bool:
    return (
        isinstance(thing, Match)
        and actor.organisation_id is not None
        and actor.organisation_id in (thing.need_organisation_id, thing.offer_organisation_id)
    )


def _is_agreed(_actor: Actor, thing: object) -> bool:
    return isinstance(thing, Match) and thing.agreed


def _is_anothers(actor: Actor, thing: object) -> bool:
    return isinstance(thing, (Need, Offer)) and thing.created_by != actor.id


def _is_open_to_all(_actor: Actor, thing: object) -> bool:
    return isinstance(thing, Event) and thing.state is EventState.OPEN


def _comes(actor: Actor, thing: object) -> bool:
    """Tell whether somebody comes to an event as this registration, or is this interpreter."""
    if not isinstance(thing, (Registration, Interpreter)):
        return False
    if actor.attends:
        return thing.id == actor.attends
    body = thing.organisation_id if isinstance(thing, Registration) else None
    return body is not None and body == actor.organisation_id


administrator = _role(Role.ADMINISTRATOR)
officer = administrator | _role(Role.OFFICER)
adviser = _role(Role.ADVISER)
enterprise = _role(Role.ENTERPRISE)
viewer = _role(Role.VIEWER)

speaks_for_a_party = enterprise & _about("is_party", _is_party)
speaks_for_the_owner = enterprise & _about("is_owner", _is_owner)
logged_it = (adviser | enterprise) & _about("is_author", _is_author)

reader = officer | adviser | viewer
anyone = reader | enterprise

speaks_for_the_item = enterprise & _about("is_ours", _is_ours)
speaks_for_the_body = enterprise & _about("is_own_body", _is_own_body)
on_the_market = _about("is_published", _is_published)
told_openly = _about("is_open", _is_open)
speaks_for_a_side = enterprise & _about("is_a_side", _is_a_side)
agreed_by_both = _about("is_agreed", _is_agreed)
open_to_all = _about("is_open_to_all", _is_open_to_all)
comes_itself = enterprise & _about("comes", _comes)
reviews_anothers = adviser & _about("is_anothers", _is_anothers)

RULES = RuleSet(
    {
        "office.administer": administrator,
        "register.see": reader | speaks_for_a_party,
        "register.edit": officer,
        "organisation.review": officer,
        "organisation.merge": officer,
        "organisation.import": officer,
        "history.see": officer | adviser,
        "history.undo": officer,
        "demo.remove": officer,
        "document.receive": officer,
        "document.see": reader | speaks_for_a_party,
        "document.original": officer | adviser,
        "draft.see": officer | adviser,
        "draft.decide": officer,
        "activity.log": officer | adviser | speaks_for_the_owner,
        "activity.edit": officer | logged_it,
        "market.see": officer | adviser | speaks_for_the_item | (anyone & on_the_market),
        "market.who": officer | adviser | speaks_for_the_item | (anyone & told_openly),
        "market.post": officer | adviser | speaks_for_the_body,
        "market.edit": officer | adviser | speaks_for_the_item,
        "market.review": officer | reviews_anothers,
        "market.publish-unreviewed": officer,
        "market.import": officer | adviser,
        "concept.edit": officer,
        "match.rank": officer | adviser | speaks_for_the_item,
        "match.see": officer | adviser | speaks_for_a_side,
        "match.move": officer | adviser | speaks_for_a_side,
        "match.contact": officer | adviser | (speaks_for_a_side & agreed_by_both),
        "match.count": anyone,
        "match.by-agreement": reader,
        "match.on-behalf": officer | adviser,
        "plan.see": officer | adviser | speaks_for_the_item,
        "plan.make": officer | adviser | speaks_for_the_item,
        "plan.decide": officer,
        "plan.finish": officer | adviser,
        "event.see": reader | (enterprise & open_to_all) | comes_itself,
        "event.plan": officer,
        "event.register": officer | adviser | speaks_for_the_body | comes_itself,
        "event.interpreters": officer,
        "event.contacts": officer | adviser | comes_itself,
        "event.request": officer | adviser | comes_itself,
        "event.on-behalf": officer | adviser,
        "event.figures": reader,
        "event.desk": officer,
    }
)
_passes: Callable[..., bool] = RULES.test_rule


def allowed(actor: Actor, permission: str, thing: object = None) -> bool:
    """Tell whether a person may do this to the thing (or to anything at all, where none is named)."""
    return _passes(permission, actor, thing)


def demand(actor: Actor, permission: str, thing: object = None) -> None:
    """Raise ``NotAllowed`` where a person may not do this."""
    if not allowed(actor, permission, thing):
        raise NotAllowed("error.not-allowed", permission=permission)


def demand_sight(actor: Actor, agreement: Agreement, *, kind: str, thing_id: str) -> None:
    """Raise ``NotFound`` where a person may not even know that an agreement, or what hangs on it, exists."""
    if not allowed(actor, "register.see", agreement):
        raise NotFound("error.not-found", kind=kind, id=thing_id)


def visible_to(actor: Actor) -> str | None:
    """Return the organisation whose agreements alone a person may see, ``None`` for all ("" for none)."""
    if actor.role is Role.ENTERPRISE:
        return actor.organisation_id or NOBODY
    return None


def market_sight(actor: Actor) -> MarketSight:
    """Return which needs and offers a person may see, and of which it may know who is behind them."""
    if allowed(actor, "market.import"):
        return MarketSight()
    return MarketSight(everything=False, organisation_id=visible_to(actor))
