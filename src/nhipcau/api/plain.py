"""Facts come in, JSON goes out: dates as ISO 8601 or EDTF, decimals as text, codes as they are."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def as_json(value: object) -> bytes:
    """Return a fact, a view or a page as JSON."""
    kind: Any = type(value)
    return _adapter(kind).dump_json(value)


def plain(value: object) -> object:
    """Return a value as what JSON can hold; what it cannot hold becomes text."""
    return TypeAdapter(object).dump_python(value, mode="json", fallback=str)
