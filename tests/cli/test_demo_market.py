"""The market of the demo office: real as it reads, each time the same, and gone with the demo office."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from nhipcau import wiring
from nhipcau.cli import demo
from nhipcau.cli.demo import _SAMPLES
from nhipcau.cli.demo_market import STORY
from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.deal import Stage
from nhipcau.facts.market import ItemKind, ItemState
from nhipcau.language.detect import language_of
from nhipcau.programme.queries.need_matches import need_matches
from nhipcau.programme.record_attribute import record_attribute
from nhipcau.store.models import DealRow, NeedRow, OfferRow, PlanRow
from tests.cli.conftest import Run

MARKET = _SAMPLES / "market"
OFFICER = Actor(id="1", name="Lan", role=Role.OFFICER, language="vi")


def records(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (MARKET / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(autouse=True)
def _no_register(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The made-up register is another test's."""
    monkeypatch.setattr(demo, "lists", lambda: ())
    yield
    (Path(settings.DATA_DIR) / "demo-removed").unlink(missing_ok=True)


@pytest.fixture
def opened(run: Run, tmp_path: Path) -> str:
    """What opening the demo office says, its market alone."""
    (tmp_path / "market").symlink_to(MARKET)
    return run("demo", "--samples", tmp_path).out


def test_every_kind_is_needed_and_offered_in_three_languages() -> None:
    for name in ("needs.jsonl", "offers.jsonl"):
        rows = records(name)
        assert {row["kind"] for row in rows} == {*ItemKind}
        assert {row["language"] for row in rows} == {"vi", "ko", "en"}
        assert [row["id"] for row in rows if language_of(row["text"]) != row["language"]] == []
        assert len({row["text"] for row in rows}) == len(rows)


def test_pairs_on_their_way_are_of_one_kind_and_two_organisations() -> None:
    needs = {row["id"]: row for row in records("needs.jsonl")}
    offers = {row["id"]: row for row in records("offers.jsonl")}
    for match in records("matches.jsonl"):
        need, offer = needs[match["need"]], offers[match["offer"]]
        assert need["kind"] == offer["kind"]
        assert need["organisation"] != offer["organisation"]
        days = [match["days"], *(step["days"] for step in match["steps"])]
        assert days == sorted(days, reverse=True)


@pytest.mark.django_db(transaction=True)
def test_opens_a_market_with_matches_at_every_stage(opened: str) -> None:
    assert "32 needs, 92 offers, 22 matches on their way" in opened
    assert {*DealRow.objects.values_list("stage", flat=True)} == {*Stage}
    states = Counter(OfferRow.objects.values_list("state", flat=True))
    assert (states[ItemState.IN_REVIEW], states[ItemState.DRAFT]) == (1, 1)
    assert {*NeedRow.objects.values_list("demo", flat=True), *DealRow.objects.values_list("demo", flat=True)} == {True}
    assert OfferRow.objects.filter(confidential=True).count() == 3


@pytest.mark.django_db(transaction=True)
def test_opened_again_leaves_everything_as_it_is_and_removed_leaves_nothing(
    run: Run, opened: str, tmp_path: Path
) -> None:
    before = list(OfferRow.objects.order_by("pk").values_list("pk", "version"))
    ran = run("demo", "--samples", tmp_path)
    assert "made-up market" not in ran.out
    assert list(OfferRow.objects.order_by("pk").values_list("pk", "version")) == before
    assert DealRow.objects.count() == 22
    assert PlanRow.objects.count() == 1
    assert run("demo", "remove").code == 0
    assert not PlanRow.objects.exists()
    assert (NeedRow.objects.count(), OfferRow.objects.count(), DealRow.objects.count()) == (0, 0, 0)


@pytest.mark.django_db(transaction=True)
def test_the_certificate_that_is_told_makes_a_match_of_the_near_miss(opened: str) -> None:
    need_key, offer_key, certificate = STORY
    need, offer = NeedRow.objects.get(source_key=need_key), OfferRow.objects.get(source_key=offer_key)
    assert certificate in opened
    office = wiring.office()
    before = need_matches(office, OFFICER, need.pk)
    assert offer.pk in [row.other.item.id for row in before.near_misses]
    assert offer.pk not in [row.other.item.id for row in before.matches]
    record_attribute(office, OFFICER, offer.pk, attribute={"property": "certificate", "value": certificate})
    assert offer.pk in [row.other.item.id for row in need_matches(office, OFFICER, need.pk).matches[:3]]
