"""An event as a file names it: the problem with the names of its parts, so that an answer can speak of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nhipcau.facts.scheduling import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFile:
    """One file: ``record`` is what was read, as JSON; names stand in the order of the problem's numbers.

    ``slots`` are the first and last moment of each slot, with the zone of the event.
    """

    record: dict[str, Any]
    problem: Problem
    slots: tuple[tuple[datetime, datetime], ...]
    firms: tuple[str, ...]
    people: tuple[str, ...]
    rooms: tuple[str, ...]
    interpreters: tuple[str, ...]
