"""A document's text comes in; a reading goes out: agreements, figures, legal acts, each with the words that say it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from nhipcau.engine.read import english, korean, vietnamese
from nhipcau.engine.read.figures import figures
from nhipcau.engine.read.legal_acts import legal_acts
from nhipcau.engine.read.page import Page, open_page
from nhipcau.facts.reading import AgreementRead, DateRead, Reading
from nhipcau.facts.span import Span
from nhipcau.language.text import Normalised

READER_VERSION = "rules/2"

Grammar = Callable[[Page], tuple[AgreementRead, ...]]
Record = TypeVar("Record")

_GRAMMARS: dict[str, Grammar] = {
    "vi": vietnamese.agreements,
    "ko": korean.agreements,
    "en": english.agreements,
}


def read_document(text: str, *, published: str | None = None) -> Reading:
    """Read one document.

    ``text`` is the document as it was given: every span of the reading counts its code points. ``published`` is the
    date of the page as EDTF where the caller knows it; it wins over a date that the text shows. A text in a language
    without a grammar gives a reading without agreements; no text raises.
    """
    page, normalised = open_page(text, published=published)
    grammar = _GRAMMARS.get(page.language)
    found = grammar(page) if grammar else ()
    shown = page.published_at
    reading = Reading(
        language=page.language,
        agreements=found,
        figures=figures(page, found),
        legal_acts=legal_acts(page),
        published=DateRead(value=shown.value, precision=shown.precision, span=page.span(shown.start, shown.end))
        if shown
        else None,
        reader=READER_VERSION,
    )
    return _given(reading, page.text, normalised, text)


def _given(reading: Reading, clean: str, normalised: Normalised, raw: str) -> Reading:
    """Return the reading with the spans of the text as it was given, without values that quote what is not there."""
    dropped = 0

    def located(value: Any) -> Any:
        nonlocal dropped
        if isinstance(value, Span):
            start, end = normalised.to_raw(value.start, value.end)
            return Span.of(raw, start, end)
        if isinstance(value, tuple):
            kept = tuple(item for item in value if _quotes(item, clean))
            dropped += len(value) - len(kept)
            return tuple(located(item) for item in kept)
        return _each_field(value, located)

    moved: Reading = located(reading)
    return replace(moved, dropped=dropped)


def _each_field(value: Record, change: Callable[[Any], Any]) -> Record:
    """Return a record with every field changed; what is not a record stays as it is."""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {item.name: change(getattr(value, item.name)) for item in fields(value)}
    return replace(value, **changed)


def _quotes(value: object, clean: str) -> bool:
    """Tell whether a value's span, if it has one, quotes the text."""
    span = getattr(value, "span", None)
    return not isinstance(span, Span) or (clean[span.start : span.end] == span.quote and span.start < span.end)
