"""A draft comes in, the name by which people speak of it goes out: who signs with whom."""

from __future__ import annotations

from nhipcau.facts.draft import Decision, Draft, DraftList
from nhipcau.web.drafts.parts import title_of


def name_of(draft: Draft, language: str) -> str:
    """Return the parties of a draft; "" for one without an agreement, or without a party that was not rejected."""
    if draft.list is DraftList.NONE:
        return ""
    parties = (
        title_of("party", value.content, language)
        for value in draft.values
        if value.field == "party" and value.decision is not Decision.REJECTED
    )
    return " – ".join(filter(None, parties))
