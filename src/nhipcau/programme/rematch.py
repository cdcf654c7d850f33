"""Nothing but the wish comes in; every pair of the market that fits, or nearly does, stands there as found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice
from typing import Final

from nhipcau.facts.errors import Unavailable
from nhipcau.facts.market import ItemState, Need
from nhipcau.facts.matching import Ranking
from nhipcau.programme.market.lifetime import state_on
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.matching.found import SPARE
from nhipcau.programme.matching.moved import Moved, every_need, moved, needs_touched
from nhipcau.programme.matching.pairing import TOP, paired
from nhipcau.programme.office import Office
from nhipcau.programme.ports import Finder, Unit
from nhipcau.programme.views import FoundStamp

_A_BATCH: Final = 25
# So many needs or offers are looked at while a person waits; more are left to a work beside the request.
_NEEDS_AT_ONCE: Final = 50
_OFFERS_AT_ONCE: Final = 5


def rematch(office: Office, *, wait: bool = False) -> None:
    """Look again at what changed on the market since pairs were last found; with ``wait`` until all of it is done.

    Done twice it changes nothing the second time; left half done (a process that died) the next one begins anew. Where
    the index cannot be asked nothing happens: what was not looked at is still known to have changed.
    """
    if office.finder is None:
        return
    reads = office.store.reads()
    held, wanted = reads.found_stamp(), FoundStamp(market=reads.market_stamp(), day=office.clock.today())
    if held == wanted:
        return
    change = moved(reads, held, wanted)
    try:
        needs = None if _is_long(change) and not wait else _needs(office, office.finder, change, wanted)
        if not wait and (needs is None or len(needs) > _NEEDS_AT_ONCE):
            (office.beside or _now)(partial(rematch, office, wait=True))
            return
        _looked_at(office, office.finder, needs or ())
    except Unavailable:
        return
    with office.store.unit() as unit:
        unit.alone()
        unit.found.up_to(wanted)


def _now(work: Callable[[], object]) -> None:
    work()


def _is_long(change: Moved) -> bool:
    return len(change.offers) > _OFFERS_AT_ONCE or len(change.needs) > _NEEDS_AT_ONCE


def _needs(office: Office, finder: Finder, change: Moved, wanted: FoundStamp) -> list[str]:
    """Return the needs to look at: those that changed, those that a changed offer fits, and those that it did fit."""
    if change.everything:
        return list(every_need(office.store.reads(), wanted))
    changed = [*(entry.id for entry in change.offers), *change.offers_gone]
    fitted: list[str] = []
    if changed:
        with office.store.unit() as unit:
            fitted = unit.found.needs_of(changed)
    return list(dict.fromkeys((*change.needs, *fitted, *needs_touched(finder, change.offers))))


def _looked_at(office: Office, finder: Finder, needs: Sequence[str]) -> None:
    """Find the pairs of these needs anew, some at a time."""
    waiting = iter(needs)
    while some := list(islice(waiting, _A_BATCH)):
        rows = office.store.reads().item_rows("need", some, today=office.clock.today())
        rankings = {
            key: finder.for_need(listing_of(row.item), top=TOP + SPARE)
            for key, row in rows.items()
            if row.state is ItemState.PUBLISHED
        }
        with office.store.unit() as unit:
            unit.alone()
            _store(office, unit, some, rankings)


def _store(office: Office, unit: Unit, needs: Iterable[str], rankings: dict[str, Ranking]) -> None:
    known = unit.needs.get_many(needs)
    found = [fit.offer for one in rankings.values() for fit in (*one.matches, *one.near_misses)]
    offers = unit.offers.get_many(found)
    before = unit.found.of_needs(known)
    for key, need in known.items():
        mine = [pair for pair in before if pair.need_id == key]
        ranking = rankings.get(key) if _is_shown(office, need) else None
        change = paired(need, ranking, mine, offers, ids=office.ids, at=office.clock.now())
        unit.found.add_many(change.new)
        for pair in change.changed:
            unit.found.save(pair)


def _is_shown(office: Office, need: Need) -> bool:
    return state_on(need, office.clock.today()) is ItemState.PUBLISHED
