"""Pages of the market ask the database as often with five offers as with one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nhipcau.facts.market import Need, Offer
from nhipcau.facts.organisation import Name, Organisation
from nhipcau.programme.office import Office
from nhipcau.programme.post_offer import post_offer
from nhipcau.programme.propose_match import propose_match
from nhipcau.programme.review_item import publish_item
from nhipcau.store.database import DatabaseStore
from tests.web.market.conftest import OFFICER


def queries(client: Client, address: str) -> int:
    assert client.get(address).status_code == 200  # what an index has to take in is taken in
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    "address", ["/market/offers/", "/market/matches/", "/market/matches/?view=board", "/market/needs/{need}/"]
)
def test_the_number_of_queries_does_not_grow(
    officer: Client, office: Office, need: Need, offer: Offer, address: str
) -> None:
    propose_match(office, OFFICER, need.id, offer.id)
    page = address.format(need=need.id)
    one = queries(officer, page)
    for number in range(4):
        body = Organisation(id=f"org-more-{number}", names=(Name(f"Công ty Nhựa số {number}", "vi", "official"),))
        with DatabaseStore().unit() as unit:
            unit.organisations.add(body)
        text = f"Ép phun linh kiện nhựa ô tô, {number + 4}00.000 cái/tháng, đã có IATF 16949."
        made = post_offer(office, OFFICER, body.id, kind="product", text=text, place="Bắc Ninh")
        publish_item(office, OFFICER, Offer, made.id)
        propose_match(office, OFFICER, need.id, made.id)
    assert queries(officer, page) == one
