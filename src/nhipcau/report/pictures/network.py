"""Who signed with whom comes in; a picture with Vietnam on the left and Korea on the right goes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from nhipcau.programme.views import Network, NetworkEdge, NetworkNode
from nhipcau.report.pictures.render import ELSEWHERE, KOREA, VIETNAM, Layer, Link, Picture, nominal, plain, values
from nhipcau.report.pictures.sides import placed
from nhipcau.report.tables import Label

MOST_NODES: Final = 80
_ROW: Final = 34
_SIDE: Final = {"VN": 0.0, "KR": 1.0}
_MIDDLE: Final = 0.5
_BULGE: Final = 0.16


def shown(network: Network) -> Network:
    """Keep the ``MOST_NODES`` organisations with the most agreements: more than that nobody can read."""
    kept = sorted(network.nodes, key=lambda node: (-node.agreements, node.organisation_id))[:MOST_NODES]
    ids = {node.organisation_id for node in kept}
    edges = tuple(edge for edge in network.edges if edge.source in ids and edge.target in ids)
    return Network(nodes=tuple(kept), edges=edges)


def network_picture(network: Network, label: Label, link: Link) -> Picture:
    """Draw organisations as nodes and common agreements as lines, thicker where there are more.

    Countries differ in side, shape and colour. Every node leads to its organisation's page and every line to the
    agreements behind it.
    """
    part = shown(network)
    places = _places(part)
    nodes = [_node(node, places, label, link) for node in part.nodes]
    lines = [point for edge in part.edges for point in _line(edge, places, label, link)]
    height = max(_ROW * (1 + max((row for _, row in places.values()), default=0)), 120)
    return {
        "width": 520,
        "height": height,
        "description": label("picture", "network"),
        "layer": [_edges(lines), _nodes(nodes, label), *_labels(nodes)],
    }


def _places(network: Network) -> dict[str, tuple[float, float]]:
    sides: dict[float, list[str]] = defaultdict(list)
    for node in network.nodes:
        sides[_SIDE.get(node.country or "", _MIDDLE)].append(node.organisation_id)
    return placed(sides, ((edge.source, edge.target) for edge in network.edges))


def _node(node: NetworkNode, places: dict[str, tuple[float, float]], label: Label, link: Link) -> dict[str, object]:
    side, row = places[node.organisation_id]
    country = label("country", node.country) if node.country else label("picture", "country-unknown")
    return {
        "x": side,
        "y": row,
        "name": node.name,
        "text": node.acronym or _short(node.name),
        "country": country if side != _MIDDLE else label("picture", "elsewhere"),
        "agreements": node.agreements,
        "said": f"{node.name} · {country} · {node.agreements}",
        "href": link("organisation", node.organisation_id),
        "side": side,
    }


def _short(name: str, longest: int = 38) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def _line(
    edge: NetworkEdge, places: dict[str, tuple[float, float]], label: Label, link: Link
) -> list[dict[str, object]]:
    start, end = places[edge.source], places[edge.target]
    points = [start, end]
    if start[0] == end[0]:
        bulge = _BULGE if start[0] < 1 else -_BULGE
        points.insert(1, (start[0] + bulge, (start[1] + end[1]) / 2))
    count = len(edge.agreement_ids)
    href = link("agreement", edge.agreement_ids[0]) if count == 1 else link("agreements-of", edge.source)
    shared = {
        "edge": f"{edge.source} {edge.target}",
        "count": count,
        "href": href,
        "said": f"{label('picture', 'agreements-in-common')}: {count}",
    }
    return [{**shared, "x": x, "y": y, "order": order} for order, (x, y) in enumerate(points)]


def _edges(lines: list[dict[str, object]]) -> Layer:
    width = {"domain": [1, 6], "range": [1.5, 9], "clamp": True}
    return {
        "data": values(lines),
        "mark": {"type": "line", "interpolate": "basis", "color": ELSEWHERE, "opacity": 0.55, "strokeCap": "round"},
        "encoding": {
            **_PLACE,
            "detail": plain("edge"),
            "order": {"field": "order", "type": "quantitative"},
            "href": plain("href"),
            "description": plain("said"),
            "strokeWidth": {"field": "count", "type": "quantitative", "scale": width, "legend": None},
        },
    }


def _nodes(nodes: list[dict[str, object]], label: Label) -> Layer:
    words = [label("country", "VN"), label("country", "KR"), label("picture", "elsewhere")]
    size = {"domain": [1, 10], "range": [90, 500], "clamp": True}
    return {
        "data": values(nodes),
        "mark": {"type": "point", "filled": True, "opacity": 1},
        "encoding": {
            **_PLACE,
            "href": plain("href"),
            "description": plain("said"),
            "size": {"field": "agreements", "type": "quantitative", "scale": size, "legend": None},
            "color": nominal("country", words, [VIETNAM, KOREA, ELSEWHERE]),
            "shape": nominal("country", words, ["circle", "square", "diamond"]),
        },
    }


def _labels(nodes: list[dict[str, object]]) -> list[Layer]:
    return [
        _texts(nodes, "datum.side < 0.5", {"align": "right", "dx": -16}),
        _texts(nodes, "datum.side > 0.5", {"align": "left", "dx": 16}),
        _texts(nodes, "datum.side == 0.5", {"align": "center", "dy": -16}),
    ]


def _texts(nodes: list[dict[str, object]], which: str, where: dict[str, object]) -> Layer:
    return {
        "data": values(nodes),
        "transform": [{"filter": which}],
        "mark": {"type": "text", "fontSize": 13, **where},
        "encoding": {**_PLACE, "href": plain("href"), "text": plain("text")},
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
