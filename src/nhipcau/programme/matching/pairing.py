"""A need's ranking and the pairs that were found before come in; the pairs as they stand now go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from nhipcau.engine.match.ranking import is_right_thing
from nhipcau.facts.deal import Found
from nhipcau.facts.market import Need, Offer
from nhipcau.facts.matching import Fit, Ranking
from nhipcau.programme.matching.found import may_pair
from nhipcau.programme.ports import Ids

TOP: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """What is to be stored of one need: pairs that are new, and those that changed."""

    new: tuple[Found, ...]
    changed: tuple[Found, ...]


def paired(
    need: Need,
    ranking: Ranking | None,
    before: Sequence[Found],
    offers: Mapping[str, Offer],
    *,
    ids: Ids,
    at: datetime,
) -> Paired:
    """Return what changed: without a ranking the need is off the market, and none of its pairs holds any more."""
    fits = dict(_fits(need, ranking, offers)) if ranking is not None else {}
    known = {found.offer_id: found for found in before}
    new = tuple(
        Found(
            id=ids.new(),
            need_id=need.id,
            offer_id=offer_id,
            score=fit.score,
            near=fit.near,
            since=at,
            unmet=_failed(fit),
            demo=need.demo,
        )
        for offer_id, fit in fits.items()
        if offer_id not in known
    )
    after = [(found, _as_it_is(found, fits.get(found.offer_id), at)) for found in before]
    return Paired(new=new, changed=tuple(now for old, now in after if now != old))


def _fits(need: Need, ranking: Ranking, offers: Mapping[str, Offer]) -> Iterator[tuple[str, Fit]]:
    """Yield what is worth telling of: what only meets requirements that half the market meets is another thing."""
    best = max((fit.topic for fit in (*ranking.matches, *ranking.near_misses)), default=0)
    for fits in (ranking.matches, ranking.near_misses):
        right = [fit for fit in fits if is_right_thing(fit, best)]
        possible = [fit for fit in right if fit.offer in offers and may_pair(need, offers[fit.offer])]
        yield from ((fit.offer, fit) for fit in possible[:TOP])


def _as_it_is(found: Found, fit: Fit | None, at: datetime) -> Found:
    """Return a pair as it stands now: gone, back again, or a near miss that became a match with what it had failed."""
    if fit is None:
        return found if found.gone_at else replace(found, gone_at=at)
    unmet = _failed(fit)
    now = replace(found, score=fit.score, near=fit.near, unmet=unmet, gone_at=None)
    if found.near and not fit.near:
        return replace(now, since=at, closed=tuple(code for code in found.unmet if code not in unmet))
    if found.gone_at is not None or fit.near != found.near:
        return replace(now, since=at, closed=())
    return now


def _failed(fit: Fit) -> tuple[str, ...]:
    """Return the properties of the musts that are not met, each once."""
    return tuple(dict.fromkeys(check.requirement.property for check in fit.gaps if check.requirement.must))
