"""What a person typed of a need or an offer comes in; the form to show again, and the parts for the verb, go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final

from django.http import QueryDict

from nhipcau.facts.errors import InvalidFields
from nhipcau.facts.market import Attribute, Comparison, Item, Need, Requirement
from nhipcau.language.places import place_of
from nhipcau.language.properties import PROPERTIES
from nhipcau.language.properties.spellings import shown as shown_unit
from nhipcau.language.properties.spellings import unit_code
from nhipcau.programme.arguments import AttributeParts, RequirementParts
from nhipcau.web.forms import Form
from nhipcau.words import numbers
from nhipcau.words.market_labels import MARKET_LABELS
from nhipcau.words.requirements import unit, value_of

SPARE_ROWS: Final = 2
PLAIN: Final = ("kind", "language", "title", "text", "place", "agreement_id", "expires_on")
_WISH: Final = "wish"
_DENIED: Final = "yes"
_COLUMNS: Final = ("code", "comparison", "value", "unit", "must", "denied", "on", "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    """One row of requirements or attributes, as text; ``code`` is that of its property."""

    code: str = ""
    comparison: str = ""
    value: str = ""
    unit: str = ""
    must: str = ""
    denied: str = ""
    on: str = ""
    evidence: str = ""

    @property
    def empty(self) -> bool:
        """Tell whether the row says nothing."""
        return not (self.code or self.value.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A form of a need or an offer: its plain fields, its rows, and the concepts with what became of them.

    ``named`` are the concepts that the page showed, ``kept`` those left ticked, ``added`` those a person brought.
    """

    form: Form
    rows: tuple[TermRow, ...] = ()
    named: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = field(default=())

    def parts(self, terms: str, language: str) -> dict[str, Any]:
        """Return the parts that the verb asks for; ``terms`` is "requirements" or "attributes"."""
        values = self.form.values
        plain = {name: values.get(name, "") for name in PLAIN if name in values}
        said: Callable[[TermRow, str], Any] = attribute_parts if terms == "attributes" else requirement_parts
        return {
            **plain,
            "confidential": bool(values.get("confidential")),
            "concepts": [one for one in self.added if one in self.kept],
            "dropped": list(self.refused),
            terms: [said(row, language) for row in self.rows],
        }

    @property
    def refused(self) -> tuple[str, ...]:
        """Return the concepts that the person does not mean."""
        return tuple(dict.fromkeys((*(one for one in self.named if one not in self.kept), *self.dropped)))

    def with_room(self, most: int) -> list[TermRow]:
        """Return the rows with some empty ones at the end, as long as there may be more."""
        empty = next((at for at, row in enumerate(reversed(self.rows)) if not row.empty), len(self.rows))
        more = max(0, min(SPARE_ROWS - empty, most - len(self.rows)))
        return [*self.rows, *[TermRow()] * more]

    def wrong(self, mistakes: InvalidFields) -> Typed:
        """Return the same with the mistakes that the verb found."""
        return replace(self, form=Form(self.form.values, mistakes.fields))

    def adding(self, *, rows: Sequence[TermRow] = (), concept: str = "") -> Typed:
        """Return the same with more rows, or one concept more; empty rows at the end make room."""
        kept = list(self.rows)
        while rows and kept and kept[-1].empty:
            kept.pop()
        more = (concept,) if concept else ()
        return replace(
            self,
            rows=(*kept, *rows),
            named=(*self.named, *more),
            kept=(*self.kept, *more),
            added=(*self.added, *more),
            dropped=tuple(one for one in self.dropped if one != concept),
        )


def typed_in(query: QueryDict) -> Typed:
    """Return what was typed."""
    columns = [query.getlist(f"term_{name}") for name in _COLUMNS]
    longest = max(map(len, columns))
    filled = [[*column, *[""] * (longest - len(column))] for column in columns]
    rows = (TermRow(**dict(zip(_COLUMNS, cells, strict=True))) for cells in zip(*filled, strict=True))
    return Typed(
        form=Form({key: query.get(key, "") for key in query if not key.startswith("term_")}),
        rows=tuple(rows),
        named=tuple(query.getlist("named")),
        kept=tuple(query.getlist("kept")),
        added=tuple(query.getlist("added")),
    )


def typed_of(item: Item, language: str) -> Typed:
    """Return the form of an item as it is kept."""
    place = place_of(item.place) if item.place else None
    values = {
        "kind": item.kind.value,
        "language": item.language,
        "title": item.title,
        "text": item.text,
        "place": place.name(language) if place else item.place or "",
        "agreement_id": item.agreement_id or "",
        "expires_on": item.expires_on.isoformat(),
        "confidential": "yes" if item.confidential else "",
        "version": str(item.version),
        "organisation_id": item.organisation_id,
    }
    terms = item.requirements if isinstance(item, Need) else item.attributes
    return Typed(
        form=Form(values),
        rows=tuple(row_of(term, language) for term in terms),
        named=item.concepts,
        kept=item.concepts,
        added=item.concepts,
        dropped=item.dropped,
    )


def row_of(term: Requirement | Attribute, language: str) -> TermRow:
    """Return a requirement or an attribute as a row of the form, numbers and units as the reader writes them."""
    return TermRow(
        code=term.property,
        comparison=term.comparison.value if isinstance(term, Requirement) else "",
        value=_written(term, language),
        unit=unit(term.unit, language) if term.unit else "",
        must=("" if term.must else _WISH) if isinstance(term, Requirement) else "",
        denied=_DENIED if isinstance(term, Attribute) and term.denied else "",
        on=term.on.isoformat() if term.on else "",
        evidence=term.evidence if isinstance(term, Attribute) else "",
    )


def _written(term: Requirement | Attribute, language: str) -> str:
    if isinstance(term.value, Decimal):
        return numbers.number(term.value, language)
    coded = {"language", "degree", "ip_status"}
    return value_of(term, language) if term.property in coded else str(term.value)


def attribute_parts(row: TermRow, language: str) -> AttributeParts:
    """Return what a row of an offer says."""
    return {
        "property": row.code,
        "value": _code(row, language),
        "unit": _unit(row.unit),
        "on": row.on,
        "denied": row.denied == _DENIED,
        "evidence": row.evidence,
    }


def requirement_parts(row: TermRow, language: str) -> RequirementParts:
    """Return what a row of a need asks for; a comparison that is none is left to the property."""
    return {
        "property": row.code,
        "comparison": row.comparison if row.comparison in set(Comparison) else "",
        "value": _code(row, language),
        "unit": _unit(row.unit),
        "on": row.on,
        "must": row.must != _WISH,
    }


def _unit(typed: str) -> str:
    """Return the sign of a unit that is known in any language, so that readers of other languages know it too."""
    code = unit_code(typed)
    return shown_unit(code) if code else typed


def _code(row: TermRow, language: str) -> str:
    """Return the code of a word that one of the short lists has: the reader's "Đại học" is a bachelor."""
    typed = row.value.strip()
    for code, word in closed_words(row.code, language):
        if typed.casefold() == word.casefold():
            return code
    return row.value


def closed_words(code: str, language: str) -> list[tuple[str, str]]:
    """Return the words of a property with a short list of its own, each with its code; none for any other."""
    known = PROPERTIES.get(code)
    if known is None:
        return []
    if code == "language":
        return [(one, value_of(Attribute(property=code, value=one), language)) for one in _SPOKEN]
    vocabulary = code.replace("_", "-")
    words = MARKET_LABELS.get(vocabulary, {}) if code in {"degree", "ip_status"} else {}
    return [(one, value_of(Attribute(property=code, value=one), language)) for one in words]


_SPOKEN: Final = ("ko", "vi", "en", "zh", "ja")
