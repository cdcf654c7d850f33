"""The SKOS files (Turtle) of the trade facets come in; the rows of the table that is read at run time go out."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any, Final

from nhipcau.language.thesaurus.trade_concept import FACETS

COMPILED: Final = "trade.json"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_LANGUAGES: Final = ("vi", "ko", "en")
_HS: Final = "urn:hs:"
_ISIC: Final = "urn:isic:rev4:"


def compiled_trade(folder: Path) -> str:
    """Return the JSON text that belongs to the Turtle files in ``folder``, one concept a line."""
    rows = [row for facet in FACETS for row in _facet((folder / f"{facet}.ttl").read_text(encoding="utf-8"), facet)]
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _facet(turtle: str, facet: str) -> list[dict[str, Any]]:
    rdflib = importlib.import_module("rdflib")
    skos = rdflib.Namespace(_SKOS)
    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    nodes = sorted(graph.subjects(rdflib.RDF.type, skos.Concept))
    return [_row(graph, skos, node, facet) for node in nodes]


def _row(graph: Any, skos: Any, node: Any, facet: str) -> dict[str, Any]:
    matches = [str(other) for name in ("closeMatch", "exactMatch") for other in graph.objects(node, skos[name])]
    row = {
        "id": str(graph.value(node, skos.notation)),
        "facet": facet,
        "labels": {label.language: str(label) for label in graph.objects(node, skos.prefLabel)},
        "other": _labels(graph, node, skos.altLabel),
        "hidden": _labels(graph, node, skos.hiddenLabel),
        "broader": _ids(graph, node, skos.broader),
        "related": _ids(graph, node, skos.related),
        "hs": sorted(match.removeprefix(_HS) for match in matches if match.startswith(_HS)),
        "isic": sorted(match.removeprefix(_ISIC) for match in matches if match.startswith(_ISIC)),
        "note": str(graph.value(node, skos.scopeNote) or ""),
    }
    return {name: value for name, value in row.items() if value}


def _labels(graph: Any, node: Any, predicate: Any) -> dict[str, list[str]]:
    labels = list(graph.objects(node, predicate))
    found = {one: sorted(str(label) for label in labels if label.language == one) for one in _LANGUAGES}
    return {language: names for language, names in found.items() if names}


def _ids(graph: Any, node: Any, predicate: Any) -> list[str]:
    return sorted(str(other).rpartition(":")[2] for other in graph.objects(node, predicate))
