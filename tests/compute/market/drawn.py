"""A seeded generator comes in; small, crowded markets go out, and what the definition finds in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from nhipcau.engine.match.query import FigureLimit, Hit, Item, Limit, MemberLimit, Query, Slot, hit
from nhipcau.facts.market import ItemKind

KINDS = tuple(ItemKind)
PROPERTIES = ("certificate", "place", "language")
COLUMNS = ("tolerance:mm", "capacity:pcs/month", "press:t")
# Ids as Vietnamese, Korean and English offices number them: their order is that of code points.
PREFIXES = ("O", "o", "Đ", "공급", "😀")


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 -- nothing is kept secret with it


def items(chance: Random, count: int, kinds: Sequence[ItemKind] = KINDS[:2]) -> list[Item]:
    return [item(chance, f"{chance.choice(PREFIXES)}{chance.randrange(1000)}-{n}", kinds) for n in range(count)]


def item(chance: Random, id_: str, kinds: Sequence[ItemKind] = KINDS[:2]) -> Item:
    def some(names: Sequence[str]) -> list[str]:
        return [name for name in names if chance.random() < 0.5]

    return Item(
        id=id_,
        kind=chance.choice(kinds),
        terms=frozenset(_term(chance) for _ in range(chance.randrange(7))),
        figures={column: chance.randrange(-4, 5) for column in some(COLUMNS)},
        stated=frozenset(some(PROPERTIES)),
        members=frozenset(f"{name}={chance.randrange(3)}" for name in some(PROPERTIES)),
        boost=chance.randrange(-3, 4),
    )


def query(chance: Random, kinds: Sequence[ItemKind] = KINDS[:3]) -> Query:
    def slot() -> Slot:
        about = _term(chance)
        alternatives = tuple((_term(chance), chance.randrange(-2, 9)) for _ in range(chance.randrange(5)))
        return Slot(about=about, alternatives=alternatives)

    return Query(
        id=f"N{chance.randrange(10**6)}",
        kind=chance.choice(kinds),
        slots=tuple(slot() for _ in range(chance.randrange(5))),
        limits=tuple(_limit(chance) for _ in range(chance.randrange(5))),
        floor=chance.randrange(-1, 8),
        top=chance.choice((0, 1, 3, 10, 30)),
        top_near=chance.choice((0, 1, 3, 10, 30)),
    )


def found(asked: Query, among: Iterable[Item]) -> tuple[list[Hit], list[Hit]]:
    """Return what the definition finds."""
    hits = sorted((one for one in (hit(item, asked) for item in among) if one), key=lambda one: (-one.points, one.id))
    return [one for one in hits if not one.near][: asked.top], [one for one in hits if one.near][: asked.top_near]


def _limit(chance: Random) -> Limit:
    must, met = chance.random() < 0.5, chance.randrange(-3, 9)
    unmet, not_stated = chance.randrange(-9, 3), chance.randrange(-3, 3)
    if chance.random() < 0.5:
        most, least = (chance.choice((None, chance.randrange(-4, 5))) for _ in range(2))
        column = chance.choice((*COLUMNS, "unheard-of:m"))
        return FigureLimit(
            column=column, at_most=most, at_least=least, must=must, met=met, unmet=unmet, not_stated=not_stated
        )
    name = chance.choice((*PROPERTIES, "unheard-of"))
    wanted = frozenset(f"{name}={chance.randrange(4)}" for _ in range(chance.randrange(3)))
    without = chance.random() < 0.5
    return MemberLimit(
        property=name, any_of=wanted, without=without, must=must, met=met, unmet=unmet, not_stated=not_stated
    )


def _term(chance: Random) -> str:
    return f"concept-{int(chance.paretovariate(0.7)) % 40}"
