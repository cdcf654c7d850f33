"""Who met whom at an event comes in; a picture with the hosts on the left and the guests on the right goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from nhipcau.facts.event import EventSide
from nhipcau.programme.events.figure_views import MetPair, MetParty, WhoMet
from nhipcau.report.pictures.render import ELSEWHERE, KOREA, VIETNAM, Layer, Link, Picture, nominal, plain, values
from nhipcau.report.pictures.sides import placed
from nhipcau.report.tables import Label

MOST_PARTIES: Final = 80
_ROW: Final = 30
_SIDE: Final = {EventSide.HOST: 0.0, EventSide.GUEST: 1.0}
_COLOURS: Final = (VIETNAM, KOREA)
_NEXT: Final = "#2e7d4f"
_BULGE: Final = 0.16
_LONGEST: Final = 38


def most_met(met: WhoMet) -> WhoMet:
    """Keep the ``MOST_PARTIES`` that met the most: more than that nobody can read."""
    counts = _counts(met)
    kept = sorted(met.parties, key=lambda it: (-counts[it.registration_id], it.registration_id))[:MOST_PARTIES]
    ids = {party.registration_id for party in kept}
    return WhoMet(parties=tuple(kept), pairs=tuple(it for it in met.pairs if {it.one_id, it.other_id} <= ids))


def who_met_picture(met: WhoMet, label: Label, link: Link) -> Picture:
    """Draw parties as nodes and meetings as lines; those with a next step have another colour and are thicker."""
    part = most_met(met)
    sides = {at: [it.registration_id for it in part.parties if _SIDE[it.side] == at] for at in _SIDE.values()}
    places = placed(sides, ((pair.one_id, pair.other_id) for pair in part.pairs))
    counts = _counts(part)
    nodes = [_node(party, places, counts[party.registration_id], label, link) for party in part.parties]
    names = {party.registration_id: party.name for party in part.parties}
    lines = [point for pair in part.pairs for point in _line(pair, places, names, label, link)]
    return {
        "width": 420,
        "height": max(_ROW * max(map(len, sides.values())), 120),
        "description": label("picture", "who-met"),
        "resolve": {"scale": {"color": "independent", "shape": "independent", "strokeWidth": "independent"}},
        "layer": [_edges(lines, label), _nodes(nodes, label), *(_names(nodes, side) for side in _SIDE.values())],
    }


def _counts(met: WhoMet) -> Counter[str]:
    return Counter(side for pair in met.pairs for side in (pair.one_id, pair.other_id))


def _node(
    party: MetParty, places: Mapping[str, tuple[float, float]], meetings: int, label: Label, link: Link
) -> dict[str, object]:
    side, row = places[party.registration_id]
    word = label("event-side", party.side.value)
    name = party.name if len(party.name) <= _LONGEST else f"{party.name[: _LONGEST - 1].rstrip()}…"
    said = f"{party.name} · {word} · {label('picture', 'meetings')}: {meetings}"
    href = link("registration", party.registration_id)
    return {"x": side, "y": row, "name": name, "side": word, "meetings": meetings, "said": said, "href": href}


def _line(
    pair: MetPair,
    places: Mapping[str, tuple[float, float]],
    names: Mapping[str, str],
    label: Label,
    link: Link,
) -> Sequence[dict[str, object]]:
    start, end = places[pair.one_id], places[pair.other_id]
    points = [start, end]
    if start[0] == end[0]:
        points.insert(1, (start[0] + (_BULGE if start[0] < 1 else -_BULGE), (start[1] + end[1]) / 2))
    kind = label("picture", "met-with-next-step" if pair.next_step else "met")
    said = f"{names[pair.one_id]} – {names[pair.other_id]} · {kind}"
    shared = {"pair": pair.request_id, "kind": kind, "said": said, "href": link("meeting", pair.request_id)}
    return [{**shared, "x": x, "y": y, "order": order} for order, (x, y) in enumerate(points)]


def _edges(lines: list[dict[str, object]], label: Label) -> Layer:
    words = [label("picture", kind) for kind in ("met", "met-with-next-step")]
    return {
        "data": values(lines),
        "mark": {"type": "line", "interpolate": "basis", "opacity": 0.6},
        "encoding": {
            **_PLACE,
            "detail": plain("pair"),
            "order": {"field": "order", "type": "quantitative"},
            "href": plain("href"),
            "description": plain("said"),
            "color": nominal("kind", words, (ELSEWHERE, _NEXT)),
            "strokeWidth": nominal("kind", words, (1.5, 3.5)),
        },
    }


def _nodes(nodes: list[dict[str, object]], label: Label) -> Layer:
    words = [label("event-side", side.value) for side in EventSide]
    size = {"domain": [1, 20], "range": [60, 420], "clamp": True}
    return {
        "data": values(nodes),
        "mark": {"type": "point", "filled": True, "opacity": 1},
        "encoding": {
            **_PLACE,
            "href": plain("href"),
            "description": plain("said"),
            "size": {"field": "meetings", "type": "quantitative", "scale": size, "legend": None},
            "color": nominal("side", words, _COLOURS),
            "shape": nominal("side", words, ("circle", "square")),
        },
    }


def _names(nodes: list[dict[str, object]], side: float) -> Layer:
    align = {"align": "right", "dx": -16} if side < 1 else {"align": "left", "dx": 16}
    return {
        "data": values([node for node in nodes if node["x"] == side]),
        "mark": {"type": "text", "fontSize": 12, "aria": False, **align},
        "encoding": {**_PLACE, "href": plain("href"), "text": plain("name")},
    }


_PLACE: Final[Mapping[str, object]] = {
    "x": {"field": "x", "type": "quantitative", "scale": {"domain": [0, 1]}, "axis": None},
    "y": {
        "field": "y",
        "type": "quantitative",
        "scale": {"reverse": True, "nice": False, "padding": 18},
        "axis": None,
    },
}
