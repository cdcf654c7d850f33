"""Nothing but the person comes in; how many offers of each kind each province has goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.views import SupplyRow


def market_supply(office: Office, actor: Actor) -> tuple[SupplyRow, ...]:
    """Return the provinces that have offers; confidential ones are counted, for a province tells nobody's name."""
    demand(actor, "market.see")
    return office.store.reads().market_supply(today=office.clock.today())
