# ruff: noqa: E501 -- tables of kinds
"""What kinds of body two names say come in; whether one body may be called both goes out."""

from __future__ import annotations

from typing import Final

# Kinds that one body is called by in different languages or translations.
_MEETING: Final[tuple[frozenset[str], ...]] = (
    frozenset({"institute", "academy", "agency-or-institute"}),
    frozenset({"academy", "university"}),
    frozenset({"agency", "agency-or-institute", "agency-or-corporation", "office"}),
    frozenset({"company", "public-corporation", "agency-or-corporation"}),
    frozenset({"public-corporation", "agency", "agency-or-corporation"}),
    frozenset({"company", "factory", "store", "household", "hotel"}),
    frozenset({"company", "bank"}),
    frozenset({"chamber", "association"}),
    frozenset({"office", "department", "agency"}),
    frozenset({"cooperative", "association"}),
    frozenset({"centre", "incubator"}),
    frozenset({"hi-tech-park", "technopark", "software-park"}),
    frozenset({"school", "college"}),
    frozenset({"laboratory", "institute"}),
)
BRANCHES: Final = frozenset({"branch", "representative-office"})
# Bodies of the state and of learning: there is one of a name, and its field is part of its name.
_PUBLIC: Final = frozenset({
    "ministry", "department", "agency", "institute", "technopark", "university", "college", "centre", "association", "chamber",
    "province-government", "city-government", "industrial-park", "hospital", "laboratory", "academy", "agency-or-institute",
    "agency-or-corporation", "embassy", "consulate", "faculty",
})  # fmt: skip


def may_be_one(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether a body may be called a kind of ``left`` and one of ``right``; no kind goes with every kind."""
    one, other = left - BRANCHES, right - BRANCHES
    if not one or not other or not one.isdisjoint(other):
        return True
    return any(not one.isdisjoint(group) and not other.isdisjoint(group) for group in _MEETING)


def are_variants(kinds: frozenset[str]) -> bool:
    """Tell whether kinds are all words for one kind in translation: office and agency, institute and academy."""
    return any(kinds <= group for group in _MEETING)


def is_public(kinds: frozenset[str]) -> bool:
    """Tell whether the kinds are those of a body of the state or of learning."""
    return not kinds.isdisjoint(_PUBLIC)
