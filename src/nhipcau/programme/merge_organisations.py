"""Two organisations that are one come in; everything hangs on the one that is kept, and the merge goes out."""

from __future__ import annotations

from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.resolving import Merge
from nhipcau.programme.arguments import MergeWish
from nhipcau.programme.market.hiding import hide_anew
from nhipcau.programme.merging.against import demand_mergeable
from nhipcau.programme.merging.join import join, standing
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import unchanged, work


def merge_organisations(office: Office, actor: Actor, kept_id: str, gone_id: str, **wish: Unpack[MergeWish]) -> Merge:
    """Merge one organisation into another; the other's address leads to it from then on, and it can be undone.

    What speaks against it (``Conflict("error.merge-vetoed", vetoes)``) has to be overridden with ``despite``. Somebody
    who was faster leaves a conflict: "error.already-merged", or "error.changed-meanwhile" for the versions seen.
    """
    demand(actor, "organisation.merge")
    with work(office, actor, "merge-organisations") as opened:
        kept, gone = standing(opened, "organisation", kept_id), standing(opened, "organisation", gone_id)
        unchanged(kept, wish.get("kept_version"))
        unchanged(gone, wish.get("gone_version"))
        despite = wish.get("despite", False)
        demand_mergeable(opened.unit, "organisation", kept, gone, despite=despite)
        merge = join(opened, "organisation", kept_id, gone_id, despite=despite)
        hide_anew(opened, kept_id)
        return merge
