"""What a need can ask for and an offer can state, one property at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from nhipcau.facts.market import Comparison, ItemKind


class Form(StrEnum):
    """How the values of a property are compared: by size, as a list, by the calendar, by rank or on the map."""

    FIGURE = "figure"
    MEMBERS = "members"
    DAY = "day"
    LEVEL = "level"
    DISTANCE = "distance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property.

    ``columns`` are the canonical units, one a column: a value has the column that its unit can be converted to.
    ``best`` says which of several stated values is the capability. ``comparison`` is what a requirement means that
    names none. ``units`` are offered on forms, the usual one first; ``bare`` is meant where none is written.
    ``meant`` replaces units that mean something else here (tonnes of a press are a force). ``facets`` are the
    thesaurus' facets that the members of a list come from. ``least`` and ``most`` bound the canonical value.
    """

    code: str
    form: Form
    kinds: frozenset[ItemKind]
    comparison: Comparison
    best: Literal["largest", "smallest"] | None = None
    columns: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    bare: str = ""
    meant: Mapping[str, str] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    least: int | None = 0
    most: int | None = None
    zero: bool = False
