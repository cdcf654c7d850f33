"""Two organisations that an officer thinks are one come in; the pair to decide goes out."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.engine.resolve.compare import compare
from nhipcau.engine.resolve.weights import DEFAULT
from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict
from nhipcau.facts.organisation import Organisation
from nhipcau.facts.resolving import UNDECIDED, Doubt, DoubtState
from nhipcau.programme.merging.join import standing
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.placing.bands import bands_of
from nhipcau.programme.placing.doubts import weigh
from nhipcau.programme.placing.placing import records_of
from nhipcau.programme.work import Work, work

KIND = "organisation"


def propose_pair(office: Office, actor: Actor, one_id: str, other_id: str, *, again: bool = False) -> Doubt:
    """Return the pair of two organisations, made where there was none; a decided one opens only ``again``."""
    demand(actor, "organisation.merge")
    if one_id == other_id:
        raise Conflict("error.merge-with-itself", kind=KIND, id=one_id)
    with work(office, actor, "propose-pair") as opened:
        one, other = standing(opened, KIND, one_id), standing(opened, KIND, other_id)
        left, right = sorted((one_id, other_id))
        pair = next((d for d in opened.unit.doubts.of(KIND, [left]) if (d.left, d.right) == (left, right)), None)
        if pair is not None and (pair.state in UNDECIDED or not again):
            return pair
        fresh = _compared(opened, one, other)
        if pair is not None:
            return opened.save(replace(fresh, id=pair.id, weight=pair.weight, version=pair.version), before=pair)
        opened.add(fresh)
        weigh(opened.unit, KIND, [left])
        return fresh


def _compared(opened: Work, one: object, other: object) -> Doubt:
    bodies = [body for body in (one, other) if isinstance(body, Organisation)]
    left, right = sorted(records_of(opened.unit, bodies), key=lambda record: record.id)
    bands = bands_of(opened.unit)
    found = compare(left, right, DEFAULT, bands)
    return Doubt(
        id=opened.office.ids.new(),
        kind=KIND,
        left=left.id,
        right=right.id,
        # What an officer asks is asked, however unlike the two are.
        score=max(found.score, bands.review),
        prior=found.prior,
        reasons=found.reasons,
        vetoes=found.vetoes,
        proposed_at=opened.at,
        origin="officer",
        state=DoubtState.OPEN,
        demo=any(body.demo for body in bodies),
    )
