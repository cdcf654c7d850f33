"""Languages as people type them come in; ISO 639-1 codes go out, or mistakes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from nhipcau.facts.message import Message
from nhipcau.programme.forms import Form, clean

_CODE: Final = re.compile(r"[a-z]{2}")
_MOST: Final = 20
_TWO: Final = 2


def spoken(form: Form, name: str, typed: Sequence[object], *, required: bool = False) -> tuple[str, ...]:
    """Return language codes, each once, in their order."""
    codes = tuple(dict.fromkeys(code for code in (clean(one).lower() for one in typed) if code))
    if len(codes) > _MOST:
        form.refuse(name, Message("field.too-many", {"limit": _MOST}))
    if required and not codes:
        form.refuse(name, Message("field.required"))
    for code in codes:
        if not _CODE.fullmatch(code):
            form.refuse(name, Message("field.language-malformed", {"value": code}))
            return ()
    return codes


def pairs_spoken(form: Form, name: str, typed: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """Return pairs of two languages, each pair once whichever way round it was typed."""
    found: dict[frozenset[str], tuple[str, str]] = {}
    for number, pair in enumerate(typed, 1):
        codes = spoken(form, f"{name}.{number}", pair)
        if len(codes) == _TWO:
            found.setdefault(frozenset(codes), (codes[0], codes[1]))
        elif codes:
            form.refuse(f"{name}.{number}", Message("field.language-pair"))
    if not found:
        form.refuse(name, Message("field.required"))
    return tuple(found.values())
