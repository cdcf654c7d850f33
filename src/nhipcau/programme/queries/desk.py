"""A person comes in; what needs this person today goes out, all of it or one section whole."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import NotFound
from nhipcau.programme.filters import DeskQuery
from nhipcau.programme.market.lifetime import RENEWAL_DAYS
from nhipcau.programme.matching.stages import rests_since
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand, visible_to
from nhipcau.programme.placing.bands import bands_from
from nhipcau.programme.views import (
    DRAFT_SECTIONS,
    IMPORT_SECTIONS,
    MARKET_REVIEW_SECTIONS,
    MARKET_SECTIONS,
    MATCH_SECTIONS,
    REGISTER_SECTIONS,
    REVIEW_SECTIONS,
    Desk,
    DeskSection,
)

EXPIRY_DAYS = 90


def desk(office: Office, actor: Actor) -> Desk:
    """Return the sections that concern this person; drafts only for those who may see drafts."""
    demand(actor, "register.see")
    query = _query(office, actor)
    return Desk(today=query.today, sections=office.store.reads().desk(query))


def desk_section(office: Office, actor: Actor, code: str, *, most: int = 500) -> DeskSection:
    """Return one section with as many as ``most`` of its items; one that this person has not is ``NotFound``."""
    demand(actor, "register.see")
    query = _query(office, actor)
    if code not in query.sections:
        raise NotFound("error.not-found", kind="desk-section", id=code)
    return office.store.reads().desk(replace(query, sections=(code,), sample=most))[0]


def _query(office: Office, actor: Actor) -> DeskQuery:
    today = office.clock.today()
    reviews = allowed(actor, "organisation.review")
    follower = office.store.reads().follower(actor.id)
    rights = (
        ("draft.see", DRAFT_SECTIONS),
        ("organisation.import", IMPORT_SECTIONS),
        ("organisation.review", REVIEW_SECTIONS),
        ("market.review", MARKET_REVIEW_SECTIONS),
        ("market.edit", MARKET_SECTIONS),
        ("match.see", MATCH_SECTIONS),
    )
    sections = tuple(code for right, codes in rights if allowed(actor, right) for code in codes)
    return DeskQuery(
        today=today,
        idle_before=a_year_before(today),
        expires_until=today + timedelta(days=EXPIRY_DAYS),
        reviewed_until=a_year_before(today),
        sections=sections + REGISTER_SECTIONS,
        visible_to=visible_to(actor),
        zone=office.clock.zone,
        least_score=bands_from(office.store.reads().thresholds("organisation")).review if reviews else 0.0,
        renew_until=today + timedelta(days=RENEWAL_DAYS),
        reviewer=None if allowed(actor, "market.publish-unreviewed") else actor.id,
        moved_before=rests_since(office.clock.now()),
        seen_at=follower.seen_at if follower else None,
    )


def a_year_before(day: date) -> date:
    """Return the same day of the year before; of 29 February the 28th."""
    year = day.year - 1
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
