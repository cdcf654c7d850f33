"""A merge that was wrong comes in; both organisations stand again, and what went back goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import NotFound
from nhipcau.programme.merging.part import Parted, part
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import found, work


def unmerge_organisations(office: Office, actor: Actor, merge_id: str) -> Parted:
    """Take a merge back, however long ago; a merge that was taken back already is ``Conflict("error.not-merged")``."""
    demand(actor, "organisation.merge")
    with work(office, actor, "unmerge-organisations") as opened:
        merge = found(opened.unit.merges.get(merge_id), "merge", merge_id)
        if merge.kind != "organisation":
            raise NotFound("error.not-found", kind="merge", id=merge_id)
        return part(opened, merge)


def unmerge_organisation(office: Office, actor: Actor, gone_id: str) -> Parted:
    """Take back the merge by which an organisation went into another."""
    demand(actor, "organisation.merge")
    with work(office, actor, "unmerge-organisations") as opened:
        merges = opened.unit.merges.of("organisation", [gone_id])
        standing = [merge for merge in merges if merge.gone == gone_id and merge.undone_at is None]
        if not standing:
            raise NotFound("error.not-found", kind="merge", id=gone_id)
        return part(opened, standing[-1])
