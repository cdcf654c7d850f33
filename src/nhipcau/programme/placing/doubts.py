"""Compared pairs come in; those that a person has to decide, and has not decided yet, stand in the queue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from nhipcau.facts.record import Pair
from nhipcau.facts.resolving import UNDECIDED, Doubt, DoubtState
from nhipcau.programme.placing.clusters import Mergeable, many_of, roots_of_members
from nhipcau.programme.ports import Unit
from nhipcau.programme.work import Work

# A name that a thousand bodies share makes no thousand questions about one of them.
MOST_WAITING = 100
_NEWS = 0.01


def propose(work: Work, pairs: Iterable[Pair], *, origin: str, kind: str = "organisation") -> tuple[Doubt, ...]:
    """Put pairs into the queue and return those that are new there.

    Left out are: a side that is merged away, two that a person told apart (or what either was made of), and a side that
    waits in a hundred pairs already. An undecided pair whose score moved is brought up to date.
    """
    wanted = _by_sides(pairs)
    things = many_of(work.unit, kind, chain.from_iterable(wanted))
    standing = {key: pair for key, pair in wanted.items() if all(_stands(things.get(side)) for side in key)}
    sides = sorted(set(chain.from_iterable(standing)))
    roots = roots_of_members(work.unit, kind, sides)
    known = _known(work.unit.doubts.of(kind, roots), roots)
    waiting = work.unit.doubts.waiting(kind, sides)
    added = []
    for key, pair in sorted(standing.items(), key=lambda item: (-item[1].score, item[0])):
        if key in known:
            _refresh(work, known[key], pair)
        elif all(waiting[side] < MOST_WAITING for side in key):
            demo = any(things[side].demo for side in key)
            added.append(work.add(_doubt(work, key, pair, origin=origin, kind=kind, demo=demo)))
            waiting.update((side, waiting[side] + 1) for side in key)
    weigh(work.unit, kind, {side for doubt in added for side in (doubt.left, doubt.right)})
    return tuple(added)


def weigh(unit: Unit, kind: str, thing_ids: Iterable[str]) -> None:
    """Work out how much the undecided pairs of some things would settle: all that hangs on both, and their pairs."""
    doubts = [doubt for doubt in unit.doubts.of(kind, thing_ids) if doubt.state in UNDECIDED]
    sides = {side for doubt in doubts for side in (doubt.left, doubt.right)}
    if not sides:
        return
    burdens = unit.organisations.burdens(sides) if kind == "organisation" else {}
    waiting = unit.doubts.waiting(kind, sides)
    weights = {
        doubt.id: sum(burdens.get(side, 0) + waiting[side] for side in (doubt.left, doubt.right)) for doubt in doubts
    }
    unit.doubts.weigh({doubt.id: weights[doubt.id] for doubt in doubts if doubt.weight != weights[doubt.id]})


def _by_sides(pairs: Iterable[Pair]) -> dict[tuple[str, str], Pair]:
    """Return the best pair of each two things, by their ids in order."""
    best: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        key = (min(pair.left, pair.right), max(pair.left, pair.right))
        if key[0] != key[1] and (key not in best or best[key].score < pair.score):
            best[key] = pair
    return best


def _stands(thing: Mergeable | None) -> bool:
    return thing is not None and thing.merged_into is None


def _known(doubts: Iterable[Doubt], roots: dict[str, str]) -> dict[tuple[str, str], Doubt]:
    """Return what is known of two standing things: what a person decided counts before what waits."""
    known: dict[tuple[str, str], Doubt] = {}
    for doubt in sorted(doubts, key=_told_apart_last):
        left, right = (roots.get(side, side) for side in (doubt.left, doubt.right))
        known[min(left, right), max(left, right)] = doubt
    return known


def _told_apart_last(doubt: Doubt) -> tuple[bool, bool]:
    return doubt.state is DoubtState.DIFFERENT, doubt.state in UNDECIDED


def _refresh(work: Work, known: Doubt, pair: Pair) -> None:
    if known.state in UNDECIDED and abs(known.score - pair.score) > _NEWS:
        fresh = replace(known, score=pair.score, prior=pair.prior, reasons=pair.reasons, vetoes=pair.vetoes)
        work.save(fresh, before=known)


def _doubt(work: Work, key: tuple[str, str], pair: Pair, *, origin: str, kind: str, demo: bool) -> Doubt:
    return Doubt(
        id=work.office.ids.new(),
        kind=kind,
        left=key[0],
        right=key[1],
        score=pair.score,
        prior=pair.prior,
        reasons=pair.reasons,
        vetoes=pair.vetoes,
        proposed_at=work.at,
        origin=origin,
        demo=demo,
    )
