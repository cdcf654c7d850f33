"""What a person says of a doubtful pair comes in; the pair as decided, with the batch that takes it back, goes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict
from nhipcau.facts.resolving import UNDECIDED, Doubt, DoubtState, Merge
from nhipcau.programme.arguments import DecisionWish
from nhipcau.programme.forms import Form
from nhipcau.programme.market.hiding import hide_anew
from nhipcau.programme.merging.against import demand_mergeable
from nhipcau.programme.merging.join import join, standing
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.placing.doubts import weigh
from nhipcau.programme.work import Work, found, unchanged, work

DECISIONS = ("same", "different", "later")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decided pair; ``batch`` takes the decision back, ``merge`` is there where the two were the same."""

    doubt: Doubt
    batch: str
    merge: Merge | None = None


def decide_pair(office: Office, actor: Actor, doubt_id: str, decision: str, **wish: Unpack[DecisionWish]) -> Decided:
    """Decide a pair: "same" merges, "different" is remembered for good, "later" puts it at the end of the queue.

    What stays is ``keep``, else the side on which more hangs. A pair that somebody decided meanwhile is
    ``Conflict("error.pair-already-decided", by, at)``.
    """
    demand(actor, "organisation.merge")
    form = Form(actor.language)
    said = form.code("decision", decision, DECISIONS, required=True)
    form.check()
    with work(office, actor, f"decide-{said}") as opened:
        doubt = found(opened.unit.doubts.get(doubt_id), "doubt", doubt_id)
        if doubt.state not in UNDECIDED:
            raise Conflict("error.pair-already-decided", by=doubt.decided_by, at=doubt.decided_at)
        unchanged(doubt, wish.get("version"))
        if said == "same":
            return _same(opened, doubt, keep=wish.get("keep", ""), despite=wish.get("despite", False))
        state = DoubtState.DIFFERENT if said == "different" else DoubtState.LATER
        decided = opened.save(replace(doubt, state=state, decided_by=actor.name, decided_at=opened.at), before=doubt)
        weigh(opened.unit, doubt.kind, [doubt.left, doubt.right])
        return Decided(doubt=decided, batch=opened.batch)


def _same(opened: Work, doubt: Doubt, *, keep: str, despite: bool) -> Decided:
    kept_id = keep if keep in (doubt.left, doubt.right) else heavier(opened, doubt)
    gone_id = doubt.left if kept_id == doubt.right else doubt.right
    kept, gone = standing(opened, doubt.kind, kept_id), standing(opened, doubt.kind, gone_id)
    demand_mergeable(opened.unit, doubt.kind, kept, gone, despite=despite)
    merge = join(opened, doubt.kind, kept_id, gone_id, despite=despite)
    if doubt.kind == "organisation":
        hide_anew(opened, kept_id)
    decided = found(opened.unit.doubts.get(doubt.id), "doubt", doubt.id)
    return Decided(doubt=decided, batch=opened.batch, merge=merge)


def heavier(opened: Work, doubt: Doubt) -> str:
    """Return the side on which more hangs; of two alike the one that was there first."""
    if doubt.kind != "organisation":
        return doubt.left
    burdens = opened.unit.organisations.burdens([doubt.left, doubt.right])
    return doubt.right if burdens[doubt.right] > burdens[doubt.left] else doubt.left
