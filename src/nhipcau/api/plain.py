"""Facts come in, JSON goes out: dates as ISO 8601 or EDTF, decimals as text, codes as they are."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter


@cache
def _adapter(kind: type[object]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def as_json(value: object) -> bytes:
    """Return a fact, a view or a page as JSON."""
    return _adapter(type(value)).dump_json(value)


def plain(value: object) -> object:
    """Return a value as what JSON can hold; what it cannot hold becomes text."""
    return TypeAdapter(object).dump_python(value, mode="json", fallback=str)
