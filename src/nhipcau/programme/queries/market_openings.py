"""Nothing but the person comes in; the gaps that keep the most needs and offers apart go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from nhipcau.engine.match.limits import checks, limits_of
from nhipcau.engine.match.prepared import Prepared, prepare_all
from nhipcau.engine.match.weights import DEFAULT
from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Comparison, Need, Requirement
from nhipcau.facts.matching import Standing
from nhipcau.language.properties import PROPERTIES, Form
from nhipcau.language.thesaurus.vocabulary import Vocabulary
from nhipcau.programme.market.concepts import office_vocabulary
from nhipcau.programme.market.sight import within_sight
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand, visible_to
from nhipcau.programme.views import ItemRow, NearPair, Opening

_MOST_PAIRS = 20_000
_MOST_NEEDS_NAMED = 20
_MOST_READ = 1_000

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
    found = _counted(pairs, _Failing.of(office, pairs))
    ordered = sorted(found.items(), key=lambda one: (-one[1].alone, -one[1].pairs, str(one[0])))[:limit]
    named = {need for _, count in ordered for need in [*count.needs][:_MOST_NEEDS_NAMED]}
    rows = office.store.reads().item_rows("need", sorted(named), today=today)
    return tuple(_opening(actor, count, rows) for _, count in ordered)


@dataclass(frozen=True, slots=True)
class _Failing:
    """Which requirements of a need a pair fails on; offers are read only where the codes of a pair leave that open."""

    known: Vocabulary
    needs: Mapping[str, Prepared]
    offers: Mapping[str, Prepared]

    @staticmethod
    def of(office: Office, pairs: tuple[NearPair, ...]) -> _Failing:
        """Return one that knows the needs and offers of these pairs."""
        known, reads = office_vocabulary(office), office.store.reads()
        listings = reads.market_listings("need", sorted({pair.need_id for pair in pairs}))
        needs = {one.listing.id: one for one in prepare_all(listings.values(), known)}
        unclear = {pair.offer_id for pair in pairs if pair.need_id in needs and _is_open(needs[pair.need_id], pair)}
        offers = reads.market_listings("offer", sorted(unclear)[:_MOST_READ])
        return _Failing(known, needs, {one.listing.id: one for one in prepare_all(offers.values(), known)})

    def on(self, pair: NearPair) -> list[Requirement]:
        """Return the requirements that fail; of a pair that was not read, none."""
        need, offer = self.needs.get(pair.need_id), self.offers.get(pair.offer_id)
        if need is None:
            return []
        if not _is_open(need, pair):
            return _asked(need, pair)
        held = checks(limits_of(need, self.known, DEFAULT), need, offer, self.known) if offer else ()
        return [one.requirement for one in held if one.requirement.must and one.standing is Standing.UNMET]


def _asked(need: Prepared, pair: NearPair) -> list[Requirement]:
    return [asked for asked in need.requirements if asked.must and asked.property in pair.unmet]


def _is_open(need: Prepared, pair: NearPair) -> bool:
    """Tell whether a need asks twice for a property that fails, as for two certificates."""
    asked = [one.property for one in _asked(need, pair)]
    return len(asked) != len({*asked})


def _counted(pairs: tuple[NearPair, ...], failing: _Failing) -> dict[_Gap, _Count]:
    found: dict[_Gap, _Count] = {}
    for pair in pairs:
        missed = failing.on(pair)
        for asked in missed:
            far = PROPERTIES[asked.property].form is Form.DISTANCE
            place = failing.needs[pair.need_id].place if far else None
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
