"""Pages of the market's pictures: with nothing, with something, sorted, as files, for every role, in every language."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from nhipcau.facts.actor import Role
from nhipcau.programme.ports import Store
from nhipcau.programme.work import collection_of
from nhipcau.store.database import DatabaseStore
from tests.programme.samples import ANPHU, MIRAE, SONGHAN, agreement, need, offer

pytestmark = pytest.mark.django_db(transaction=True)
ALWAYS = date(2999, 1, 1)
PAGES = ("coverage", "openings", "funnel", "supply")
SignIn = Callable[[Role], Client]


@pytest.fixture
def market() -> Store:
    """A need and two offers, one of them confidential."""
    store = DatabaseStore()
    hidden: dict[str, object] = {"confidential": True, "title": "Mirae 표면처리", "hidden": ("Mirae",)}
    with store.unit() as unit:
        for thing in (
            ANPHU,
            SONGHAN,
            MIRAE,
            agreement(),
            need(found=("machining",), expires_on=ALWAYS),
            offer(found=("turning", "plating"), place="KR-48", expires_on=ALWAYS),
            offer("off-2", MIRAE, place="VN-56", found=("plating",), expires_on=ALWAYS, **hidden),
        ):
            collection_of(unit, thing).add(thing)
    return store


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_market_says_what_to_do(sign_in: SignIn, name: str) -> None:
    answer = sign_in(Role.OFFICER).get(f"/market/{name}/")
    assert answer.status_code == 200
    assert b"<svg" not in answer.content.split(b"<main")[1].split(b"empty")[0]
    assert b'class="empty' in answer.content


def test_coverage_is_drawn_and_told_the_same(sign_in: SignIn, market: Store) -> None:
    page = sign_in(Role.VIEWER).get("/market/coverage/").content.decode()
    assert 'href="/market/offers/?concept=plating&amp;state=published"' in page
    assert "<title>" in page.split('<figure class="picture"')[1]
    assert "Mirae" not in page


def test_the_map_names_provinces_in_three_languages(sign_in: SignIn, market: Store) -> None:
    page = sign_in(Role.ENTERPRISE).get("/market/supply/").content.decode()
    assert "Bắc Ninh · 박닌 · Bac Ninh" in page
    assert 'href="/market/offers/?place=VN-56&amp;state=published"' in page


def test_the_map_shows_one_kind_or_refuses_one_that_there_is_not(sign_in: SignIn, market: Store) -> None:
    client = sign_in(Role.VIEWER)
    assert b"place=VN-56" in client.get("/market/supply/?kind=technology").content
    assert b'class="empty' in client.get("/market/supply/?kind=site").content
    assert client.get("/market/supply/?kind=weapon").status_code == 404


def test_a_table_is_sorted_as_asked_and_anything_else_is_passed_over(sign_in: SignIn, market: Store) -> None:
    client = sign_in(Role.VIEWER)
    up, down = (
        client.get(f"/market/supply.csv?sort={sort}").content.decode("utf-8-sig") for sort in ("place", "-place")
    )
    assert up.splitlines()[1:] == down.splitlines()[:0:-1]
    assert client.get("/market/supply/?sort=%00nonsense").status_code == 200


@pytest.mark.parametrize(("form", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("xlsx", b"PK")])
@pytest.mark.parametrize("name", ["coverage", "funnel", "supply"])
def test_pictures_and_tables_come_as_files(sign_in: SignIn, market: Store, name: str, form: str, begins: bytes) -> None:
    answer = sign_in(Role.OFFICER).get(f"/market/{name}.{form}")
    assert answer.content.startswith(begins)
    assert answer["Content-Disposition"] == f'attachment; filename="{name}.{form}"'


def test_the_table_of_coverage_counts_every_concept(sign_in: SignIn, market: Store) -> None:
    text = sign_in(Role.OFFICER).get("/market/coverage.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {(row["Needs"], row["Offers"]) for row in rows} >= {("0", "2"), ("1", "0")}


def test_gaps_are_no_picture_and_not_for_who_only_reads(sign_in: SignIn, market: Store) -> None:
    client = sign_in(Role.VIEWER)
    assert client.get("/market/openings/").status_code == 403
    assert b"/market/openings/" not in client.get("/market/coverage/").content


def test_a_file_of_another_form_is_not_there(sign_in: SignIn) -> None:
    client = sign_in(Role.OFFICER)
    assert client.get("/market/openings.svg").status_code == 404
    assert client.get("/market/coverage.docx").status_code == 404


@pytest.mark.parametrize(("language", "heading"), [("vi", "Bản đồ nguồn cung"), ("ko", "공급 지도")])
def test_pages_speak_the_readers_language(sign_in: SignIn, market: Store, language: str, heading: str) -> None:
    answer = sign_in(Role.VIEWER).get("/market/supply/", headers={"accept-language": language})
    assert heading in answer.content.decode()
