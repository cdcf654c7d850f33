"""Two people who are one human being come in; everything hangs on the one that is kept, and the merge goes out."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.resolving import Merge
from nhipcau.programme.arguments import MergeWish
from nhipcau.programme.merging.against import demand_mergeable
from nhipcau.programme.merging.join import join, standing
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.placing.people import KIND
from nhipcau.programme.work import unchanged, work


def merge_people(office: Office, actor: Actor, kept_id: str, gone_id: str, **wish: Unpack[MergeWish]) -> Merge:
    """Merge one person into another: signatures and posts follow, the old address leads there, and it can be undone.

    Two whom somebody told apart before are refused (``Conflict("error.merge-vetoed")``) unless ``despite`` is given.
    """
    demand(actor, "organisation.merge")
    with work(office, actor, "merge-people") as opened:
        kept, gone = standing(opened, KIND, kept_id), standing(opened, KIND, gone_id)
        unchanged(kept, wish.get("kept_version"))
        unchanged(gone, wish.get("gone_version"))
        despite = wish.get("despite", False)
        demand_mergeable(opened.unit, KIND, kept, gone, despite=despite)
        return join(opened, KIND, kept_id, gone_id, despite=despite)
