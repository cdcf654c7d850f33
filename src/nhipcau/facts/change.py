"""One entry of the history: who did what to which thing when, before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one verb did to one thing.

    ``batch`` joins the changes of one verb; ``before`` and ``after`` are the thing's whole record
    (``None`` where it did not exist). ``undoes`` names the batch that this one takes back.
    Entries are only ever added; the database refuses to change or delete one.
    """

    id: str
    batch: str
    at: datetime
    actor_id: str
    actor_name: str
    verb: str
    kind: str
    subject_id: str
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None
    undoes: str | None = None
