"""Nothing but the person comes in; what needs this person today goes out."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from nhipcau.facts.actor import Actor
from nhipcau.programme.filters import DeskQuery
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand, visible_to
from nhipcau.programme.views import DRAFT_SECTIONS, REGISTER_SECTIONS, Desk

EXPIRY_DAYS = 90


def desk(office: Office, actor: Actor) -> Desk:
    """Return the sections that concern this person; drafts only for those who may see drafts."""
    demand(actor, "register.see")
    today = office.clock.today()
    query = DeskQuery(
        today=today,
        idle_before=a_year_before(today),
        expires_until=today + timedelta(days=EXPIRY_DAYS),
        reviewed_until=a_year_before(today),
        sections=(DRAFT_SECTIONS if allowed(actor, "draft.see") else ()) + REGISTER_SECTIONS,
        visible_to=visible_to(actor),
    )
    return Desk(today=today, sections=office.store.reads().desk(query))


def a_year_before(day: date) -> date:
    """Return the same day of the year before; of 29 February the 28th."""
    year = day.year - 1
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
