"""Two things that are one come in; everything hangs on one of them, the other leads there, and the merge goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nhipcau.facts.attendance import Registration, RegistrationState
from nhipcau.facts.errors import Conflict
from nhipcau.facts.organisation import Organisation
from nhipcau.facts.resolving import UNDECIDED, Doubt, DoubtState, Merge, Moved
from nhipcau.programme.merging.learning import learned
from nhipcau.programme.merging.line import line
from nhipcau.programme.merging.references import Turn, holders, turned
from nhipcau.programme.placing.clusters import Mergeable, existing, one_of, roots_of_members
from nhipcau.programme.placing.doubts import weigh
from nhipcau.programme.work import Work


def standing(work: Work, kind: str, thing_id: str) -> Mergeable:
    """Return a thing that is merged into no other; of one that is, the conflict names the other."""
    thing = existing(work.unit, kind, thing_id)
    if thing.merged_into is not None:
        into = one_of(work.unit, kind, thing.merged_into)
        shown = into.names[0].text if into else thing.merged_into
        raise Conflict("error.already-merged", kind=kind, id=thing_id, into=thing.merged_into, name=shown)
    return thing


def join(work: Work, kind: str, kept_id: str, gone_id: str, *, despite: bool = False) -> Merge:
    """Merge ``gone`` into ``kept``; whether they may be is for the caller to have asked."""
    if kept_id == gone_id:
        raise Conflict("error.merge-with-itself", kind=kind, id=kept_id)
    kept, gone = standing(work, kind, kept_id), standing(work, kind, gone_id)
    moved = [*_turn_all(work, kind, kept, gone), *_settle_doubts(work, kind, kept_id, gone_id)]
    before = standing(work, kind, kept_id)
    taught, lesson = learned(before, gone)
    _save(work, replace(taught, demo=before.demo and gone.demo), before)
    _save(work, replace(gone, merged_into=kept_id), standing(work, kind, gone_id))
    merge = Merge(
        id=work.office.ids.new(),
        kind=kind,
        kept=kept_id,
        gone=gone_id,
        merged_at=work.at,
        merged_by=work.actor.name,
        moved=tuple(moved),
        learned_names=lesson.names,
        learned_identifiers=lesson.identifiers,
        learned_fields=lesson.fields,
        despite=despite,
        demo=kept.demo or gone.demo,
    )
    work.add(merge)
    weigh(work.unit, kind, [kept_id])
    return merge


def _save(work: Work, thing: Any, before: Any) -> None:
    work.save(thing, before=before)


def _turn_all(work: Work, kind: str, kept: Mergeable, gone: Mergeable) -> list[Moved]:
    """Let all that names the one that goes, but the pairs, name the one that stays."""
    above = line(work.unit, kept.id) if isinstance(kept, Organisation) else set()
    all_moved: list[Moved] = []
    for thing in holders(work.unit, kind, gone.id):
        if isinstance(thing, Doubt) or (isinstance(thing, Registration) and _registered(work, kept.id, thing)):
            continue
        if isinstance(thing, Organisation) and thing.id in above:
            # The one that stays lies below the one that goes: what is between them moves up.
            _save(work, replace(thing, parent_id=getattr(gone, "parent_id", None)), thing)
            named = _first_named(work, thing, gone.id)
            all_moved.append(Moved(kind="organisation", id=thing.id, part="above", key=named))
            continue
        changed, moved = turned(thing, Turn(kind, (gone.id,), kept.id))
        _save(work, changed, thing)
        all_moved.extend(moved)
    return all_moved


def _registered(work: Work, organisation_id: str, registration: Registration) -> bool:
    """Tell whether a body stands at the event of a registration itself: the two are then joined there, by a person."""
    return registration.state is not RegistrationState.WITHDRAWN and any(
        one.event_id == registration.event_id
        for one in work.unit.registrations.of_organisations([organisation_id])
        if one.kept_for is None and one.state is not RegistrationState.WITHDRAWN
    )


def _first_named(work: Work, thing: Organisation, gone_id: str) -> str:
    """Return the parent that a body had before the merges that stand turned it to the one that goes.

    Where one of those is parted before this merge is, nothing names the one that goes any more, and its parting finds
    nothing to turn back: so what is to be named again is written down here.
    """
    mark = Moved(kind="organisation", id=thing.id, part="parent")
    named, seen = gone_id, {gone_id}
    while True:
        merges = work.unit.merges.of("organisation", [named])
        below = [one.gone for one in merges if one.kept == named and one.undone_at is None and mark in one.moved]
        if not below or below[-1] in seen:
            return named
        named = below[-1]
        seen.add(named)


def _settle_doubts(work: Work, kind: str, kept_id: str, gone_id: str) -> list[Moved]:
    """Answer the pair itself, turn the open pairs of the one that goes, and close those that are settled by now."""
    cluster = roots_of_members(work.unit, kind, [kept_id, gone_id])
    doubts = work.unit.doubts.of(kind, cluster)
    known = {_other(doubt, cluster): doubt for doubt in doubts if kept_id in (doubt.left, doubt.right)}
    apart = {_other(doubt, cluster) for doubt in doubts if doubt.state is DoubtState.DIFFERENT}
    moved = []
    for doubt in doubts:
        other = _other(doubt, cluster)
        if {doubt.left, doubt.right} == {kept_id, gone_id}:
            work.save(_decided(work, doubt, DoubtState.SAME), before=doubt)
        elif doubt.state in UNDECIDED and (other is None or other in apart or _twin(doubt, known.get(other), gone_id)):
            moved.append(Moved(kind="doubt", id=doubt.id, part="moot", key=doubt.state))
            work.save(replace(doubt, state=DoubtState.MOOT), before=doubt)
        elif doubt.state in UNDECIDED:
            changed, turns = turned(doubt, Turn(kind, (gone_id,), kept_id))
            work.save(changed, before=doubt)
            moved.extend(turns)
    return moved


def _other(doubt: Doubt, cluster: dict[str, str]) -> str | None:
    """Return the side of a pair that lies outside; ``None`` where both lie within."""
    return next((side for side in (doubt.left, doubt.right) if side not in cluster), None)


def _twin(doubt: Doubt, known: Doubt | None, gone_id: str) -> bool:
    """Tell whether turning a pair of the one that goes would make a pair that the one that stays has already."""
    return known is not None and known.id != doubt.id and gone_id in (doubt.left, doubt.right)


def _decided(work: Work, doubt: Doubt, state: DoubtState) -> Doubt:
    return replace(doubt, state=state, decided_by=work.actor.name, decided_at=work.at)
