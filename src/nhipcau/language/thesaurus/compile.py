"""The SKOS files (Turtle) of the thesaurus come in; the tables that are read at run time go out, as JSON.

Run ``python -m nhipcau.language.thesaurus.compile`` after editing a ``.ttl`` file. Nothing else here needs rdflib.
"""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any, Final

from nhipcau.language.thesaurus import trade_turtle

FOLDER: Final = Path(__file__).parent
SCHEMES: Final = ("sectors", "activities")
COMPILED: Final = "concepts.json"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_LANGUAGES: Final = ("vi", "ko", "en")


def compiled() -> str:
    """Return the JSON text that belongs to the Turtle files as they are now."""
    table = {scheme: _scheme((FOLDER / f"{scheme}.ttl").read_text(encoding="utf-8")) for scheme in SCHEMES}
    return json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> None:
    """Write the tables beside the Turtle files."""
    (FOLDER / COMPILED).write_text(compiled(), encoding="utf-8")
    (FOLDER / trade_turtle.COMPILED).write_text(trade_turtle.compiled_trade(FOLDER), encoding="utf-8")


def _scheme(turtle: str) -> dict[str, Any]:
    rdflib = importlib.import_module("rdflib")
    skos = rdflib.Namespace(_SKOS)
    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    subjects = sorted(graph.subjects(rdflib.RDF.type, skos.Concept))
    collection = graph.value(predicate=rdflib.RDF.type, object=skos.Collection)
    return {
        "concepts": {str(graph.value(node, skos.notation)): _concept(graph, skos, node) for node in subjects},
        "not_meant": _labels(graph, collection, skos.hiddenLabel),
    }


def _concept(graph: Any, skos: Any, node: Any) -> dict[str, Any]:
    preferred = {label.language: str(label) for label in graph.objects(node, skos.prefLabel)}
    related = {
        name: sorted(str(graph.value(other, skos.notation)) for other in graph.objects(node, skos[name]))
        for name in ("broader", "narrower")
    }
    return {
        "labels": preferred,
        "other_labels": _labels(graph, node, skos.altLabel),
        "hidden_labels": _labels(graph, node, skos.hiddenLabel),
        **related,
    }


def _labels(graph: Any, node: Any, predicate: Any) -> dict[str, list[str]]:
    labels = list(graph.objects(node, predicate))
    return {language: sorted(str(label) for label in labels if label.language == language) for language in _LANGUAGES}


if __name__ == "__main__":
    main()
