"""A part of a record as the history kept it comes in; how an officer reads it goes out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final

from django.urls import reverse
from django.utils import timezone

from nhipcau.facts.market import Attribute, Comparison, Requirement
from nhipcau.language.thesaurus.vocabulary import vocabulary
from nhipcau.words import dates, numbers
from nhipcau.words.label_phrases import LABELS
from nhipcau.words.labels import label
from nhipcau.words.requirements import requirement, value_of

# What nobody asks of a history: the record's own bookkeeping.
SILENT: Final = frozenset(
    [
        "id",
        "version",
        "created_at",
        "created_by",
        "demo",
        "sha256",
        "text_sha256",
        "reader",
        "source_key",
        "import_id",
        "row",
        "left",
        "right",
        "score",
        "prior",
        "reasons",
        "vetoes",
        "weight",
        "origin",
        "proposed_at",
        "kept",
        "gone",
        "merged_at",
        "moved",
        "learned_names",
        "learned_identifiers",
        "learned_fields",
        "despite",
        "undone_at",
        "created_by_name",
        "found",
        "moved_at",
        "sent_at",
        "steps",
        "start",
        "end",
        "gaps",
        "questions",
        "routes",
        "open_gaps",
        "left_out",
        "taken",
        "starts_on",
        "rates_on",
        "made_at",
        "made_by",
        "made_by_name",
    ]
)
# The same word names something else in a body, a need, a doubtful pair: the first vocabulary that has the code.
_CODES: Final = {
    "type": ("agreement-type",),
    "status": ("agreement-status",),
    "code": ("activity",),
    "strength": ("strength",),
    "kind": ("party-kind", "item-kind", "kind"),
    "list": ("draft-list",),
    "state": ("draft-state", "item-state", "doubt-state"),
    "sectors": ("sector",),
    "stage": ("match-stage",),
    "accepted_by": ("side",),
    "declined_by": ("side",),
    "declined_reason": ("decline-reason",),
    "facet": ("facet",),
    "language": ("language",),
    "confidential": ("truth",),
}
_TRUTH: Final = {"True": "yes", "False": "no"}
_CONCEPTS: Final = frozenset({"concepts", "dropped", "broader"})
_DAYS: Final = frozenset(
    {"signed", "published", "due_on", "expires_on", "reviewed_on", "abandoned_on", "on", "as_of", "received_on"}
)
_MOMENTS: Final = frozenset({"decided_at", "received_at", "published_at"})
# Things that a record names by their number: the history leads to their pages.
_THINGS: Final = {
    "agreement_id": "agreement",
    "renewal_of": "agreement",
    "owner_id": "organisation",
    "parent_id": "organisation",
    "merged_into": "organisation",
    "person.merged_into": "person",
    "organisation_id": "organisation",
    "document_id": "document",
    "commitment_id": "commitment",
    "need_id": "need",
    "offer_id": "offer",
}
_LONGEST: Final = 600


def shown(key: str, value: object, language: str) -> str:
    """Write the part ``key`` of a record in words; "" where it is empty."""
    match value:
        case None | "" | [] | ():
            return ""
        case list() | tuple():
            text = "; ".join(filter(None, (shown(key, item, language) for item in value)))
        case Mapping() if key == "evidence":
            text = f"“{value.get('quote', '')}”" if value.get("quote") else ""
        case Mapping() if "property" in value:
            text = _term(value, language)
        case Mapping() if "currency" in value:
            text = numbers.money(_decimal(value["amount"]), str(value["currency"]), language)
        case Mapping():
            inside = ((str(inner), item) for inner, item in value.items() if not _bookkeeping(str(inner)))
            text = " · ".join(filter(None, (shown(inner, item, language) for inner, item in inside)))
        case _:
            text = _plain(key, str(value), language)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def address_of(key: str, value: object) -> str:
    """The page of the thing that a part names by its number; "" where it names none."""
    return reverse(f"web:{_THINGS[key]}", args=[value]) if key in _THINGS and isinstance(value, str) and value else ""


def _bookkeeping(key: str) -> bool:
    return key in SILENT or key in _THINGS or key.endswith(("_id", "_key", "key"))


def _term(value: Mapping[str, object], language: str) -> str:
    """Write a requirement of a need or a statement of an offer."""
    amount = value.get("value")
    said = _decimal(amount) if isinstance(amount, Mapping) else str(amount)
    code, unit = str(value["property"]), str(value.get("unit", ""))
    if "comparison" in value:
        comparison = Comparison(str(value["comparison"]))
        return requirement(Requirement(property=code, comparison=comparison, value=said, unit=unit), language)
    return f"{label('property', code, language)}: {value_of(Attribute(property=code, value=said, unit=unit), language)}"


def _decimal(value: object) -> Decimal:
    return Decimal(str(value["number"] if isinstance(value, Mapping) else value))


def _plain(key: str, value: str, language: str) -> str:
    if key in _CODES:
        code = _TRUTH.get(value, value) if key == "confidential" else value
        named = next((one for one in _CODES[key] if code in LABELS[one]), _CODES[key][-1])
        return label(named, code, language)
    if key in _CONCEPTS:
        known = vocabulary().concepts.get(value)
        return known.label(language) if known else value
    if key in _THINGS:
        return label("kind", _THINGS[key], language)
    if key in _DAYS:
        return dates.edtf(value, language)
    if key in _MOMENTS:
        return dates.moment(datetime.fromisoformat(value), language, timezone.get_default_timezone())
    return value
