from __future__ import annotations

import pytest

from nhipcau.engine.match.query import FigureLimit, Item, MemberLimit, Query, Slot, hit, standing
from nhipcau.facts.market import ItemKind
from nhipcau.facts.matching import Standing

ITEM = Item(
    id="a",
    kind=ItemKind.PRODUCT,
    terms=frozenset({"abs", "moulding"}),
    figures={"tolerance:mm": 20},
    members=frozenset({"certificate=iso-9001"}),
    stated=frozenset({"certificate"}),
    boost=3,
)


@pytest.mark.parametrize(
    ("limit", "how"),
    [
        (FigureLimit(column="tolerance:mm", at_most=20), Standing.MET),
        (FigureLimit(column="tolerance:mm", at_most=19), Standing.UNMET),
        (FigureLimit(column="tolerance:mm", at_least=21), Standing.UNMET),
        (FigureLimit(column="capacity:pcs", at_least=1), Standing.NOT_STATED),
        (MemberLimit(property="certificate", any_of=frozenset({"certificate=iso-9001"})), Standing.MET),
        (MemberLimit(property="certificate", any_of=frozenset({"certificate=fsc"})), Standing.UNMET),
        (MemberLimit(property="certificate", any_of=frozenset({"certificate=fsc"}), without=True), Standing.MET),
        (MemberLimit(property="material", any_of=frozenset({"material=abs"})), Standing.NOT_STATED),
    ],
)
def test_an_item_meets_fails_or_says_nothing(limit: FigureLimit | MemberLimit, how: Standing) -> None:
    assert standing(ITEM, limit) is how


def test_the_best_alternative_of_a_slot_counts_once() -> None:
    slot = Slot(about="moulding", alternatives=(("moulding", 5), ("abs", 9)))
    found = hit(ITEM, Query(id="n", kind=ItemKind.PRODUCT, slots=(slot,)))
    assert found is not None
    assert found.points == 9 + 3


def test_another_kind_or_too_little_of_the_topic_is_nothing() -> None:
    slot = Slot(about="abs", alternatives=(("abs", 9),))
    assert hit(ITEM, Query(id="n", kind=ItemKind.SITE, slots=(slot,))) is None
    assert hit(ITEM, Query(id="n", kind=ItemKind.PRODUCT, slots=(slot,), floor=10)) is None
