"""The reasons of a pair with their weights come in; a waterfall from the starting odds to the outcome goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nhipcau.report.pictures.render import Layer, Picture, nominal, plain, values
from nhipcau.report.tables import Label

_ROW: Final = 30
_FOR: Final = "#2e7d4f"
_AGAINST: Final = "#b3261e"
_ODDS: Final = "#55585e"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One bar: what it stands for, and the log2 odds before and behind it; ``odds`` marks the first and the last."""

    name: str
    start: float
    end: float
    odds: bool = False


def waterfall_picture(steps: Sequence[Step], label: Label) -> Picture:
    """Draw one bar a step, in their order from top to bottom, its weight written beside it."""
    rows = [_row(number, step, label) for number, step in enumerate(steps)]
    order = [str(row["name"]) for row in rows]
    shared: Layer = {
        "y": {"field": "name", "type": "nominal", "sort": order, "title": None, "axis": {"labelLimit": 260}},
        "description": plain("said"),
    }
    words = [label("picture", code) for code in ("odds", "for", "against")]
    bars: Layer = {
        "mark": {"type": "bar", "height": 18},
        "encoding": {
            **shared,
            "x": {"field": "start", "type": "quantitative", "title": label("picture", "log-odds")},
            "x2": {"field": "end"},
            "color": nominal("side", words, (_ODDS, _FOR, _AGAINST)),
        },
    }
    numbers: Layer = {
        "mark": {"type": "text", "align": "left", "dx": 6, "fontSize": 12},
        "encoding": {**shared, "x": {"field": "right", "type": "quantitative"}, "text": plain("written")},
    }
    return {
        "width": 460,
        "height": max(_ROW * len(rows), 60),
        "description": label("picture", "waterfall"),
        "data": values(rows),
        "layer": [bars, numbers],
    }


def _row(number: int, step: Step, label: Label) -> dict[str, object]:
    weight = step.end if step.odds else step.end - step.start
    side = "odds" if step.odds else "for" if weight >= 0 else "against"
    written = f"{weight:+.1f}"
    return {
        # Two steps of one name are two bars.
        "name": f"{number + 1}. {step.name}",
        "start": 0 if step.odds else step.start,
        "end": step.end,
        "right": max(step.start, step.end, 0.0),
        "side": label("picture", side),
        "written": written,
        "said": f"{step.name} · {written}",
    }
