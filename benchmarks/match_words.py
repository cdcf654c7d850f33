"""A need comes in; what a text engine can be asked of it goes out: weighted words, and which musts nobody may fail."""

from __future__ import annotations

from collections.abc import Iterator

from nhipcau.engine.match.query import FigureLimit, Item, MemberLimit, Query


def words(item: Item) -> str:
    """Return an item's concepts, members and what it states as words."""
    return " ".join(
        [*item.terms, *(member_word(member) for member in item.members), *(f"has-{one}" for one in item.stated)]
    )


def member_word(member: str) -> str:
    """Return ``place=VN-56`` as a word."""
    return member.replace("=", "-")


def weights(query: Query) -> dict[str, int]:
    """Return each word looked for with its points."""
    best: dict[str, int] = {}
    for slot in query.slots:
        for term, points in slot.alternatives:
            best[term] = max(points, best.get(term, 0))
    return best


def figure_musts(query: Query) -> Iterator[FigureLimit]:
    """Return the bounds that must hold where the figure is stated."""
    return (limit for limit in query.limits if isinstance(limit, FigureLimit) and limit.must)


def member_musts(query: Query) -> Iterator[tuple[str, list[str]]]:
    """Return, for each list that must hold one of some words where it is stated, the word that says so and those."""
    for limit in query.limits:
        if isinstance(limit, MemberLimit) and limit.must:
            yield f"has-{limit.property}", [member_word(member) for member in limit.any_of]


def column(name: str) -> str:
    """Return a figure's column as databases like it."""
    return name.partition(":")[0]
