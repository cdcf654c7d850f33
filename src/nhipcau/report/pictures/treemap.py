"""The concepts that a market asks for and offers come in; a treemap by facet goes out."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from nhipcau.facts.market import Coverage
from nhipcau.programme.views import CoverageRow
from nhipcau.report.pictures.render import Layer, Link, Picture, nominal, plain, values
from nhipcau.report.pictures.squares import Box, squarified
from nhipcau.report.tables import Label

MOST_OF_A_FACET: Final = 24
_WIDTH: Final = 960.0
_HEIGHT: Final = 620.0
_HEAD: Final = 20.0
_GAP: Final = 3.0
_LETTER: Final = 6.4
_LINE: Final = 14.0
COLOURS: Final = {Coverage.BOTH: "#2e6b4a", Coverage.NEEDED: "#a63a2b", Coverage.OFFERED: "#2a5d96"}
_REST: Final = "#5c6068"


def treemap_picture(rows: Sequence[CoverageRow], label: Label, link: Link) -> Picture:
    """Draw each facet as a field of its concepts, as large as they are frequent.

    Colour tells whether both sides are there; what of a facet has no room stands together at its end. A concept leads
    to the needs that have it where nobody offers it, else to the offers.
    """
    facets = _by_facet(rows)
    fields = squarified([_size(of) for of in facets.values()], Box(0, 0, _WIDTH, _HEIGHT))
    cells: list[dict[str, object]] = []
    heads: list[dict[str, object]] = []
    for (facet, of), field in zip(facets.items(), fields, strict=True):
        heads.append(_head(label("facet", facet), field))
        cells.extend(_cells(of, _inside(field), label, link))
    words = [*(label("coverage", one.value) for one in Coverage), label("picture", "smaller-concepts")]
    return {
        "width": _WIDTH,
        "height": _HEIGHT,
        "description": label("picture", "coverage"),
        "layer": [_boxes(cells, words), _names(cells), _heads(heads)],
    }


def _by_facet(rows: Iterable[CoverageRow]) -> Mapping[str, list[CoverageRow]]:
    facets: defaultdict[str, list[CoverageRow]] = defaultdict(list)
    for row in rows:
        facets[row.facet].append(row)
    return dict(sorted(facets.items(), key=lambda facet: (-_size(facet[1]), facet[0])))


def _size(rows: Iterable[CoverageRow]) -> int:
    return sum(row.needs + row.offers for row in rows)


def _inside(field: Box) -> Box:
    """Return what of a facet's field is left below its head."""
    return Box(field.x + _GAP, field.y + _HEAD, max(field.width - 2 * _GAP, 0), max(field.height - _HEAD - _GAP, 0))


def _head(name: str, field: Box) -> dict[str, object]:
    return {"x": field.x + _GAP, "y": field.y + _HEAD / 2, "text": _fitting(name, field.width - 2 * _GAP)}


def _cells(rows: list[CoverageRow], field: Box, label: Label, link: Link) -> Iterable[dict[str, object]]:
    shown, rest = rows[:MOST_OF_A_FACET], rows[MOST_OF_A_FACET:]
    sizes = [*(row.needs + row.offers for row in shown), *([_size(rest)] if rest else [])]
    order = sorted(range(len(sizes)), key=lambda at: -sizes[at])
    boxes = dict(zip(order, squarified([sizes[at] for at in order], field), strict=True))
    for at, row in enumerate(shown):
        side = "needs" if row.coverage is Coverage.NEEDED else "offers"
        counts = f"{row.needs} : {row.offers}"
        word = label("coverage", row.coverage.value)
        both = f"{label('column', 'needs')} {row.needs} · {label('column', 'offers')} {row.offers}"
        said = f"{row.name} · {both} · {word}"
        yield _cell(boxes[at], row.name, counts, word, said) | {"href": link(f"{side}-of-concept", row.concept)}
    if rest:
        word = label("picture", "smaller-concepts")
        yield _cell(boxes[len(shown)], f"+ {len(rest)}", "", word, f"{word}: {len(rest)}") | {"href": "#table"}


def _cell(box: Box, name: str, counts: str, word: str, said: str) -> dict[str, object]:
    lines = _wrapped(name, box)
    return {
        "x": box.x,
        "x2": box.x + box.width,
        "y": box.y,
        "y2": box.y + box.height,
        "lines": [*lines, counts] if counts and lines and box.height >= _LINE * (len(lines) + 1) + 4 else lines,
        "state": word,
        "said": said,
    }


def _wrapped(name: str, box: Box) -> list[str]:
    """Return a name in as many lines as fit into a box, the last one cut; none where not even a few letters do."""
    room, most = box.width - 8, int((box.height - 6) // _LINE)
    if most < 1 or room < 4 * _LETTER:
        return []
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if _wide(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[: min(most, 3)]
    if len(kept) < len(lines):
        kept[-1] = f"{kept[-1]} {lines[len(kept)]}"
    return [_fitting(line, room) for line in kept]


def _fitting(text: str, room: float) -> str:
    if _wide(text) <= room:
        return text
    while text and _wide(text) + _LETTER > room:
        text = text[:-1]
    return f"{text.rstrip()}…" if len(text) > 1 else ""


def _wide(text: str) -> float:
    """Return how wide a text is about; a Korean syllable takes twice the room of a letter."""
    return sum(_LETTER * (1.75 if unicodedata.east_asian_width(letter) in "WF" else 1) for letter in text)


def _boxes(cells: list[dict[str, object]], words: list[str]) -> Layer:
    return {
        "data": values(cells),
        "mark": {"type": "rect", "stroke": "white", "strokeWidth": 1, "cornerRadius": 2},
        "encoding": {
            **_place("x", "y"),
            "x2": {"field": "x2"},
            "y2": {"field": "y2"},
            "href": plain("href"),
            "description": plain("said"),
            "color": nominal("state", words, [*COLOURS.values(), _REST]),
        },
    }


def _names(cells: list[dict[str, object]]) -> Layer:
    lines = [line for cell in cells for line in _written(cell)]
    return {
        "data": values(lines),
        "mark": {
            "type": "text",
            "aria": False,
            "color": "white",
            "fontSize": 11,
            "align": "center",
            "baseline": "middle",
        },
        "encoding": {**_place("x", "y"), "href": plain("href"), "text": plain("text")},
    }


def _written(cell: Mapping[str, Any]) -> Iterable[dict[str, object]]:
    """Return the lines of a cell, each with its place, so that together they stand in the middle."""
    middle, lines = (cell["x"] + cell["x2"]) / 2, cell["lines"]
    top = (cell["y"] + cell["y2"] - _LINE * (len(lines) - 1)) / 2
    for at, line in enumerate(lines):
        yield {"x": middle, "y": top + _LINE * at, "text": line, "href": cell["href"]}


def _heads(heads: list[dict[str, object]]) -> Layer:
    return {
        "data": values(heads),
        "mark": {"type": "text", "fontSize": 12, "fontWeight": "bold", "align": "left", "baseline": "middle"},
        "encoding": {**_place("x", "y"), "text": plain("text")},
    }


def _place(x: str, y: str) -> dict[str, object]:
    return {
        "x": {"field": x, "type": "quantitative", "axis": None, "scale": {"domain": [0, _WIDTH], "nice": False}},
        "y": {
            "field": y,
            "type": "quantitative",
            "axis": None,
            "scale": {"domain": [0, _HEIGHT], "nice": False, "reverse": True},
        },
    }
