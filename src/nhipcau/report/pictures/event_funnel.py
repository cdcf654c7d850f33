"""How far the requests of an event came comes in; one bar a step goes out, each within the one before it."""

from __future__ import annotations

from typing import Final

from nhipcau.programme.events.figure_views import EventFunnel
from nhipcau.report.pictures.render import Layer, Link, Picture, plain, values
from nhipcau.report.tables import Label

_ROW: Final = 42
_COLOUR: Final = "#2f74b5"


def event_funnel_picture(funnel: EventFunnel, label: Label, link: Link) -> Picture:
    """Draw requests, accepted, scheduled, held, next step, from top to bottom, each with its number."""
    steps = {
        "requests": funnel.requests,
        "accepted": funnel.accepted,
        "scheduled": funnel.scheduled,
        "held": funnel.held,
        "next-step": funnel.next_step,
    }
    rows = [
        {"step": word, "number": number, "href": link("requests-at", step), "said": f"{word}: {number}"}
        for step, number in steps.items()
        for word in (label("event-step", step),)
    ]
    shared: Layer = {
        "y": {"field": "step", "type": "nominal", "sort": [row["step"] for row in rows], "title": None},
        "x": {
            "field": "number",
            "type": "quantitative",
            "title": label("picture", "meetings"),
            "axis": {"format": "d", "tickMinStep": 1},
        },
        "href": plain("href"),
        "description": plain("said"),
    }
    return {
        "width": 520,
        "height": _ROW * len(rows),
        "description": label("picture", "event-funnel"),
        "data": values(rows),
        "layer": [
            {"mark": {"type": "bar", "cornerRadiusEnd": 3, "height": 24, "color": _COLOUR}, "encoding": shared},
            {
                "mark": {"type": "text", "align": "left", "dx": 5, "fontSize": 12, "aria": False},
                "encoding": {**shared, "text": plain("number")},
            },
        ],
    }
