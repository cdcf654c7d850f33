"""A status comes in for the OpenAPI document, the shape of its answer goes out."""

from __future__ import annotations

from typing import Any, Final

from nhipcau.api.problem import Problem

READING: Final[dict[Any, Any]] = dict.fromkeys((400, 401, 403, 404, 503), Problem)
CHANGING: Final[dict[Any, Any]] = READING | dict.fromkeys((409, 412, 413, 422, 428), Problem)
IF_MATCH: Final[dict[str, Any]] = {
    "parameters": [
        {
            "in": "header",
            "name": "If-Match",
            "required": True,
            "schema": {"type": "string"},
            "description": "The ETag of the entry as it was seen.",
        }
    ]
}
IF_NONE_MATCH: Final[dict[str, Any]] = {
    "parameters": [
        {
            "in": "header",
            "name": "If-None-Match",
            "required": False,
            "schema": {"type": "string"},
            "description": "An ETag that is known already: 304 where nothing changed.",
        }
    ]
}


def reads(shape: Any) -> dict[Any, Any]:
    """Return the answers of a route that reads."""
    return {200: shape} | READING


def changes(shape: Any, status: int = 200) -> dict[Any, Any]:
    """Return the answers of a route that changes something."""
    return {status: shape} | CHANGING
