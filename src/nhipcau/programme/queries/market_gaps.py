"""Nothing but the wish comes in; what nobody on the market closes goes out, what the most needs wait for first."""

from __future__ import annotations

from typing import Final

from nhipcau.facts.actor import Actor
from nhipcau.facts.plan import Gap, Plan
from nhipcau.programme.filters import Paging, PlanFilter
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.views import MarketGap

# Of the newest plans: what an older one lacked may long be on offer.
_PLANS: Final = 200


def market_gaps(office: Office, actor: Actor) -> tuple[MarketGap, ...]:
    """Return the gaps that the newest plans found nobody for; of one offer the newest plan counts."""
    demand(actor, "plan.see")
    asked = PlanFilter(visible_to=visible_to(actor))
    plans = office.store.reads().plan_list(asked, Paging(sort="-made", limit=_PLANS)).items
    newest: dict[str, Plan] = {}
    for plan in plans:
        newest.setdefault(plan.offer_id, plan)
    found: dict[str, list[Gap]] = {}
    for plan in newest.values():
        for gap in plan.gaps:
            if gap.key in plan.open_gaps:
                found.setdefault(gap.key, []).append(gap)
    lines = [
        MarketGap(gap=gaps[0], offers=len(gaps), needs=len({need for gap in gaps for need in gap.needs}))
        for gaps in found.values()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.needs, -line.offers, line.gap.key)))
