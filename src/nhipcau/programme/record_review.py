"""An agreement and the day of its yearly review come in; it goes out reviewed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement
from nhipcau.programme.forms import Form
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.registering.access import agreement_at
from nhipcau.programme.work import work


def record_review(
    office: Office, actor: Actor, agreement_id: str, *, on: str | date, version: int | None = None
) -> Agreement:
    """Record when the agreement was reviewed; not a day to come."""
    demand(actor, "register.edit")
    form = Form(actor.language)
    day = form.day("on", on, required=True, not_after=office.clock.today())
    form.check()
    with work(office, actor, "record-review") as opened:
        agreement = agreement_at(opened, agreement_id, version)
        return opened.save(replace(agreement, reviewed_on=day), before=agreement)
