"""Two standing organisations or people come in; what speaks against their being one goes out."""

from __future__ import annotations

from nhipcau.engine.resolve.compare import compare
from nhipcau.facts.errors import Conflict
from nhipcau.facts.message import Message
from nhipcau.facts.organisation import Organisation
from nhipcau.facts.resolving import DoubtState
from nhipcau.programme.placing.clusters import Mergeable, roots_of_members
from nhipcau.programme.placing.placing import records_of
from nhipcau.programme.ports import Unit


def demand_mergeable(unit: Unit, kind: str, kept: Mergeable, gone: Mergeable, *, despite: bool) -> None:
    """Raise ``Conflict("error.merge-vetoed", vetoes)`` unless the person says that it is to be done all the same."""
    if despite:
        return
    vetoes = against(unit, kind, kept, gone)
    if vetoes:
        raise Conflict("error.merge-vetoed", vetoes=vetoes)


def against(unit: Unit, kind: str, kept: Mergeable, gone: Mergeable) -> tuple[Message, ...]:
    """Return the vetoes of linkage, and what a person decided before of the two or of what they were made of."""
    vetoes: list[Message] = []
    if isinstance(kept, Organisation) and isinstance(gone, Organisation):
        left, right = records_of(unit, [kept, gone])
        vetoes += compare(left, right).vetoes
    both = {kept.id, gone.id}
    cluster = roots_of_members(unit, kind, both)
    for doubt in unit.doubts.of(kind, cluster):
        apart = doubt.state is DoubtState.DIFFERENT
        if apart and {cluster.get(doubt.left), cluster.get(doubt.right)} == both:
            vetoes.append(Message("veto.decided", {"by": doubt.decided_by, "at": doubt.decided_at}))
    return tuple(vetoes)
