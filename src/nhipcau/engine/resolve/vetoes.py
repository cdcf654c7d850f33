"""Two prepared records come in; what tells them apart for certain, whatever else agrees, goes out."""

from __future__ import annotations

import functools
from typing import Final

from nhipcau.engine.resolve.prepared import Prepared
from nhipcau.facts.message import Message
from nhipcau.language.organisation_names import OrganisationName, Unlike, unlike

_PARTS: Final = ("places", "numbers", "head", "trade", "acronyms")
_BETWEEN: Final = "|"
_AND: Final = "+"


def vetoes(left: Prepared, right: Prepared) -> tuple[Message, ...]:
    """Return the vetoes between two records; none says nothing for them."""
    theirs = dict(right.codes)
    numbers = tuple(
        Message("veto.identifier", {"scheme": scheme, "left": value, "right": theirs[scheme]})
        for scheme, value in left.codes
        if theirs.get(scheme, value) != value
    )
    names = told_apart(telling(left), telling(right))
    return numbers + tuple(Message(f"veto.{one.kind}", {"left": one.left, "right": one.right}) for one in names)


def telling(prepared: Prepared) -> str:
    """Return, as one text, everything in the names that may tell a body apart: a table keeps it beside a record."""
    parts = (prepared.seats, prepared.numbers, prepared.heads, prepared.trades, prepared.acronyms)
    return _BETWEEN.join([_AND.join(sorted(part)) if len(part) > 1 else "".join(part) for part in parts])


@functools.lru_cache(maxsize=500_000)
def told_apart(left: str, right: str) -> tuple[Unlike, ...]:
    """Return what tells two records apart by what ``telling`` says of their names."""
    if left == right:
        return ()
    return unlike(_names(left), _names(right))


@functools.lru_cache(maxsize=200_000)
def _names(told: str) -> OrganisationName:
    parts = (frozenset(part.split(_AND)) if part else frozenset() for part in told.split(_BETWEEN))
    return OrganisationName.telling(**dict(zip(_PARTS, parts, strict=True)))
