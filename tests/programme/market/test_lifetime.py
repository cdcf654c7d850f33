from __future__ import annotations

from datetime import timedelta

import pytest

from nhipcau.facts.market import ItemState, Need, Offer
from nhipcau.programme.market.lifetime import as_of, last_day_of, state_on
from tests.programme.samples import TODAY, need


@pytest.mark.parametrize("state", [state for state in ItemState if state is not ItemState.EXPIRED])
def test_only_what_is_published_expires_and_not_on_its_last_day(state: ItemState) -> None:
    item = need(state=state, expires_on=TODAY)
    over = ItemState.EXPIRED if state is ItemState.PUBLISHED else state
    assert state_on(item, TODAY) is state
    assert state_on(item, TODAY + timedelta(days=1)) is as_of(item, TODAY + timedelta(days=1)).state is over


def test_a_need_is_shown_for_half_a_year_and_an_offer_for_a_year() -> None:
    assert (last_day_of(Need, TODAY) - TODAY).days == 180
    assert (last_day_of(Offer, TODAY) - TODAY).days == 365
