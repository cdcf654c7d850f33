"""Rows of requirements or attributes as a person typed them come in; typed facts go out, mistakes row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from nhipcau.facts.errors import BadInput
from nhipcau.facts.market import Attribute, Comparison, Requirement
from nhipcau.facts.message import Message
from nhipcau.language.properties import PROPERTIES, Form, Property, figure
from nhipcau.programme import forms
from nhipcau.programme.arguments import AttributeParts, RequirementParts

MOST_TERMS: Final = 200
_NUMBERS: Final = (Form.FIGURE, Form.DISTANCE)
_ASK_A_LIST: Final = (Comparison.HAS, Comparison.HAS_NOT)
_DATED: Final = "price"
_DECIMALS: Final = 9
_LONGEST_WORD: Final = 200
_LONGEST_UNIT: Final = 40
_LONGEST_EVIDENCE: Final = 2000


def requirements_of(form: forms.Form, rows: Sequence[RequirementParts], today: date) -> tuple[Requirement, ...]:
    """Return what a need asks for; a row with neither property nor value is passed over.

    A mistake of the third row is kept under ``requirements.3.value`` (or ``.property``, ``.unit`` …).
    """
    found = []
    for where, row in _rows(form, "requirements", rows, RequirementParts):
        known = _property(form, where, row)
        if known is None:
            continue
        value, unit = (
            _value(form, where, row, known),
            form.text(f"{where}.unit", row.get("unit"), longest=_LONGEST_UNIT),
        )
        comparison = _comparison(form, where, row, known, value)
        must, on = form.yes_no(f"{where}.must", row.get("must")), _on(form, where, row, known, today)
        if value is not None and _possible(form, where, known, value, unit):
            found.append(
                Requirement(
                    property=known.code,
                    comparison=comparison,
                    value=value,
                    unit=unit,
                    must=must is not False,
                    on=on,
                )
            )
    return tuple(dict.fromkeys(found))


def attributes_of(form: forms.Form, rows: Sequence[AttributeParts], today: date) -> tuple[Attribute, ...]:
    """Return what an offer states; mistakes are kept under ``attributes.3.value`` and so on."""
    found = []
    for where, row in _rows(form, "attributes", rows, AttributeParts):
        known = _property(form, where, row)
        if known is None:
            continue
        value, unit = (
            _value(form, where, row, known),
            form.text(f"{where}.unit", row.get("unit"), longest=_LONGEST_UNIT),
        )
        denied, on = form.yes_no(f"{where}.denied", row.get("denied")), _on(form, where, row, known, today)
        evidence = form.text(f"{where}.evidence", row.get("evidence"), longest=_LONGEST_EVIDENCE)
        if value is not None and _possible(form, where, known, value, unit):
            stated = Attribute(property=known.code, value=value, unit=unit, denied=denied is True, on=on)
            found.append(replace(stated, evidence=evidence))
    return tuple(dict.fromkeys(found))


def with_evidence(attributes: Iterable[Attribute], before: Iterable[Attribute]) -> tuple[Attribute, ...]:
    """Return attributes with the evidence and the day that were recorded for the same statement before."""
    known = {_statement(one): one for one in before if one.evidence}
    return tuple(
        replace(one, evidence=known[_statement(one)].evidence, on=one.on or known[_statement(one)].on)
        if not one.evidence and _statement(one) in known
        else one
        for one in attributes
    )


def _statement(attribute: Attribute) -> tuple[object, ...]:
    return attribute.property, attribute.value, attribute.unit, attribute.denied


def _rows(
    form: forms.Form, name: str, rows: Sequence[Mapping[str, object]], allowed: type
) -> list[tuple[str, Mapping[str, object]]]:
    """Return the rows that say something, each with the name that its mistakes begin with."""
    if len(rows) > MOST_TERMS:
        form.refuse(name, Message("field.too-many", {"limit": MOST_TERMS}))
        return []
    said = []
    for number, row in enumerate(rows, 1):
        for part in row:
            if part not in allowed.__annotations__:
                form.refuse(f"{name}.{number}.{part}", Message("field.unknown"))
        if any(forms.clean(row.get(part)) for part in ("property", "value")):
            said.append((f"{name}.{number}", row))
    return said


def _property(form: forms.Form, where: str, row: Mapping[str, object]) -> Property | None:
    return PROPERTIES.get(form.code(f"{where}.property", row.get("property"), tuple(PROPERTIES), required=True))


def _value(form: forms.Form, where: str, row: Mapping[str, object], known: Property) -> Decimal | str | None:
    typed, name = row.get("value"), f"{where}.value"
    if known.form in _NUMBERS and not _is_a_class(known, typed):
        if not forms.clean(typed):
            form.refuse(name, Message("field.required"))
        return form.number(name, typed, decimals=_DECIMALS)
    if known.form is Form.DAY:
        day = form.day(name, typed, required=True)
        return day.isoformat() if day else None
    return form.text(name, typed, longest=_LONGEST_WORD, required=True) or None


def _is_a_class(known: Property, typed: object) -> bool:
    """Tell whether a figure is written as a word, such as a class of clean rooms (ISO 7)."""
    return known.code == "cleanroom" and any(letter.isalpha() for letter in forms.clean(typed))


def _comparison(
    form: forms.Form, where: str, row: Mapping[str, object], known: Property, value: Decimal | str | None
) -> Comparison:
    typed = form.code(f"{where}.comparison", row.get("comparison"), tuple(Comparison))
    if not typed:
        return known.comparison
    comparison = Comparison(typed)
    if known.form is Form.MEMBERS and comparison not in _ASK_A_LIST:
        return comparison if value is not None and _has_a_rank(known, value) else Comparison.HAS
    if known.form is not Form.MEMBERS and comparison in _ASK_A_LIST:
        form.refuse(f"{where}.comparison", Message("field.code-unknown", {"value": typed}))
    return comparison


def _has_a_rank(known: Property, value: Decimal | str) -> bool:
    """Tell whether a word of a list can be compared by size: a level of TOPIK can."""
    try:
        return figure(known.code, value) is not None
    except BadInput:
        return False


def _on(form: forms.Form, where: str, row: Mapping[str, object], known: Property, today: date) -> date | None:
    on = form.day(f"{where}.on", row.get("on"))
    return on or (today if known.code == _DATED else None)


def _possible(form: forms.Form, where: str, known: Property, value: Decimal | str, unit: str) -> bool:
    """Leave a mistake where a unit or a value cannot be one of the property."""
    try:
        figure(known.code, value, unit)
    except BadInput as impossible:
        part = "unit" if impossible.code == "error.unit-impossible" else "value"
        form.refuse(f"{where}.{part}", impossible.message)
        return False
    return True
