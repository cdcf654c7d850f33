"""A person who was merged into another comes in; both stand by themselves again, and what went back goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import NotFound
from nhipcau.programme.merging.part import Parted, part
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.placing.people import KIND
from nhipcau.programme.work import work


def unmerge_person(office: Office, actor: Actor, gone_id: str) -> Parted:
    """Take back the merge by which a person went into another, however long ago; what came later stays."""
    demand(actor, "organisation.merge")
    with work(office, actor, "unmerge-person") as opened:
        merges = opened.unit.merges.of(KIND, [gone_id])
        standing = [merge for merge in merges if merge.gone == gone_id and merge.undone_at is None]
        if not standing:
            raise NotFound("error.not-found", kind="merge", id=gone_id)
        return part(opened, standing[-1])
