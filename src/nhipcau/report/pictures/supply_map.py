"""How many offers each province has comes in; a map of equal tiles, the darker the more, goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.market import ItemKind
from nhipcau.language.places import place_of
from nhipcau.programme.views import SupplyRow
from nhipcau.report.pictures.provinces import COLUMNS, HEADS, ROWS, TILES
from nhipcau.report.pictures.render import Layer, Link, Picture, plain, values
from nhipcau.report.tables import Label

_WIDE: Final = 74
_HIGH: Final = 34
_SHORT: Final = {
    "Thành phố Hồ Chí Minh": "TP.HCM",
    "Ho Chi Minh City": "HCMC",
    "Bà Rịa - Vũng Tàu": "BR - VT",
    "Ba Ria-Vung Tau": "BR - VT",
    "바리어붕따우": "붕따우",
    "Chungcheongbuk": "Chungbuk",
    "North Chungcheong": "Chungbuk",
    "Chungcheongnam": "Chungnam",
    "South Chungcheong": "Chungnam",
    "Jeollabuk": "Jeonbuk",
    "North Jeolla": "Jeonbuk",
    "Jeollanam": "Jeonnam",
    "South Jeolla": "Jeonnam",
    "Gyeongsangbuk": "Gyeongbuk",
    "North Gyeongsang": "Gyeongbuk",
    "Gyeongsangnam": "Gyeongnam",
    "South Gyeongsang": "Gyeongnam",
}
"""Names that are too long for a tile, as people shorten them."""
_NONE: Final = "0"
# From so many offers on a tile is this dark; white letters are read on each of them.
STEPS: Final = ((1, "1-2", "#43749c"), (3, "3-5", "#2c6496"), (6, "6-9", "#1a4a75"), (10, "10+", "#0d2f50"))


def supply_picture(rows: Sequence[SupplyRow], kind: ItemKind | None, label: Label, link: Link) -> Picture:
    """Draw Vietnam left and Korea right, a tile a province, with how many offers (of one kind) it has.

    A tile leads to its offers and is called in three languages. What stands in no province is in the table alone.
    """
    counts = {row.place: row for row in rows}
    tiles = [_tile(code, counts.get(code), kind, label, link) for code in TILES]
    heads = [{"x": x, "y": y - 0.72, "text": label("country", country)} for country, (x, y) in HEADS.items()]
    return {
        "width": _WIDE * COLUMNS,
        "height": _HIGH * (ROWS + 1),
        "description": label("picture", "supply"),
        "layer": [
            _tiles(tiles),
            _texts([tile for tile in tiles if tile["step"] != _NONE], "white"),
            _texts([tile for tile in tiles if tile["step"] == _NONE], None),
            _heads(heads),
        ],
    }


def counted(row: SupplyRow | None, kind: ItemKind | None) -> int:
    """Return how many offers of a kind (``None``: of any) a province has."""
    if row is None:
        return 0
    return row.total if kind is None else row.kinds.get(kind, 0)


def names_of(code: str) -> str:
    """Return the name of a place in Vietnamese, Korean and English, each once."""
    place = place_of(code)
    return " · ".join(dict.fromkeys(place.name(language) for language in LANGUAGES)) if place else code


def _tile(code: str, row: SupplyRow | None, kind: ItemKind | None, label: Label, link: Link) -> dict[str, object]:
    number = counted(row, kind)
    column, line = TILES[code]
    kinds, name = row.kinds if row else {}, label("place", code)
    parts = [f"{label('item-kind', one.value)} {found}" for one, found in kinds.items() if kind in (None, one)]
    return {
        "x": column,
        "x2": column + 0.94,
        "y": line,
        "y2": line + 0.9,
        "middle": column + 0.47,
        "upper": line + (0.28 if number else 0.45),
        "lower": line + 0.64,
        "name": _SHORT.get(name, name),
        "number": str(number) if number else "",
        "step": next((step for least, step, _ in reversed(STEPS) if number >= least), _NONE),
        "said": ": ".join(part for part in (names_of(code), ", ".join(parts) or _NONE)),
        "href": link("offers-in", code),
    }


def _tiles(tiles: list[dict[str, object]]) -> Layer:
    steps = [_NONE, *(step for _, step, _ in STEPS)]
    looks = ["transparent", *(colour for _, _, colour in STEPS)]
    return {
        "data": values(tiles),
        "mark": {"type": "rect", "stroke": "#8a8f98", "strokeWidth": 1, "cornerRadius": 3},
        "encoding": {
            **_place("x", "y"),
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "href": plain("href"),
            "description": plain("said"),
            "color": {
                "field": "step",
                "type": "nominal",
                "title": None,
                "scale": {"domain": steps, "range": looks},
                "legend": {"symbolStrokeColor": "#8a8f98", "symbolType": "square"},
            },
        },
    }


def _texts(tiles: list[dict[str, object]], colour: str | None) -> Layer:
    mark: Mapping[str, object] = {"type": "text", "aria": False, **({"color": colour} if colour else {})}
    return {
        "data": values(tiles),
        "layer": [
            {
                "mark": {**mark, "fontSize": 10},
                "encoding": {**_place("middle", "upper"), "href": plain("href"), "text": plain("name")},
            },
            {
                "mark": {**mark, "fontSize": 12, "fontWeight": "bold"},
                "encoding": {**_place("middle", "lower"), "href": plain("href"), "text": plain("number")},
            },
        ],
    }


def _heads(heads: list[dict[str, object]]) -> Layer:
    return {
        "data": values(heads),
        "mark": {"type": "text", "fontSize": 13, "fontWeight": "bold", "align": "left", "baseline": "middle"},
        "encoding": {**_place("x", "y"), "text": plain("text")},
    }


def _place(x: str, y: str) -> dict[str, object]:
    down = {"domain": [-1, ROWS], "nice": False, "reverse": True}
    return {
        "x": {"field": x, "type": "quantitative", "axis": None, "scale": {"domain": [0, COLUMNS], "nice": False}},
        "y": {"field": y, "type": "quantitative", "axis": None, "scale": down},
    }
