"""A draft comes in, the short name by which people speak of it goes out: who signs with whom."""

from __future__ import annotations

from nhipcau.facts.draft import Decision, Draft, DraftList


def name_of(draft: Draft) -> str:
    """Return the parties of a draft, by acronym where they have one; "" where there is no agreement or no party."""
    if draft.list is DraftList.NONE:
        return ""
    parties = (
        value.content.get("acronym") or value.content.get("name", "")
        for value in draft.values
        if value.field == "party" and value.decision is not Decision.REJECTED
    )
    return " – ".join(filter(None, parties))
