"""The verb that posts, whose it is and the parts come in; the need or offer posted goes out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from nhipcau.cli.file_bytes import file_bytes
from nhipcau.cli.office import keeper, open_office
from nhipcau.facts.market import Item
from nhipcau.language.encoding import decode

Some = TypeVar("Some", bound=Item)

_STANDARD_INPUT = "-"
_FILE = "@"


def post_item(post: Callable[..., Some], organisation: str, parts: Mapping[str, Any], text: str) -> Some:
    """Post it; the text may be "-" for standard input, or a file's name after "@"."""
    office = open_office()
    said = {name: value for name, value in parts.items() if value not in ("", None)}
    return post(office, keeper(), organisation, text=_text(text, office.limits.largest_upload), **said)


def _text(typed: str, limit: int) -> str:
    if typed == _STANDARD_INPUT:
        return decode(sys.stdin.buffer.read(limit)).text
    if typed.startswith(_FILE):
        return decode(file_bytes(Path(typed.removeprefix(_FILE)), limit)).text
    return typed
