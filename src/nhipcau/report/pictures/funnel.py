"""Where matches stand comes in; one pair of bars a stage goes out: how many ever came there, how many stand there."""

from __future__ import annotations

from typing import Final

from nhipcau.facts.deal import Stage
from nhipcau.programme.views import MatchFunnel
from nhipcau.report.pictures.render import Layer, Link, Picture, nominal, plain, values
from nhipcau.report.tables import Label

_REACHED: Final = "#8fa6bd"
_NOW: Final = "#2f74b5"
_DECLINED: Final = "#8a5a00"
_ROW: Final = 46


def funnel_picture(funnel: MatchFunnel, label: Label, link: Link) -> Picture:
    """Draw the stages from the first proposal down to the repeat order; what was declined stands apart below."""
    rows = [row for stage in Stage for row in _bars_of(stage, funnel, label, link)]
    stages = [label("match-stage", stage.value) for stage in Stage]
    kinds = [label("picture", kind) for kind in ("stage-reached", "stage-now", "stage-declined")]
    shared: Layer = {
        "y": {"field": "stage", "type": "nominal", "sort": stages, "title": None},
        "yOffset": {"field": "kind", "type": "nominal", "sort": kinds, "scale": {"paddingOuter": 0.1}},
        "x": {
            "field": "number",
            "type": "quantitative",
            "title": label("picture", "matches"),
            "axis": {"format": "d", "tickMinStep": 1},
        },
        "href": plain("href"),
        "description": plain("said"),
    }
    return {
        "width": 560,
        "height": _ROW * len(stages),
        "description": label("picture", "funnel"),
        "data": values(rows),
        "layer": [
            {
                "mark": {"type": "bar", "cornerRadiusEnd": 3},
                "encoding": {**shared, "color": nominal("kind", kinds, [_REACHED, _NOW, _DECLINED])},
            },
            {
                "mark": {"type": "text", "align": "left", "dx": 5, "fontSize": 12, "aria": False},
                "encoding": {**shared, "text": plain("number")},
            },
        ],
    }


def _bars_of(stage: Stage, funnel: MatchFunnel, label: Label, link: Link) -> list[dict[str, object]]:
    now, reached = funnel.now.get(stage, 0), funnel.reached.get(stage, 0)
    if stage is Stage.DECLINED:
        return [_bar(stage, "stage-declined", now, label, link)]
    return [_bar(stage, "stage-reached", reached, label, link), _bar(stage, "stage-now", now, label, link)]


def _bar(stage: Stage, kind: str, number: int, label: Label, link: Link) -> dict[str, object]:
    name, word = label("match-stage", stage.value), label("picture", kind)
    return {
        "stage": name,
        "kind": word,
        "number": number,
        "said": f"{name} · {word}: {number}",
        "href": link("matches-at", stage.value),
    }
