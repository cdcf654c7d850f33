"""A merge that was wrong comes in; two things stand again, each with what was its own, and what went back goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from nhipcau.facts.errors import Conflict
from nhipcau.facts.organisation import Organisation, SourceRecord
from nhipcau.facts.resolving import UNDECIDED, Doubt, DoubtState, Merge, Moved
from nhipcau.programme.merging.learning import unlearned
from nhipcau.programme.merging.line import line
from nhipcau.programme.merging.references import Turn, turned
from nhipcau.programme.placing.clusters import Mergeable, existing, merged_straight_into, way_up
from nhipcau.programme.placing.doubts import weigh
from nhipcau.programme.record_change import Thing
from nhipcau.programme.work import Work, collection


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """What a parting did: how many references of each kind of thing went back, and how many had moved on since."""

    merge: Merge
    returned: Mapping[str, int]
    stayed: int
    batch: str


def part(work: Work, merge: Merge) -> Parted:
    """Let the one that went stand again; what hung on it then goes back to it, what came later stays.

    In a chain (a into b, b into c) parting a leaves b in c: what was a's goes back to a from wherever it is now.
    Parting b takes along what was merged into b before.
    """
    gone = existing(work.unit, merge.kind, merge.gone)
    if merge.undone_at is not None or gone.merged_into != merge.kept:
        raise Conflict("error.not-merged", kind=merge.kind, id=merge.gone)
    way = way_up(work.unit, merge.kind, merge.kept)
    _save(work, replace(gone, merged_into=None), gone)
    returned, stayed = _turn_back(work, merge, gone, way)
    _unlearn(work, merge, gone, way)
    _remember_apart(work, merge)
    done = work.save(replace(merge, undone_at=work.at, undone_by=work.actor.name), before=merge)
    weigh(work.unit, merge.kind, [merge.gone, way[-1]])
    return Parted(merge=done, returned=returned, stayed=stayed, batch=work.batch)


def _save(work: Work, thing: Any, before: Any) -> None:
    work.save(thing, before=before)


def _turn_back(work: Work, merge: Merge, gone: Mergeable, way: list[str]) -> tuple[dict[str, int], int]:
    turn = Turn(merge.kind, frozenset(way), merge.gone, frozenset(merge.moved))
    listed: dict[tuple[str, str], list[Moved]] = {}
    for moved in merge.moved:
        listed.setdefault((moved.kind, moved.id), []).append(moved)
    returned: Counter[str] = Counter()
    stayed = 0
    for (kind, thing_id), wanted in listed.items():
        thing = collection(work.unit, kind).get(thing_id)
        changed = _back(work, thing, wanted[0], turn, gone) if thing is not None else None
        if thing is None or changed is None or changed == thing:
            stayed += kind != "doubt"
            continue
        _save(work, changed, thing)
        returned[kind] += kind != "doubt"
    return {kind: count for kind, count in returned.items() if count}, stayed


def _back(work: Work, thing: Thing, moved: Moved, turn: Turn, gone: Mergeable) -> Thing:
    """Return a thing as it named the one that went, where it still names what that was merged into."""
    if moved.part == "moot" and isinstance(thing, Doubt):
        return replace(thing, state=DoubtState(moved.key)) if thing.state is DoubtState.MOOT else thing
    if moved.part == "above" and isinstance(thing, Organisation) and isinstance(gone, Organisation):
        moved_on = _stands_for(work, thing.parent_id) != _stands_for(work, gone.parent_id)
        named = _stands_for(work, moved.key or gone.id)
        return thing if moved_on or thing.id in line(work.unit, named) else replace(thing, parent_id=named)
    changed, _ = turned(thing, turn)
    if isinstance(changed, Doubt) and changed != thing and _settled(work, changed):
        return thing
    return changed


def _stands_for(work: Work, organisation_id: str | None) -> str | None:
    """Return the organisation that one was merged into in the end."""
    return way_up(work.unit, "organisation", organisation_id)[-1] if organisation_id else None


def _settled(work: Work, pair: Doubt) -> bool:
    """Tell whether a pair was decided since, or another of the same two sides stands."""
    others = work.unit.doubts.of(pair.kind, [pair.left])
    return pair.state not in UNDECIDED or any((other.left, other.right) == (pair.left, pair.right) for other in others)


def _unlearn(work: Work, merge: Merge, gone: Mergeable, way: list[str]) -> None:
    """Let every one on the way up forget what it knew from the one that went alone."""
    edges = {edge.gone: edge for edge in work.unit.merges.of(merge.kind, way) if edge.undone_at is None}
    below = merge
    for here in way:
        body = existing(work.unit, merge.kind, here)
        others: list[Mergeable | SourceRecord] = list(merged_straight_into(work.unit, merge.kind, [here]))
        if merge.kind == "organisation":
            others += work.unit.source_records.of_organisations([here])
        _save(work, unlearned(body, gone, below, others), body)
        below = edges.get(here, below)


def _remember_apart(work: Work, merge: Merge) -> None:
    """Note that a person told the two apart, so that nothing joins or proposes them again."""
    left, right = sorted((merge.kept, merge.gone))
    decided = {"state": DoubtState.DIFFERENT, "decided_by": work.actor.name, "decided_at": work.at}
    known = next((d for d in work.unit.doubts.of(merge.kind, [left]) if (d.left, d.right) == (left, right)), None)
    if known is not None:
        work.save(replace(known, **decided), before=known)  # type: ignore[arg-type]  # parts of a doubt
        return
    doubt = Doubt(
        id=work.office.ids.new(),
        kind=merge.kind,
        left=left,
        right=right,
        score=0.0,
        proposed_at=work.at,
        origin="officer",
        demo=merge.demo,
    )
    work.add(replace(doubt, **decided))  # type: ignore[arg-type]  # parts of a doubt
