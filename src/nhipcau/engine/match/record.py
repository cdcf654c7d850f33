"""A need or an offer as a file has it (names and values) comes in; a listing goes out, and a fit as a row.

The shape is ``id, kind, language, text, place`` with ``requirements`` (``property, op, value, unit, must, on``) or
``attributes`` (``property, value, unit, denied, on, evidence``), which a table holds as JSON text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from nhipcau.facts.errors import BadInput
from nhipcau.facts.market import Attribute, Comparison, ItemKind, Listing, Requirement
from nhipcau.facts.matching import Fit
from nhipcau.language.detect import language_of

_LANGUAGES = ("vi", "ko", "en")
LONGEST_TEXT = 50_000
MOST_STATED = 1_000


def listing_from(record: Mapping[str, object]) -> Listing:
    """Return the listing of a record; raises ``BadInput`` with what is wrong with it.

    A language that is missing is judged by the text. What the text or a value says is taken as it is: it is data.
    """
    identifier = _text(record, "id")
    text = _text(record, "text")
    if not identifier:
        raise BadInput("error.listing-without-id")
    if len(text) > LONGEST_TEXT:
        raise BadInput("error.listing-too-long", id=identifier, most=LONGEST_TEXT)
    language = _text(record, "language") or language_of(text)
    return Listing(
        id=identifier,
        kind=_kind(identifier, _text(record, "kind")),
        language=language if language in _LANGUAGES else "en",
        text=text,
        place=_text(record, "place") or None,
        requirements=tuple(_requirement(identifier, one) for one in _stated(identifier, record, "requirements")),
        attributes=tuple(_attribute(identifier, one) for one in _stated(identifier, record, "attributes")),
        concepts=_words(identifier, record, "concepts"),
        dropped=_words(identifier, record, "dropped"),
        organisation=_text(record, "organisation"),
    )


def fit_record(fit: Fit, reasons: Sequence[str]) -> dict[str, object]:
    """Return the row of a fit: unmet and not stated are codes of properties, reasons sentences."""
    return {
        "need": fit.need,
        "offer": fit.offer,
        "score": fit.score,
        "near": fit.near,
        "unmet": [check.requirement.property for check in fit.gaps],
        "not_stated": [check.requirement.property for check in fit.open_questions],
        "reasons": list(reasons),
    }


def _text(record: Mapping[str, object], name: str) -> str:
    value = record.get(name)
    return "" if value is None else str(value).strip()


def _words(identifier: str, record: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = _unpacked(identifier, record, name)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def _kind(identifier: str, written: str) -> ItemKind:
    try:
        return ItemKind(written)
    except ValueError:
        raise BadInput("error.listing-kind", id=identifier, kind=written, kinds=", ".join(ItemKind)) from None


def _stated(identifier: str, record: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    value = _unpacked(identifier, record, name)
    if value is None:
        return []
    if not isinstance(value, list | tuple) or not all(isinstance(one, Mapping) for one in value):
        raise BadInput("error.listing-field", id=identifier, field=name)
    if len(value) > MOST_STATED:
        raise BadInput("error.listing-too-many", id=identifier, field=name, most=MOST_STATED)
    return list(value)


def _unpacked(identifier: str, record: Mapping[str, object], name: str) -> object:
    """Return a list as it is, or from the JSON text of a table's cell."""
    value = record.get(name)
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value) if value.strip() else []
    except (ValueError, RecursionError):
        raise BadInput("error.listing-field", id=identifier, field=name) from None


def _requirement(identifier: str, stated: Mapping[str, object]) -> Requirement:
    written = _text(stated, "op") or Comparison.HAS.value
    try:
        comparison = Comparison(written)
    except ValueError:
        raise BadInput("error.listing-field", id=identifier, field=f"requirements.op: {written[:20]}") from None
    return Requirement(
        property=_text(stated, "property"),
        comparison=comparison,
        value=_value(stated.get("value")),
        unit=_text(stated, "unit"),
        must=stated.get("must") is not False,
        on=_on(identifier, stated),
    )


def _attribute(identifier: str, stated: Mapping[str, object]) -> Attribute:
    if not _text(stated, "property"):
        raise BadInput("error.listing-field", id=identifier, field="attributes.property")
    return Attribute(
        property=_text(stated, "property"),
        value=_value(stated.get("value")),
        unit=_text(stated, "unit"),
        denied=stated.get("denied") is True,
        on=_on(identifier, stated),
        evidence=_text(stated, "evidence"),
    )


def _on(identifier: str, stated: Mapping[str, object]) -> date | None:
    written = _text(stated, "on")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise BadInput("error.listing-field", id=identifier, field=f"on: {written[:20]}") from None


def _value(written: object) -> Decimal | str:
    if isinstance(written, bool) or not isinstance(written, int | float | Decimal):
        return "" if written is None else str(written)
    try:
        value = Decimal(str(written))
    except InvalidOperation:
        return str(written)
    return value if value.is_finite() else str(written)
