"""The four states of a value that was looked for in a document."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """How a value is known."""

    STATED = "stated"
    DERIVED = "derived"
    NOT_STATED = "not-stated"
    DISPUTED = "disputed"
