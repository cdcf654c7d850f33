"""A reading comes in; the JSON object that other programs exchange goes out."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import TYPE_CHECKING

from nhipcau.facts.reading import Derivation, Dispute, Read
from nhipcau.facts.span import Span

if TYPE_CHECKING:
    from nhipcau.facts.reading import AgreementRead, Reading

Json = dict[str, object] | list[object] | str | float | bool | None


def to_record(reading: Reading, identifier: str) -> dict[str, Json]:
    """Return ``{"id", "language", "agreements", "figures", "legal_acts", "published", "reader", "dropped"}``.

    Every value carries ``span``: ``{"start", "end", "quote"}`` in code points of the document's text, or null.
    """
    return {
        "id": identifier,
        "language": reading.language,
        "agreements": [_agreement(item) for item in reading.agreements],
        "figures": [_plain(item) for item in reading.figures],
        "legal_acts": [_plain(item) for item in reading.legal_acts],
        "published": _plain(reading.published),
        "reader": reading.reader,
        "dropped": reading.dropped,
    }


def _agreement(agreement: AgreementRead) -> Json:
    record = _plain(agreement)
    if isinstance(record, dict):
        record["evidence"] = record.pop("span")
    return record


def _plain(value: object) -> Json:
    """Return a fact as plain JSON values; empty derivations and disputes are left out."""
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, (Read, Span, Derivation, Dispute)):
        named = {item.name: getattr(value, item.name) for item in fields(value)}
        return {name: _plain(item) for name, item in named.items() if name not in ("derived", "disputes") or item}
    return str(value)
