"""One session of a timetable comes in; a picture of rows by slots goes out, coloured by who interprets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from nhipcau.facts.event import EventSlot
from nhipcau.facts.meeting import Meeting
from nhipcau.programme.events.grid import Grid, GridRow
from nhipcau.report.pictures.render import Layer, Link, Picture, nominal, plain, values
from nhipcau.report.tables import Label

MOST_ROWS: Final = 80
_ROW: Final = 30
_COLUMN: Final = 64
_HOW: Final = {"own-language": "#2e6b4a", "interpreted": "#2a5d96", "relayed": "#8a5a00"}
_LOCKED: Final = "◆"


def grid_picture(grid: Grid, names: Mapping[str, str], label: Label, link: Link) -> Picture:
    """Draw the first ``MOST_ROWS`` rows; ``names`` are those of registrations. Every field leads to its meeting."""
    rows = grid.rows[:MOST_ROWS]
    fields = [field for row in rows for slot in grid.slots for field in _fields(grid, row, slot, names, label, link)]
    shared: Layer = {
        "x": {
            "field": "slot",
            "type": "nominal",
            "sort": None,
            "title": None,
            "scale": {"domain": [_written(slot, grid.zone) for slot in grid.slots]},
            "axis": {"labelAngle": 0, "orient": "top"},
        },
        "y": {
            "field": "row",
            "type": "nominal",
            "title": None,
            "scale": {"domain": [row.id for row in rows]},
            "axis": None,
        },
        "href": plain("href"),
        "description": plain("said"),
    }
    return {
        "width": max(_COLUMN * len(grid.slots), 120),
        "height": max(_ROW * len(rows), 60),
        "description": label("picture", "timetable-grid"),
        "data": values(fields),
        "layer": [_boxes(shared, label), _marks(shared), _names(rows, shared["y"])],
    }


def _fields(
    grid: Grid, row: GridRow, slot: EventSlot, names: Mapping[str, str], label: Label, link: Link
) -> Iterable[dict[str, object]]:
    meetings = grid.cells.get((row.id, slot.key), ())
    if not meetings:
        return
    time = _written(slot, grid.zone)
    pairs = ", ".join(f"{names.get(one.asker_id, '')} – {names.get(one.asked_id, '')}" for one in meetings)
    how = label("interpreting", max((_how(one) for one in meetings), key=list(_HOW).index))
    said = [row.name, time, pairs, how]
    mark = str(len(meetings)) if len(meetings) > 1 else ""
    if any(one.locked for one in meetings):
        said.append(label("picture", "locked"))
        mark = f"{_LOCKED}{mark}"
    href = link("meeting", meetings[0].request_id)
    yield {"row": row.id, "slot": time, "how": how, "mark": mark, "href": href, "said": " · ".join(said)}


def _how(meeting: Meeting) -> str:
    return list(_HOW)[min(len(meeting.interpreter_ids), len(_HOW) - 1)]


def _written(slot: EventSlot, zone: str) -> str:
    return slot.starts.astimezone(ZoneInfo(zone)).strftime("%H:%M")


def _boxes(shared: Layer, label: Label) -> Layer:
    words = [label("interpreting", how) for how in _HOW]
    return {
        "mark": {"type": "rect", "stroke": "white", "strokeWidth": 2, "cornerRadius": 3},
        "encoding": {**shared, "color": nominal("how", words, list(_HOW.values()))},
    }


def _marks(shared: Layer) -> Layer:
    return {
        "mark": {"type": "text", "color": "white", "fontSize": 12, "fontWeight": "bold", "aria": False},
        "encoding": {**shared, "text": plain("mark")},
    }


def _names(rows: Sequence[GridRow], y: object) -> Layer:
    """Write names beside the rows: two rows may have one name, never one id."""
    return {
        "data": values([{"row": row.id, "name": row.name} for row in rows]),
        "mark": {"type": "text", "align": "right", "fontSize": 12, "limit": 300, "aria": False},
        "encoding": {"y": y, "x": {"value": -10}, "text": plain("name")},
    }
