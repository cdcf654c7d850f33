"""An organisation's page comes in; the merges that stand behind it, as the page lists them, go out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from nhipcau.facts.organisation import Organisation
from nhipcau.facts.resolving import Merge
from nhipcau.programme.views import OrganisationView


@dataclass(frozen=True, slots=True)
class MergeLine:
    """A merge as the page shows it: what went, how much it brought along, by kind of thing."""

    merge: Merge
    gone: Organisation
    brought: tuple[tuple[str, int], ...]
    within: tuple[Organisation, ...]


def merge_lines(view: OrganisationView) -> list[MergeLine]:
    """Return the merges that stand, of the body and of what was merged into it before, the newest first."""
    members = {member.id: member for member in view.members}
    return [
        MergeLine(
            merge=merge,
            gone=members[merge.gone],
            brought=tuple(
                Counter(kind for kind, _ in {(m.kind, m.id) for m in merge.moved if m.kind != "doubt"}).items()
            ),
            within=tuple(member for member in view.members if member.merged_into == merge.gone),
        )
        for merge in view.merges
        if merge.undone_at is None and merge.gone in members
    ]
