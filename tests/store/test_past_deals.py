from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nhipcau.facts.deal import Stage
from nhipcau.store.database import DatabaseStore
from tests.programme.samples import ANPHU, MIRAE, TODAY, match, need, offer

QUERIES = {"need": (1, 2), "offer": (2, 3)}


@pytest.mark.parametrize("side", QUERIES)
def test_the_deals_of_many_offers_are_asked_as_often_as_those_of_few(store: DatabaseStore, side: str) -> None:
    with store.unit() as unit:
        unit.organisations.add_many([ANPHU, MIRAE, *(replace(MIRAE, id=f"org-{at}") for at in range(30))])
        unit.needs.add(need("nee-99"))
        unit.needs.add_many([need(f"nee-{at}") for at in range(30)])
        unit.offers.add_many([offer(f"off-{at}", organisation_id=f"org-{at}") for at in range(30)])
        unit.matches.add_many(
            [
                match(f"mat-{at}", f"nee-{at}", f"off-{at}", offer_organisation_id=f"org-{at}", stage=Stage.CONTRACT)
                for at in range(30)
            ]
        )
    for since, expected in enumerate(QUERIES[side]):
        for limit in (3, 30):
            with CaptureQueriesContext(connection) as queries:
                entries = store.reads().market_items_after(side, "", limit=limit, today=TODAY, since=since)
            assert (len(entries), len(queries)) == (limit, expected)
            assert {entry.listing.deals for entry in entries if entry.listing} == {1 if side == "offer" else 0}
