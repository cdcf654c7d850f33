from __future__ import annotations

import pytest

from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.deal import Side
from nhipcau.facts.errors import NotAllowed, NotFound
from nhipcau.programme.permissions import RULES, allowed, demand, demand_sight, visible_to
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


def test_what_may_not_be_known_of_is_not_found() -> None:
    with pytest.raises(NotFound):
        demand_sight(STRANGER, agreement(), kind="agreement", thing_id="agr-1")
    with pytest.raises(NotAllowed):
        demand(VIEWER, "register.edit")
