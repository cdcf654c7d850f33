"""What an index holds of an item, and what it is asked: whole numbers alone, so that every engine gives one list.

The points of an item are the best alternative of each slot, what each limit gives for how the item stands to it, and
its own ``boost``. Items of the query's kind whose slots reach ``floor`` are candidates. Where a ``must`` limit is
unmet the candidate is a near miss. Both lists are ordered by points, the highest first, then by id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nhipcau.facts.market import ItemKind
from nhipcau.facts.matching import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What an index holds of an offer (or of a need, when offers ask).

    ``terms`` are ids of concepts and, with "w:" before them, folded words. ``figures`` are whole numbers by column,
    such as ``tolerance:mm`` -> 20 for 0.02 mm at a thousandth a step (``language.properties`` converts). ``members``
    are ``property=code``; ``stated`` the properties of which members are stated, so that a list without the wanted
    member is a "no" where a missing list is not. A place is the member ``place=VN-56``.
    """

    id: str
    kind: ItemKind
    terms: frozenset[str]
    figures: Mapping[str, int] = field(default_factory=dict)
    members: frozenset[str] = frozenset()
    stated: frozenset[str] = frozenset()
    boost: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One thing that is looked for: terms with the points of each; the best one that an item has counts, once.

    ``about`` is the concept (or word) that the slot stands for.
    """

    about: str
    alternatives: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLimit:
    """A bound on a figure: ``column`` at most and at least (both inclusive; ``None`` is no bound).

    An item without the column does not state it.
    """

    column: str
    at_most: int | None = None
    at_least: int | None = None
    must: bool = True
    met: int = 0
    unmet: int = 0
    not_stated: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLimit:
    """One of these members is wanted (or, with ``without``, none of them); the property must be among the stated."""

    property: str
    any_of: frozenset[str]
    without: bool = False
    must: bool = True
    met: int = 0
    unmet: int = 0
    not_stated: int = 0


Limit = FigureLimit | MemberLimit


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What one need asks of an index; at most ``top`` matches and ``top_near`` near misses are wanted."""

    id: str
    kind: ItemKind
    slots: tuple[Slot, ...]
    limits: tuple[Limit, ...] = ()
    floor: int = 1
    top: int = 20
    top_near: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An item found: its points altogether, and whether it is a near miss."""

    id: str
    points: int
    near: bool


def standing(item: Item, limit: Limit) -> Standing:
    """Say how an item stands to a limit."""
    if isinstance(limit, MemberLimit):
        if limit.property not in item.stated:
            return Standing.NOT_STATED
        return Standing.MET if limit.any_of.isdisjoint(item.members) is limit.without else Standing.UNMET
    figure = item.figures.get(limit.column)
    if figure is None:
        return Standing.NOT_STATED
    high = limit.at_most is not None and figure > limit.at_most
    low = limit.at_least is not None and figure < limit.at_least
    return Standing.UNMET if high or low else Standing.MET


def slot_points(item: Item, slot: Slot) -> int:
    """Return what an item gets for a slot."""
    return max((points for term, points in slot.alternatives if term in item.terms), default=0)


def limit_points(limit: Limit, how: Standing) -> int:
    """Return what a limit gives for a standing."""
    return {Standing.MET: limit.met, Standing.UNMET: limit.unmet, Standing.NOT_STATED: limit.not_stated}[how]


def hit(item: Item, query: Query) -> Hit | None:
    """Return what a query finds in one item, or nothing: the definition that every index must agree with."""
    topic = sum(slot_points(item, slot) for slot in query.slots)
    if item.kind is not query.kind or topic < query.floor:
        return None
    stands = [(limit, standing(item, limit)) for limit in query.limits]
    points = topic + item.boost + sum(limit_points(limit, how) for limit, how in stands)
    near = any(limit.must and how is Standing.UNMET for limit, how in stands)
    return Hit(id=item.id, points=points, near=near)
