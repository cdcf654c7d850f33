"""Several people move, post and take in needs and offers at the same moment, on a real database."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from nhipcau import wiring
from nhipcau.facts.errors import Conflict
from nhipcau.facts.market import ItemState, Need, Offer
from nhipcau.programme.close_item import close_item
from nhipcau.programme.import_items import import_items
from nhipcau.programme.post_need import post_need
from nhipcau.programme.review_item import publish_item, return_item
from nhipcau.programme.withdraw_item import withdraw_item
from nhipcau.store.database import DatabaseStore
from nhipcau.store.models import NeedRow, OfferRow
from tests.programme.samples import ANPHU, need
from tests.store.test_at_once import MANY, OFFICERS, at_once


def test_one_of_several_reviews_counts(store: DatabaseStore) -> None:
    with store.unit() as unit:
        unit.organisations.add(ANPHU)
        unit.needs.add(need(state=ItemState.IN_REVIEW))

    def review(number: int) -> Need:
        if number % 2:
            return return_item(wiring.office(), OFFICERS[number], Need, "nee-1", sentence="?", version=1)
        return publish_item(wiring.office(), OFFICERS[number], Need, "nee-1", version=1)

    answers = at_once(review)
    refused = [answer.code for answer in answers if isinstance(answer, Conflict)]
    assert Counter(refused) == {"error.changed-meanwhile": MANY - 1}
    (only,) = [answer for answer in answers if isinstance(answer, Need)]
    with store.unit() as unit:
        assert unit.needs.get("nee-1") == only


@pytest.mark.parametrize("verb", [withdraw_item, close_item])
def test_an_item_that_went_while_somebody_looked_at_it_is_said_to_be_over(
    store: DatabaseStore, verb: Callable[..., Any]
) -> None:
    with store.unit() as unit:
        unit.organisations.add(ANPHU)
        unit.needs.add(need())
    verb(wiring.office(), OFFICERS[0], Need, "nee-1")
    with pytest.raises(Conflict, match="item-state"):
        close_item(wiring.office(), OFFICERS[1], Need, "nee-1")


def test_every_posting_has_a_stamp_of_its_own(store: DatabaseStore) -> None:
    with store.unit() as unit:
        unit.organisations.add(ANPHU)
    at_once(lambda n: post_need(wiring.office(), OFFICERS[n], ANPHU.id, kind="site", text=f"Cần kho {n}"))
    stamps = sorted(NeedRow.objects.values_list("stamp", flat=True))
    assert stamps == list(range(1, MANY + 1))
    assert store.reads().market_stamp().items == MANY


def test_a_list_taken_in_by_several_at_once_stands_there_once(store: DatabaseStore) -> None:
    records = [
        {"id": f"O{number}", "kind": "product", "organisation": "Xưởng Sao Mai", "text": "Tiện CNC"}
        for number in range(9)
    ]
    data = "\n".join(map(json.dumps, records)).encode()
    told = at_once(lambda n: import_items(wiring.office(), OFFICERS[n], Offer, data, "o.jsonl", source="S"))
    assert sorted((one.new, one.same) for one in told) == [(0, 9)] * (MANY - 1) + [(9, 0)]  # type: ignore[attr-defined]  # nobody is refused
    assert OfferRow.objects.count() == len(records)
