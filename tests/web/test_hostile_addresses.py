"""Addresses that no page of ours links to: every one is answered, none with a fault."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote

import pytest
from django.test import Client

from nhipcau.facts.actor import Role
from nhipcau.programme.filters import (
    AGREEMENT_SORTS,
    COMMITMENT_SORTS,
    DOCUMENT_SORTS,
    DRAFT_SORTS,
    ITEM_SORTS,
    MATCH_SORTS,
    ORGANISATION_SORTS,
    PERSON_SORTS,
)
from nhipcau.store.database import DatabaseStore
from nhipcau.store.models import User
from tests.store import things

SORTS = {
    "agreements": AGREEMENT_SORTS,
    "commitments": COMMITMENT_SORTS,
    "documents": DOCUMENT_SORTS,
    "drafts": DRAFT_SORTS,
    "organisations": ORGANISATION_SORTS,
    "people": PERSON_SORTS,
}
MARKET_SORTS = {"needs": ITEM_SORTS, "offers": ITEM_SORTS, "matches": MATCH_SORTS}
ODD = ("a\x00b", "9" * 30, "9" * 5000, "\u202e'\"%", "\ud83d\ude00" * 300)
NAMES = (
    "q",
    "search",
    "year",
    "place",
    "organisation",
    "organisation_id",
    "sector",
    "state",
    "limit",
    "cursor",
    "demo",
)
PLACES = (
    "\x00",
    "\ud800",
    10**30,
    -(10**30),
    True,
    None,
    "0001-01-01",
    "0001-01-01T00:00:00",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59.999999-14:00",
    "2024-01-01T00:00:00",
    {"a": 1},
)


@pytest.fixture
def client(transactional_db: None) -> Client:
    with DatabaseStore().unit() as unit:
        unit.organisations.add(things.CENTRE)
        unit.organisations.add(things.INSTITUTE)
        unit.people.add(things.DIRECTOR)
        unit.documents.add(things.DOCUMENT)
        unit.agreements.add(things.AGREEMENT)
    client = Client(HTTP_HOST="localhost")
    client.force_login(User.objects.create_user(username="a@office.example", role=Role.ADMINISTRATOR))
    return client


def answered(client: Client, address: str) -> None:
    assert client.get(address).status_code < 500, address[:200]


def test_odd_questions_to_lists(client: Client) -> None:
    for name in NAMES:
        for value in ODD:
            asked = f"{name}={quote(value, errors='surrogatepass')}"
            for page in ("agreements/", "history/", "api/agreements", "api/history"):
                answered(client, f"/{page}?{asked}")
    for page in SORTS:
        answered(client, f"/{page}/?" + "&".join(f"{name}=a%00{'9' * 5000}" for name in NAMES))
        answered(client, f"/{page}/?q=%00")
    answered(client, "/search/?q=a%00b")


def test_odd_questions_to_the_lists_of_the_market(client: Client) -> None:
    names = (*NAMES, "kind", "concept", "language", "mine", "stage", "waiting", "idle", "agreement_id", "view")
    for page, sorts in MARKET_SORTS.items():
        for value in ODD:
            asked = "&".join(f"{name}={quote(value, errors='surrogatepass')}" for name in names)
            answered(client, f"/market/{page}/?{asked}")
        for sort in (*sorts, "-nothing"):
            for place in PLACES:
                answered(client, f"/market/{page}/?sort={sort}&cursor={forged([sort, place, 'x'])}")
    for value in ODD:
        asked = quote(value, errors="surrogatepass")
        answered(client, f"/market/concepts/suggest/?q={asked}&facet={asked}")
        answered(client, f"/market/places/suggest/?q={asked}")
        typed = value.encode("utf-8", "replace").decode()
        for page in ("needs", "offers"):
            sent = {
                "text": typed,
                "title": typed,
                "kind": typed,
                "term_value": [typed, typed],
                "do": f"take:{typed[:9]}",
            }
            assert client.post(f"/market/{page}/read/", sent).status_code < 500
            assert client.post(f"/market/{page}/post/", sent).status_code < 500


def test_forged_cursors(client: Client) -> None:
    for page, sorts in SORTS.items():
        for sort in (*sorts, *(f"-{one}" for one in sorts)):
            for place in PLACES:
                answered(client, f"/api/{page}?sort={sort}&cursor={forged([sort, place, 'x'])}")
        for last in ("\x00", "\ud800"):
            answered(client, f"/api/{page}?sort={sorts[0]}&cursor={forged([sorts[0], None, last])}")
    for place in PLACES:
        answered(client, f"/api/history?cursor={forged(['history', place])}")


def forged(place: list[object]) -> str:
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def test_odd_names_of_things(client: Client) -> None:
    for kind in ("agreements", "commitments", "organisations", "people", "documents", "drafts", "activities"):
        for key in ("%00", "a%00b", "..%2f..%2fsecret-key", "%F0%9F%98%80", "x" * 5000):
            answered(client, f"/{kind}/{key}/")
            answered(client, f"/api/{kind}/{key}")
            answered(client, f"/api/{kind}/{key}/original")
            assert client.post(f"/api/{kind}/{key}/review", {}).status_code < 500


def test_odd_words_in_forms(client: Client) -> None:
    for value in ("\x00", "a\x00b", "x" * 5000, "\u202e" * 300):
        for address, field in (
            ("/accounts/", "username"),
            ("/me/keys/", "label"),
            ("/me/keys/revoke/", "hint"),
            ("/documents/receive/", "text"),
            ("/language/", "next"),
            ("/theme/", "next"),
            ("/account/login/", "login"),
            (f"/organisations/{things.CENTRE.id}/edit/", "names"),
            (f"/agreements/{things.AGREEMENT.id}/edit/", "title"),
        ):
            sent = {field: value, "version": "9" * 30, "organisation_id": value, "role": "viewer", "kind": value}
            assert client.post(address, sent).status_code < 500, (address, value[:20])
        for name in (quote(value[:200]), "a%00b"):
            for act in ("", "password/"):
                assert client.post(f"/accounts/{name}/{act}", {"organisation_id": value}).status_code < 500


def test_a_quotation_that_is_none_shows_the_whole_text(client: Client) -> None:
    for start, end in (("9" * 5000, "9" * 5001), ("-1", "x"), ("\u0661", "\u0662"), ("5", "1"), ("", "")):
        page = client.get(f"/documents/{things.DOCUMENT.id}/", {"from": start, "to": end})
        assert page.status_code == 200
