"""Pictures of the market show what their tables say, lead to its lists, and can be drawn."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any, cast

import pytest

from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.deal import Stage
from nhipcau.facts.market import Coverage, ItemKind
from nhipcau.language.places import place_of
from nhipcau.programme.views import CoverageRow, MatchFunnel, SupplyRow
from nhipcau.report.pictures.funnel import funnel_picture
from nhipcau.report.pictures.hover import with_titles
from nhipcau.report.pictures.provinces import TILES
from nhipcau.report.pictures.render import Picture, png, svg
from nhipcau.report.pictures.supply_map import names_of, supply_picture
from nhipcau.report.pictures.treemap import MOST_OF_A_FACET, treemap_picture
from nhipcau.words.labels import report_label
from tests.report.sample_register import label, link

SUPPLY = (
    SupplyRow(place="VN-56", kinds={ItemKind.PRODUCT: 2, ItemKind.SITE: 1}),
    SupplyRow(place="KR-48", kinds={ItemKind.TECHNOLOGY: 1}),
    SupplyRow(place=None, kinds={ItemKind.TRAINING: 4}),
)
FUNNEL = MatchFunnel(
    now={Stage.MEETING: 2, Stage.DECLINED: 1}, reached={Stage.PROPOSED: 3, Stage.MEETING: 2}, by_agreement=(), totals=()
)


def row(name: str, needs: int, offers: int, facet: str = "process", coverage: Coverage = Coverage.BOTH) -> CoverageRow:
    return CoverageRow(concept=name, facet=facet, name=name, needs=needs, offers=offers, coverage=coverage)


def rows(layer: object) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", cast("dict[str, Any]", layer)["data"]["values"])


def layers(picture: Picture) -> list[Any]:
    return cast("list[Any]", picture["layer"])


def test_a_concept_is_as_large_as_it_is_frequent_and_leads_to_the_side_that_is_there() -> None:
    needed = row("forging", 3, 0, coverage=Coverage.NEEDED)
    drawn = rows(layers(treemap_picture((row("turning", 2, 10), needed), label, link))[0])
    areas = {cell["href"]: (cell["x2"] - cell["x"]) * (cell["y2"] - cell["y"]) for cell in drawn}
    assert list(areas) == ["/offers-of-concept/turning", "/needs-of-concept/forging"]
    assert areas["/offers-of-concept/turning"] == pytest.approx(4 * areas["/needs-of-concept/forging"])
    assert drawn[1]["state"] == "coverage.needed-alone"


def test_what_has_no_room_in_a_facet_stands_together() -> None:
    many = [row(f"c{number:02}", 1, 1) for number in range(MOST_OF_A_FACET + 5)]
    drawn = rows(layers(treemap_picture(many, label, link))[0])
    assert len(drawn) == MOST_OF_A_FACET + 1
    assert drawn[-1]["lines"] == ["+ 5"]


def test_names_never_leave_their_fields() -> None:
    many = [row("gia công cơ khí chính xác nhiều trục " * 3, 1, number) for number in range(1, 15)]
    many += [row("자동차부품용정밀사출금형설계및제작", 1, 2, facet="product")]
    for cell in rows(layers(treemap_picture(many, label, link))[0]):
        assert 14 * len(cell["lines"]) <= cell["y2"] - cell["y"]


def test_each_province_of_both_countries_has_one_tile() -> None:
    assert sum(code.startswith("VN-") for code in TILES) == 63
    assert sum(code.startswith("KR-") for code in TILES) == 17
    assert len({*TILES.values()}) == len(TILES)
    assert {level for code in TILES for level in [getattr(place_of(code), "level", "")]} == {"province"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_on_tiles_are_short_and_tell_provinces_apart(language: str) -> None:
    word = report_label(language)
    names = [tile["name"] for tile in rows(layers(supply_picture((), None, word, link))[0])]
    assert len({*names}) == len(TILES)
    assert max(map(len, names)) <= 12


def test_a_tile_counts_its_offers_says_them_and_leads_to_them() -> None:
    tiles = {tile["href"]: tile for tile in rows(layers(supply_picture(SUPPLY, None, label, link))[0])}
    bac_ninh = tiles["/offers-in/VN-56"]
    assert (bac_ninh["number"], bac_ninh["step"]) == ("3", "3-5")
    assert bac_ninh["said"] == "Bắc Ninh · 박닌 · Bac Ninh: item-kind.product 2, item-kind.site 1"
    assert tiles["/offers-in/VN-HN"]["number"] == ""


def test_one_kind_is_counted_alone() -> None:
    tiles = {tile["href"]: tile for tile in rows(layers(supply_picture(SUPPLY, ItemKind.SITE, label, link))[0])}
    assert tiles["/offers-in/VN-56"]["number"] == "1"
    assert tiles["/offers-in/KR-48"]["number"] == ""


def test_a_place_is_named_once_in_each_language_that_names_it_otherwise() -> None:
    assert names_of("KR-11").split(" · ") == ["Seoul", "서울"]
    assert names_of("XX-1") == "XX-1"


def test_every_stage_has_its_bars_and_what_was_declined_stands_apart() -> None:
    bars = cast("list[dict[str, Any]]", cast("dict[str, Any]", funnel_picture(FUNNEL, label, link)["data"])["values"])
    meeting = {bar["kind"]: bar["number"] for bar in bars if bar["stage"] == "match-stage.meeting"}
    assert meeting == {"picture.stage-reached": 2, "picture.stage-now": 2}
    assert [bar["kind"] for bar in bars if bar["stage"] == "match-stage.declined"] == ["picture.stage-declined"]
    assert len(bars) == 2 * len(Stage) - 1


@pytest.mark.parametrize(
    "picture",
    [
        treemap_picture((row("<b>tiện</b> & phay", 2, 3), row("용접", 1, 0, coverage=Coverage.NEEDED)), label, link),
        supply_picture(SUPPLY, None, label, link),
        funnel_picture(FUNNEL, label, link),
    ],
    ids=["treemap", "supply", "funnel"],
)
def test_can_be_drawn_with_titles_and_harmlessly(picture: Picture) -> None:
    drawn = with_titles(svg(picture))
    root = ET.fromstring(drawn)  # noqa: S314 -- drawn by ourselves
    assert root.findall(".//{*}title")
    assert "<b>" not in drawn
    assert png(picture)[:8] == b"\x89PNG\r\n\x1a\n"
