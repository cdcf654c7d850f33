"""A draft and the agreement that it may report again come in; both side by side, row by row, go out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.draft import Decision, Draft
from nhipcau.programme.views import AgreementView
from nhipcau.web.drafts.parts import Words, title_of
from nhipcau.words import dates
from nhipcau.words.labels import label, label_of

# Field, title, and the codes of contradictions about it.
_ROWS: Final[tuple[tuple[str, Words, frozenset[str]], ...]] = (
    ("type", gettext_lazy("Type of paper"), frozenset({"proposal.other-type"})),
    ("party", gettext_lazy("Parties"), frozenset({"proposal.other-parties", "proposal.other-name"})),
    ("date", gettext_lazy("Date of signing"), frozenset({"proposal.other-date"})),
    ("place", gettext_lazy("Place of signing"), frozenset({"proposal.other-place"})),
    ("person", gettext_lazy("People"), frozenset()),
    ("sector", gettext_lazy("Sectors"), frozenset()),
    ("activity", gettext_lazy("Commitments"), frozenset()),
    ("figure", gettext_lazy("Figures"), frozenset({"proposal.other-figure"})),
)


@dataclass(frozen=True, slots=True)
class SameRow:
    """One thing as the register has it (``there``) and as this report has it (``here``)."""

    label: Words
    there: tuple[str, ...]
    here: tuple[str, ...]
    differs: bool


def same_rows(draft: Draft, known: AgreementView, language: str) -> tuple[SameRow, ...]:
    """Return the rows of the comparison; what neither side states is left out."""
    against = {message.code for message in draft.proposal.contradictions} if draft.proposal else set()
    rows = (
        SameRow(title, _there(known, field, language), _here(draft, field, language), bool(against & codes))
        for field, title, codes in _ROWS
    )
    return tuple(row for row in rows if row.here or row.there)


def _here(draft: Draft, field: str, language: str) -> tuple[str, ...]:
    values = (value for value in draft.values if value.field == field and value.decision is not Decision.REJECTED)
    return _each(title_of(field, value.content, language) for value in values)


def _there(view: AgreementView, field: str, language: str) -> tuple[str, ...]:
    known = view.agreement
    return _each(
        {
            "type": lambda: [label_of(known.type, language)],
            "party": lambda: [party.name for party in known.parties],
            "date": lambda: [dates.edtf(known.signed, language)] if known.signed else [],
            "place": lambda: [_place(known)],
            "person": lambda: [person.name for person in known.people],
            "sector": lambda: [label("sector", code, language) for code in known.sectors],
            "activity": lambda: [label("activity", row.commitment.code, language) for row in view.commitments],
            "figure": lambda: [
                title_of("figure", {"value": figure.value, "unit": figure.unit}, language) for figure in known.figures
            ],
        }[field]()
    )


def _place(agreement: Agreement) -> str:
    place = agreement.place
    return ", ".join(filter(None, (place.venue, place.city))) if place else ""


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
