"""Nothing but the person comes in; the gaps that keep the most needs and offers apart go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from nhipcau.engine.match.prepared import Prepared, prepare_all
from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Comparison, Need, Requirement
from nhipcau.language.properties import PROPERTIES, Form
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.market.sight import within_sight
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.views import ItemRow, NearPair, Opening

_MOST_PAIRS = 20_000
_MOST_NEEDS_NAMED = 20

_Gap = tuple[str, Comparison, "Decimal | str", str, "str | None"]


@dataclass(slots=True)
class _Count:
    """What one gap keeps apart."""

    asked: Requirement
    place: str | None
    alone: int = 0
    pairs: int = 0
    needs: dict[str, None] = field(default_factory=dict)
    offers: set[str] = field(default_factory=set)


def market_openings(office: Office, actor: Actor, *, limit: int = 50) -> tuple[Opening, ...]:
    """Return the gaps, first those that would open the most matches if they alone were closed.

    An enterprise sees the gaps between its own needs and offers and the others', the office all.
    """
    demand(actor, "match.rank")
    today = office.clock.today()
    pairs = office.store.reads().near_pairs(today=today, visible_to=visible_to(actor), limit=_MOST_PAIRS)
    found = _counted(pairs, _needs(office, pairs))
    ordered = sorted(found.items(), key=lambda one: (-one[1].alone, -one[1].pairs, str(one[0])))[:limit]
    named = {need for _, count in ordered for need in [*count.needs][:_MOST_NEEDS_NAMED]}
    rows = office.store.reads().item_rows("need", sorted(named), today=today)
    return tuple(_opening(actor, count, rows) for _, count in ordered)


def _needs(office: Office, pairs: tuple[NearPair, ...]) -> Mapping[str, Prepared]:
    """Return the needs with what they must have, from their fields or, where they have none, read in their texts."""
    needs = office.store.reads().market_listings("need", sorted({pair.need_id for pair in pairs}))
    return {one.listing.id: one for one in prepare_all(needs.values(), office_vocabulary(office))}


def _counted(pairs: tuple[NearPair, ...], needs: Mapping[str, Prepared]) -> dict[_Gap, _Count]:
    found: dict[_Gap, _Count] = {}
    for pair in pairs:
        need = needs.get(pair.need_id)
        missed = [asked for asked in need.requirements if asked.must and asked.property in pair.unmet] if need else []
        for asked in missed:
            place = need.place if need and PROPERTIES[asked.property].form is Form.DISTANCE else None
            gap = (asked.property, asked.comparison, asked.value, asked.unit, place)
            count = found.setdefault(gap, _Count(asked, place))
            count.alone += len(missed) == 1
            count.pairs += 1
            count.needs[pair.need_id] = None
            count.offers.add(pair.offer_id)
    return found


def _opening(actor: Actor, count: _Count, rows: Mapping[str, ItemRow[Any]]) -> Opening:
    needs: list[ItemRow[Need]] = [within_sight(actor, rows[need]) for need in count.needs if need in rows]
    return Opening(
        asked=count.asked,
        place=count.place,
        alone=count.alone,
        pairs=count.pairs,
        needs=tuple(needs),
        offers=len(count.offers),
    )
