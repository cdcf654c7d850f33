"""A draft as the history recorded it comes in; its name and what became of each of its values go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nhipcau.web.drafts.parts import PARTS, title_of
from nhipcau.words.labels import label

Record = Mapping[str, Any]


def recorded_name(record: Record) -> str:
    """Return the parties of a recorded draft, by acronym where they have one; "" where none is there."""
    parties = (
        value["content"].get("acronym") or value["content"].get("name", "")
        for value in _values(record).values()
        if value.get("field") == "party" and value.get("decision") != "rejected"
    )
    return " – ".join(filter(None, parties))


def value_differences(before: Record, after: Record, language: str) -> Iterator[tuple[str, str, str]]:
    """Lay the values that changed side by side: the field's name, what it said, what it says."""
    old, new = _values(before), _values(after)
    for key in {**old, **new}:
        left, right = old.get(key), new.get(key)
        if left != right:
            field = str((right or left or {}).get("field", ""))
            yield label("value-field", field, language), _said(left, language), _said(right, language)


def _values(record: Record) -> dict[str, Record]:
    values = record.get("values")
    if not isinstance(values, Sequence):
        return {}
    return {str(value.get("key", at)): value for at, value in enumerate(values) if isinstance(value, Mapping)}


def _said(value: Record | None, language: str) -> str:
    if value is None:
        return ""
    field, content = str(value.get("field", "")), value.get("content")
    title = title_of(field, content, language) if field in PARTS and isinstance(content, Mapping) else ""
    decision = label("decision", str(value.get("decision", "")), language)
    return f"{title or label('state', 'not-stated', language)} ({decision})"
