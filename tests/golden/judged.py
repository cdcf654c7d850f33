"""A folder of articles with quoted gold records comes in; records with located spans go out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DEVELOP = "develop"
HELD_OUT = "held-out"


def load(folder: Path, half: str | None = None) -> list[dict[str, object]]:
    """Return the records of a folder in the order of their ids.

    A record NN.json stands beside its article NN.txt. Even numbers are the half to develop on, odd numbers the half
    that is held out; without a half, both are returned.
    """
    if half not in (None, DEVELOP, HELD_OUT):
        message = f"unknown half {half!r}: expected {DEVELOP!r} or {HELD_OUT!r}"
        raise ValueError(message)
    return [_record(path) for path in sorted(folder.glob("*.json")) if half in (None, half_of(path.stem))]


def half_of(identifier: str) -> str:
    """Return the half that an identifier such as vi_07 belongs to."""
    number = re.search(r"(\d+)$", identifier)
    if number is None:
        message = f"{identifier}: the identifier does not end in a number"
        raise ValueError(message)
    return HELD_OUT if int(number[1]) % 2 else DEVELOP


def _record(path: Path) -> dict[str, object]:
    record: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    return record | {"text": text, "gold": _located(record["gold"], text, path.name)}


def _located(value: object, text: str, file: str) -> object:
    """Replace every quote below a value by the span where it stands."""
    if isinstance(value, list):
        return [_located(item, text, file) for item in value]
    if not isinstance(value, dict):
        return value
    located: dict[str, object] = {}
    for key, item in value.items():
        if key == "quote":
            located["span"] = _span(item, text, file)
        elif key == "evidence":
            located[key] = _span(item, text, file)
        else:
            located[key] = _located(item, text, file)
    return located


def _span(quote: object, text: str, file: str) -> dict[str, object] | None:
    if quote is None:
        return None
    wanted, nth = (str(quote["text"]), int(quote.get("nth", 1))) if isinstance(quote, dict) else (str(quote), 1)
    start = -1
    for _ in range(nth):
        start = text.find(wanted, start + 1) if wanted else -1
        if start < 0:
            message = f"{file}: the quote {wanted!r} (occurrence {nth}) does not stand in the text"
            raise ValueError(message)
    return {"quote": wanted, "start": start, "end": start + len(wanted)}
