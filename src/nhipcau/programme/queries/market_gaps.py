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
    """Return the gaps that the newest plans found nobody for; of an offer for the same needs the newest plan counts."""
    demand(actor, "plan.see")
    asked = PlanFilter(visible_to=visible_to(actor))
    plans = office.store.reads().plan_list(asked, Paging(sort="-made", limit=_PLANS)).items
    newest: dict[tuple[str, str | None], Plan] = {}
    for plan in plans:
        newest.setdefault((plan.offer_id, plan.need_id), plan)
    found: dict[str, list[tuple[Plan, Gap]]] = {}
    for plan in newest.values():
        for gap in plan.gaps:
            if gap.key in plan.open_gaps:
                found.setdefault(gap.key, []).append((plan, gap))
    lines = [
        MarketGap(
            gap=some[0][1],
            offers=len({plan.offer_id for plan, _gap in some}),
            needs=len({need for _plan, gap in some for need in gap.needs}),
        )
        for some in found.values()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.needs, -line.offers, line.gap.key)))
