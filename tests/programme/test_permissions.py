from __future__ import annotations

import pytest

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.deal import Side
from nhipcau.facts.errors import NotAllowed, NotFound
from nhipcau.facts.event import EventState
from nhipcau.programme.permissions import RULES, allowed, demand, demand_sight, visible_to
from tests.conformance.test_events import event, registration
from tests.programme.samples import (
    ADMINISTRATOR,
    ADVISER,
    ANPHU,
    ENTERPRISE,
    MIRAE,
    OFFICER,
    STRANGER,
    VIEWER,
    activity,
    agreement,
    concrete,
    match,
)

EVERYONE = {"administrator", "officer", "adviser", "enterprise", "viewer"}
MAY = {
    "office.administer": {"administrator"},
    "register.see": EVERYONE,
    "register.edit": {"administrator", "officer"},
    "organisation.review": {"administrator", "officer"},
    "organisation.import": {"administrator", "officer"},
    "organisation.merge": {"administrator", "officer"},
    "history.see": {"administrator", "officer", "adviser"},
    "history.undo": {"administrator", "officer"},
    "demo.remove": {"administrator", "officer"},
    "document.receive": {"administrator", "officer"},
    "document.see": EVERYONE,
    "document.original": {"administrator", "officer", "adviser"},
    "draft.see": {"administrator", "officer", "adviser"},
    "draft.decide": {"administrator", "officer"},
    "activity.log": {"administrator", "officer", "adviser", "enterprise"},
    "activity.edit": {"administrator", "officer", "adviser", "enterprise"},
    "market.see": EVERYONE,
    "market.who": EVERYONE,
    "market.post": {"administrator", "officer", "adviser", "enterprise"},
    "market.edit": {"administrator", "officer", "adviser", "enterprise"},
    "market.review": {"administrator", "officer", "adviser"},
    "market.publish-unreviewed": {"administrator", "officer"},
    "market.import": {"administrator", "officer", "adviser"},
    "concept.edit": {"administrator", "officer"},
    "match.rank": {"administrator", "officer", "adviser", "enterprise"},
    "match.see": {"administrator", "officer", "adviser", "enterprise"},
    "match.move": {"administrator", "officer", "adviser", "enterprise"},
    "match.contact": {"administrator", "officer", "adviser", "enterprise"},
    "match.count": EVERYONE,
    "match.by-agreement": {"administrator", "officer", "adviser", "viewer"},
    "match.on-behalf": {"administrator", "officer", "adviser"},
    "plan.see": {"administrator", "officer", "adviser", "enterprise"},
    "plan.make": {"administrator", "officer", "adviser", "enterprise"},
    "plan.decide": {"administrator", "officer"},
    "plan.finish": {"administrator", "officer", "adviser"},
    "event.see": EVERYONE,
    "event.plan": {"administrator", "officer"},
    "event.register": {"administrator", "officer", "adviser", "enterprise"},
    "event.interpreters": {"administrator", "officer"},
    "event.contacts": {"administrator", "officer", "adviser", "enterprise"},
    "event.request": {"administrator", "officer", "adviser", "enterprise"},
    "event.on-behalf": {"administrator", "officer", "adviser"},
    "event.figures": {"administrator", "officer", "adviser", "viewer"},
    "event.desk": {"administrator", "officer"},
}


def test_every_rule_has_its_row() -> None:
    assert set(RULES) == set(MAY)


@pytest.mark.parametrize("actor", [ADMINISTRATOR, OFFICER, ADVISER, ENTERPRISE, VIEWER])
@pytest.mark.parametrize("permission", sorted(MAY))
def test_each_role_may_what_its_row_says(actor: Actor, permission: str) -> None:
    assert allowed(actor, permission) is (actor.role.value in MAY[permission])


def test_an_unknown_permission_is_nobodys() -> None:
    assert not allowed(ADMINISTRATOR, "register.burn")


def test_an_enterprise_sees_agreements_that_it_signed() -> None:
    mine, other = agreement("agr-1", MIRAE, ANPHU), agreement("agr-2")
    assert allowed(ENTERPRISE, "register.see", mine)
    assert not allowed(ENTERPRISE, "register.see", other)
    assert not allowed(STRANGER, "register.see", mine)
    assert allowed(VIEWER, "register.see", other)


def test_an_enterprise_without_an_organisation_sees_and_logs_nothing() -> None:
    nobody = Actor(id="u", name="?", role=Role.ENTERPRISE)
    assert visible_to(nobody) == ""
    assert not allowed(nobody, "activity.log", concrete(owner_id=None))


def test_an_enterprise_logs_under_commitments_that_it_owns() -> None:
    assert allowed(ENTERPRISE, "activity.log", concrete(owner_id="org-anphu"))
    assert not allowed(ENTERPRISE, "activity.log", concrete(owner_id="org-songhan"))
    assert allowed(ADVISER, "activity.log", concrete(owner_id="org-songhan"))


def test_advisers_and_enterprises_change_what_they_logged_themselves() -> None:
    assert allowed(ADVISER, "activity.edit", activity(created_by=ADVISER.id))
    assert not allowed(ADVISER, "activity.edit", activity(created_by=OFFICER.id))
    assert not allowed(ENTERPRISE, "activity.edit", activity(created_by=OFFICER.id))
    assert allowed(OFFICER, "activity.edit", activity(created_by=ADVISER.id))


def test_a_side_of_a_match_sees_it_and_its_contacts_once_both_agreed() -> None:
    asked = match()
    agreed = match(accepted_by=(Side.NEED, Side.OFFER))
    assert allowed(ENTERPRISE, "match.see", asked)
    assert not allowed(ENTERPRISE, "match.contact", asked)
    assert allowed(ENTERPRISE, "match.contact", agreed)
    assert allowed(ADVISER, "match.contact", asked)
    assert not allowed(STRANGER, "match.see", agreed)
    assert not allowed(STRANGER, "match.contact", agreed)
    assert not allowed(VIEWER, "match.see", agreed)
    assert not allowed(Actor(id="u", name="?", role=Role.ENTERPRISE), "match.see", match(need_organisation_id=""))


def test_at_an_event_everybody_minds_their_own_registration() -> None:
    ours, theirs = registration("reg-1"), registration("reg-2", organisation_id="org-songhan")
    assert allowed(ENTERPRISE, "event.request", ours)
    assert not allowed(ENTERPRISE, "event.request", theirs)
    assert allowed(ADVISER, "event.request", theirs)
    assert not allowed(VIEWER, "event.contacts", theirs)


def test_a_secret_address_opens_one_registration_alone() -> None:
    visitor = Actor(id="visitor", name="", role=Role.ENTERPRISE, attends="reg-2")
    nobody = Actor(id="form", name="", role=Role.ENTERPRISE, attends="")
    claimed = registration("reg-3", organisation_id=None)
    assert allowed(visitor, "event.contacts", registration("reg-2", organisation_id=None))
    assert not allowed(visitor, "event.contacts", claimed)
    assert not allowed(nobody, "event.contacts", claimed)
    assert not allowed(Actor(id="u", name="?", role=Role.ENTERPRISE), "event.contacts", claimed)


def test_an_event_is_shown_to_enterprises_while_it_is_open() -> None:
    assert allowed(ENTERPRISE, "event.see", event())
    assert not allowed(ENTERPRISE, "event.see", event(state=EventState.DRAFT))
    assert allowed(VIEWER, "event.see", event(state=EventState.DRAFT))


def test_what_may_not_be_known_of_is_not_found() -> None:
    with pytest.raises(NotFound):
        demand_sight(STRANGER, agreement(), kind="agreement", thing_id="agr-1")
    with pytest.raises(NotAllowed):
        demand(VIEWER, "register.edit")
