"""The field of a value comes in, the inputs to change it go out; what was typed into them comes back as parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext_lazy

from nhipcau.facts.draft import DraftValue
from nhipcau.facts.span import Span
from nhipcau.web.drafts.parts import PARTS, Part, Words, options_of
from nhipcau.web.forms import Form

_EMPTY: Final = gettext_lazy("Not stated")
_NO: Final = gettext_lazy("No")
_ALWAYS_ONE: Final = frozenset({"person-function", "strength", "figure-role"})
_SHORT: Final = frozenset({"number", "period", "yes", "mode"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One input of a form, in the words of the ``field`` component."""

    name: str
    label: Words
    type: str
    hint: Words = ""
    choices: list[tuple[str, str]] | None = None
    empty: Words | None = None
    size: str = ""
    required: bool = False


def inputs_of(field: str, values: Mapping[str, str], language: str) -> tuple[Input, ...]:
    """Return the inputs of a value's form."""
    return tuple(_input(part, values.get(part.name, ""), language) for part in PARTS[field])


def form_of(value: DraftValue) -> Form:
    """Return the form that shows a value as it stands, with the words that say it."""
    return Form(dict(value.content) | {"quote": value.span.quote if value.span else ""}, {}, f"{value.key}-")


def empty_form(field: str, asked: QueryDict) -> Form:
    """Return the form of a new value; words marked in the text are its quote, and its name where it has one."""
    quote = asked.get("quote", "").strip()
    first = PARTS[field][0]
    named = {first.name: quote} if quote and first.kind == "text" and len(quote) <= 500 else {}
    return Form(named | {"quote": quote, "start": asked.get("start", "")}, {}, f"new-{field}-")


def typed_content(field: str, typed: QueryDict, span: Span | None = None) -> dict[str, str]:
    """Return the parts of a value as they were typed, with the quote where it is another than that of ``span``."""
    content = {part.name: str(typed.get(part.name, "")) for part in PARTS[field] if part.name in typed}
    quote = str(typed.get("quote", "")).strip()
    if quote and (span is None or quote != span.quote.strip()):
        content["quote"] = quote
        start = str(typed.get("start", ""))
        if start.isdecimal():
            content["start"] = start
    return content


def _input(part: Part, value: str, language: str) -> Input:
    choices = options_of(part, value, language)
    kind = "select" if choices is not None else {"long": "textarea"}.get(part.kind, "text")
    empty: Words | None = None
    if choices is not None and not (value and (part.required or part.kind in _ALWAYS_ONE)):
        empty = _NO if part.kind == "yes" else _EMPTY
    return Input(
        name=part.name,
        label=part.label,
        type=kind,
        hint=part.hint,
        choices=choices,
        empty=empty,
        size="short" if part.kind in _SHORT else "",
        required=part.required,
    )
