"""The names of a thing in several languages come in; the one to show a reader of one language goes out."""

from __future__ import annotations

from collections.abc import Sequence

from nhipcau.facts.organisation import Name

_RANK = {"official": 0, "alias": 1}


def shown_name(names: Sequence[Name], language: str) -> str:
    """The official name in the reader's language, else any full name in it, else the first name of all."""
    own = [name for name in names if name.language == language and name.kind in _RANK]
    if own:
        return min(own, key=lambda name: _RANK[name.kind]).text
    return names[0].text if names else ""


def acronym(names: Sequence[Name]) -> str:
    """The first acronym among the names, or nothing."""
    return next((name.text for name in names if name.kind == "acronym"), "")
