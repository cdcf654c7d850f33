"""The secret of somebody's own address at an event comes in; all that they see there goes out."""

from __future__ import annotations

from nhipcau.facts.attendance import Registration
from nhipcau.programme.hosting.requesting import takes_requests
from nhipcau.programme.hosting.views import OwnView
from nhipcau.programme.office import Office
from nhipcau.programme.queries.attends import attends
from nhipcau.programme.queries.registration_page import registration_view


def own_page(office: Office, secret: str) -> OwnView:
    """Return the page of a registration or an interpreter; a secret that opens nothing raises ``NotFound``."""
    who = attends(office, secret)
    comes_as = who.comes_as
    view = None
    if isinstance(comes_as, Registration):
        view = registration_view(office, who.actor, who.event, comes_as)
    takes = view is not None and takes_requests(who.event, office.clock.now())
    return OwnView(attending=who, registration=view, takes_requests=takes)
