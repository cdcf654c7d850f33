"""What interpreters have to do, and how long firms wait, come in; bars a person can compare go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from nhipcau.programme.events.figure_views import InterpreterLoad, PartyBreaks
from nhipcau.report.pictures.render import Layer, Link, Picture, nominal, plain, values
from nhipcau.report.tables import Label

MOST_BARS: Final = 60
_ROW: Final = 30
_COLOURS: Final = ("#2a5d96", "#8fa6bd")


def load_picture(loads: Iterable[InterpreterLoad], label: Label, link: Link) -> Picture:
    """Draw the minutes each interpreter works, and those that are left of being there, the busiest first."""
    shown = sorted(loads, key=lambda load: (-load.minutes, load.name.casefold(), load.interpreter_id))[:MOST_BARS]
    words = [label("picture", code) for code in ("minutes-interpreting", "minutes-free")]
    rows = [
        part
        for load in shown
        for part in _bar(
            load.name,
            load.interpreter_id,
            dict(zip(words, ((0, load.minutes), (load.minutes, max(load.minutes, load.present))), strict=True)),
            link("interpreter", load.interpreter_id),
        )
    ]
    return _bars(rows, {load.interpreter_id: load.name for load in shown}, words, label("picture", "interpreter-load"))


def breaks_picture(parties: Iterable[PartyBreaks], label: Label, link: Link) -> Picture:
    """Draw how many meetings each registration has to the right, how many times it waits to the left, most first.

    They are never stacked: a meeting and a wait make no sum.
    """
    shown = sorted(parties, key=lambda it: (-it.breaks, -it.meetings, it.name.casefold(), it.registration_id))
    shown = shown[:MOST_BARS]
    words = [label("picture", code) for code in ("meetings-of-party", "breaks-of-party")]
    rows = [
        part
        for party in shown
        for part in _bar(
            party.name,
            party.registration_id,
            dict(zip(words, ((0, party.meetings), (-party.breaks, 0)), strict=True)),
            link("registration", party.registration_id),
        )
    ]
    return _bars(rows, {it.registration_id: it.name for it in shown}, words, label("picture", "party-breaks"))


def _bar(name: str, thing_id: str, parts: Mapping[str, tuple[int, int]], href: str) -> Iterable[dict[str, object]]:
    for kind, (start, end) in parts.items():
        if end > start:
            said = f"{name} · {kind}: {end - start}"
            bar = {"id": thing_id, "name": name, "kind": kind, "number": end - start, "href": href, "said": said}
            yield {**bar, "start": start, "end": end, "middle": (start + end) / 2}


def _bars(rows: list[dict[str, object]], names: Mapping[str, str], words: Sequence[str], said: str) -> Picture:
    # A name stands also where there is no bar: who has no meeting at all is to be seen.
    y: Layer = {"field": "id", "type": "nominal", "title": None, "axis": None, "scale": {"domain": list(names)}}
    shared: Layer = {"y": y, "href": plain("href"), "description": plain("said")}
    whole = {"labelExpr": "format(abs(datum.value), 'd')", "tickMinStep": 1}
    bars: Layer = {
        "data": values(rows),
        "mark": {"type": "bar", "stroke": "white", "strokeWidth": 1, "height": 18},
        "encoding": {
            **shared,
            "x": {"field": "start", "type": "quantitative", "title": None, "axis": whole},
            "x2": {"field": "end"},
            "color": nominal("kind", words, _COLOURS),
        },
    }
    numbers: Layer = {
        "data": values(rows),
        "mark": {"type": "text", "fontSize": 12, "fontWeight": "bold", "aria": False},
        "encoding": {
            **shared,
            "x": {"field": "middle", "type": "quantitative"},
            "text": plain("number"),
            "color": {"condition": {"test": {"field": "kind", "equal": words[0]}, "value": "white"}, "value": "black"},
        },
    }
    beside: Layer = {
        "data": values([{"id": one, "name": name} for one, name in names.items()]),
        "mark": {"type": "text", "align": "right", "fontSize": 12, "limit": 300, "aria": False},
        "encoding": {"y": y, "x": {"value": -10}, "text": plain("name")},
    }
    return {"width": 480, "height": max(_ROW * len(names), 60), "description": said, "layer": [bars, numbers, beside]}
