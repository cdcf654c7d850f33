"""An entry of the history and its row."""

from __future__ import annotations

from nhipcau.facts.change import Change
from nhipcau.store.models import ChangeRow
from nhipcau.store.rows.table import Table

_SAME = ("id", "batch", "at", "actor_id", "actor_name", "verb", "kind", "subject_id", "undoes")


def _columns(change: Change) -> dict[str, object]:
    same = {name: getattr(change, name) for name in _SAME}
    before = None if change.before is None else dict(change.before)
    after = None if change.after is None else dict(change.after)
    return {**same, "before": before, "after": after}


def _fact(row: ChangeRow) -> Change:
    return Change(**{name: getattr(row, name) for name in (*_SAME, "before", "after")})


CHANGES: Table[Change, ChangeRow] = Table(model=ChangeRow, kind="change", columns=_columns, fact=_fact, versioned=False)
