"""The pages' questions: the database answers as the plain store in memory does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nhipcau.facts.codes import AgreementType, PartyKind
from nhipcau.facts.commitment import CommitmentState
from nhipcau.facts.draft import DraftList, DraftState
from nhipcau.facts.errors import BadInput
from nhipcau.facts.market import ItemKind, ItemState
from nhipcau.programme import filters
from nhipcau.programme.filters import (
    ActivityFilter,
    AgreementFilter,
    CommitmentFilter,
    DeskQuery,
    DocumentFilter,
    DraftFilter,
    HistoryFilter,
    ItemFilter,
    MarketSight,
    OrganisationFilter,
    Paging,
    PersonFilter,
    SearchQuery,
)
from nhipcau.programme.views import DESK_SECTIONS
from nhipcau.store.database import DatabaseStore
from tests.programme.memory_store import MemoryStore
from tests.store.random_register import TODAY, RandomRegister

SCOPES = (None, "org-00", "org-03", "")
SIGHTS = (MarketSight(), *(MarketSight(everything=False, organisation_id=scope) for scope in SCOPES))
ITEMS: dict[str, tuple[Any, ...]] = {
    "search": (("vat",), ("협약", "ha"), ("%",), ("ev",)),
    "kind": tuple(ItemKind),
    "state": tuple(ItemState),
    "organisation_id": ("org-00", "org-01"),
    "agreement_id": ("agr-01",),
    "provinces": (("VN-56", "VN-HP"), ("KR-48",)),
    "city": ("VN-HP:dinhvu",),
    "concepts": (("turning",), ("milling", "own:x")),
    "language": ("ko",),
    "created_by": ("u-1",),
    "demo": (True, False),
}
LISTS: dict[str, tuple[Any, tuple[str, ...], dict[str, tuple[Any, ...]]]] = {
    "agreement_list": (
        AgreementFilter(today=TODAY),
        filters.AGREEMENT_SORTS,
        {
            "search": (("vat", "lieu"), ("협약",), ("a1",), ("khong", "co")),
            "sector": ("ev", "training", "x"),
            "type": (AgreementType.MOU,),
            "state": tuple(CommitmentState),
            "year": (2024, 2025, 1999),
            "place": ("ha noi", "noi", "서울"),
            "country": ("KR", "VN"),
            "organisation_id": ("org-01",),
            "demo": (True, False),
            "visible_to": SCOPES,
        },
    ),
    "organisation_list": (
        OrganisationFilter(),
        filters.ORGANISATION_SORTS,
        {
            "search": (("vat",), ("a2",), ("서울",)),
            "country": ("KR",),
            "kind": (PartyKind.COMPANY,),
            "demo": (True, False),
            "visible_to": SCOPES,
        },
    ),
    "person_list": (
        PersonFilter(),
        filters.PERSON_SORTS,
        {
            "search": (("ky", "su"),),
            "organisation_id": ("org-01", "org-02"),
            "demo": (True, False),
            "visible_to": SCOPES,
        },
    ),
    "commitment_list": (
        CommitmentFilter(today=TODAY),
        filters.COMMITMENT_SORTS,
        {
            "search": (("dao",), ("training",)),
            "agreement_id": ("agr-01",),
            "state": tuple(CommitmentState),
            "owner_id": ("org-01",),
            "code": ("training",),
            "overdue": (True, False),
            "missing": ("owner", "quantity", "due"),
            "demo": (True, False),
            "visible_to": SCOPES,
        },
    ),
    "activity_list": (
        ActivityFilter(),
        filters.ACTIVITY_SORTS,
        {
            "search": (("철수",), ("vat",)),
            "commitment_id": ("com-01",),
            "agreement_id": ("agr-01", "agr-02"),
            "since": (date(2025, 6, 1),),
            "until": (date(2025, 6, 1),),
            "demo": (True, False),
            "visible_to": SCOPES,
        },
    ),
    "document_list": (
        DocumentFilter(),
        filters.DOCUMENT_SORTS,
        {
            "search": (("vat",), ("example",)),
            "language": ("ko",),
            "agreement_id": ("agr-01", "agr-02"),
            "demo": (True, False),
            "visible_to": SCOPES,
        },
    ),
    "draft_list": (
        DraftFilter(),
        filters.DRAFT_SORTS,
        {
            "list": tuple(DraftList),
            "state": tuple(DraftState),
            "document_id": ("doc-01",),
            "proposed": (True, False),
            "demo": (True, False),
        },
    ),
    "need_list": (ItemFilter(today=TODAY), filters.ITEM_SORTS, {**ITEMS, "sight": SIGHTS}),
    "offer_list": (ItemFilter(today=TODAY, sight=SIGHTS[2]), filters.ITEM_SORTS, ITEMS),
    "history": (
        HistoryFilter(),
        ("at",),
        {
            "kind": ("agreement",),
            "subject_id": ("com-01",),
            "actor_id": ("1", "2"),
            "batch": ("batch-1", "x"),
        },
    ),
}
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "agreement_page": ("agr", {"today": TODAY}),
    "organisation_page": ("org", {"today": TODAY, "visible_to": None}),
    "person_page": ("per", {"today": TODAY, "visible_to": None}),
    "commitment_page": ("com", {"today": TODAY}),
    "document_page": ("doc", {}),
    "draft_page": ("dra", {"today": TODAY}),
    "need_page": ("nee", {"today": TODAY}),
    "offer_page": ("off", {"today": TODAY}),
}


@pytest.fixture(params=[1, 2, 3])
def both(request: pytest.FixtureRequest, store: DatabaseStore) -> tuple[Any, Any]:
    """Return the reads of two stores that hold the same register."""
    register, memory = RandomRegister(request.param), MemoryStore()
    register.put_into(store)
    register.put_into(memory)
    return store.reads(), memory.reads()


def _questions(kind: str) -> Iterator[Any]:
    blank, _, choices = LISTS[kind]
    yield blank
    for name, values in choices.items():
        for value in values:
            yield replace(blank, **{name: value})


def _all(reads: Any, kind: str, wanted: Any, sort: str) -> tuple[list[Any], set[int]]:
    """Walk through all pages of a list."""
    found: list[Any] = []
    totals = set()
    cursor = None
    while True:
        page = getattr(reads, kind)(wanted, Paging(sort=sort, cursor=cursor, limit=4))
        found.extend(page.items)
        totals.add(page.total)
        cursor = page.next_cursor
        if cursor is None:
            return found, totals


@pytest.mark.parametrize("kind", LISTS)
def test_lists_what_every_filter_asks_for(both: tuple[Any, Any], kind: str) -> None:
    database, memory = both
    sort = LISTS[kind][1][0]
    for wanted in _questions(kind):
        assert _all(database, kind, wanted, sort) == _all(memory, kind, wanted, sort), wanted


@pytest.mark.parametrize("kind", sorted(set(LISTS) - {"history"}))
def test_lists_in_every_order(both: tuple[Any, Any], kind: str) -> None:
    database, memory = both
    blank, sorts, _ = LISTS[kind]
    for sort in sorts:
        for direction in ("", "-"):
            order = direction + sort
            assert _all(database, kind, blank, order) == _all(memory, kind, blank, order), order


@pytest.mark.parametrize("kind", PAGES)
def test_shows_every_page(both: tuple[Any, Any], kind: str) -> None:
    database, memory = both
    prefix, said = PAGES[kind]
    for number in range(13):
        thing = f"{prefix}-{number:02}"
        assert getattr(database, kind)(thing, **said) == getattr(memory, kind)(thing, **said), thing


@pytest.mark.parametrize("kind", ["organisation_page", "person_page"])
@pytest.mark.parametrize("scope", SCOPES)
def test_shows_a_partner_its_own_part(both: tuple[Any, Any], kind: str, scope: str | None) -> None:
    database, memory = both
    for number in range(12):
        thing = f"{PAGES[kind][0]}-{number:02}"
        said = {"today": TODAY, "visible_to": scope}
        assert getattr(database, kind)(thing, **said) == getattr(memory, kind)(thing, **said)


@pytest.mark.parametrize("scope", SCOPES)
def test_draws_the_same_pictures(both: tuple[Any, Any], scope: str | None) -> None:
    database, memory = both
    assert database.network(visible_to=scope) == memory.network(visible_to=scope)
    assert database.timeline(visible_to=scope) == memory.timeline(visible_to=scope)
    for by in ("agreement", "owner"):
        said = {"today": TODAY, "visible_to": scope}
        assert database.commitment_states(by, **said) == memory.commitment_states(by, **said)
    taken = {"today": TODAY, "taken_at": datetime(2026, 3, 1, tzinfo=UTC), "visible_to": scope}
    assert database.export(**taken) == memory.export(**taken)


@pytest.mark.parametrize("scope", SCOPES)
def test_lays_the_same_things_on_the_desk(both: tuple[Any, Any], scope: str | None) -> None:
    database, memory = both
    query = DeskQuery(
        today=TODAY,
        idle_before=date(2025, 3, 1),
        expires_until=date(2026, 5, 30),
        reviewed_until=date(2025, 3, 1),
        sections=DESK_SECTIONS,
        visible_to=scope,
        renew_until=date(2026, 3, 31),
        reviewer="u-1",
    )
    for expected, found in zip(memory.desk(query), database.desk(query), strict=True):
        assert found == expected


@pytest.mark.parametrize("terms", [("vat",), ("a1",), ("협약",), ("%",), ("_",), ("ha", "noi"), ("mou",)])
def test_finds_the_same_things(both: tuple[Any, Any], terms: tuple[str, ...]) -> None:
    database, memory = both
    kinds = ("agreement", "organisation", "person", "commitment", "document", "need", "offer")
    for scope, sight in zip((*SCOPES, None), SIGHTS, strict=True):
        query = SearchQuery(terms=terms, kinds=kinds, limit=3, visible_to=scope, today=TODAY, sight=sight)
        assert database.search(query) == memory.search(query)


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("cursor", ["", "x", "e30", "W10", "WzFd", "é", "W251bGxd" * 9, "bm9uc2Vuc2U="])
def test_refuses_a_cursor_that_it_did_not_write(store: DatabaseStore, kind: str, cursor: str) -> None:
    blank, sorts, _ = LISTS[kind]
    with pytest.raises(BadInput) as refused:
        getattr(store.reads(), kind)(blank, Paging(sort=sorts[0], cursor=cursor))
    assert refused.value.code == "error.cursor-malformed"


@pytest.mark.parametrize("kind", sorted(set(LISTS) - {"history"}))
def test_refuses_a_cursor_of_another_order(both: tuple[Any, Any], kind: str) -> None:
    database, _ = both
    blank, sorts, _ = LISTS[kind]
    cursor = getattr(database, kind)(blank, Paging(sort=sorts[0], limit=1)).next_cursor
    with pytest.raises(BadInput):
        getattr(database, kind)(blank, Paging(sort=f"-{sorts[0]}", cursor=cursor))


def _counted(store: DatabaseStore, size: int) -> dict[str, int]:
    """Count the queries of every question on a register of ``size`` things a kind."""
    RandomRegister(4, size).put_into(store)
    reads: Any = store.reads()
    asked: dict[str, Callable[[], object]] = {
        "network": lambda: reads.network(visible_to=None),
        "timeline": lambda: reads.timeline(visible_to=None),
        "states": lambda: reads.commitment_states("owner", today=TODAY, visible_to=None),
        "export": lambda: reads.export(today=TODAY, taken_at=datetime(2026, 3, 1, tzinfo=UTC), visible_to=None),
    }
    for kind, (wanted, sorts, _) in LISTS.items():
        asked[kind] = partial(getattr(reads, kind), wanted, Paging(sort=sorts[0]))
    counts = {}
    for kind, ask in asked.items():
        with CaptureQueriesContext(connection) as queries:
            ask()
        counts[kind] = len(queries)
    return counts


def test_asks_as_often_for_many_rows_as_for_few(store: DatabaseStore) -> None:
    few = _counted(store, 6)
    call_command("flush", interactive=False, verbosity=0)
    many = _counted(store, 40)
    # A full page needs no look at the rows without the sorted value.
    assert {kind: count for kind, count in many.items() if count > few[kind]} == {}
    assert max(many.values()) <= 24
