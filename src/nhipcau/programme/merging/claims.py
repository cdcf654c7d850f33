"""An organisation with its sources and what was merged into it come in; every value that anybody gives it goes out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from nhipcau.facts.organisation import Organisation, SourceRecord
from nhipcau.programme.merging.learning import FIELDS
from nhipcau.programme.views import Claim, FieldClaims

IDENTIFIER: Final = "identifier:"
Said = tuple[str, date | None]


def claims_of(
    organisation: Organisation, sources: Iterable[SourceRecord], members: Iterable[Organisation]
) -> tuple[FieldClaims, ...]:
    """Return, field by field, what is said and by whom; a field of which nobody says anything is left out."""
    told: dict[str, dict[str, list[Said]]] = {}
    for source in sources:
        _hear(told, source, (source.source, source.received_on))
    for member in members:
        _hear(told, member, (member.names[0].text, None))
    _hear(told, organisation, ("", None))
    before = {choice.field: choice.before for choice in organisation.chosen}
    for field, value in before.items():
        if value and field in told:
            told[field].setdefault(value, []).append(("", None))
    shown = value_of(organisation)
    chosen = {choice.field: choice.value for choice in organisation.chosen}
    return tuple(
        FieldClaims(field=field, claims=_ordered(told[field], shown.get(field), chosen.get(field)))
        for field in (*FIELDS, *sorted(name for name in told if name.startswith(IDENTIFIER)))
        if field in told
    )


def value_of(thing: Organisation | SourceRecord) -> dict[str, str]:
    """Return the values of a body or a source record, as text, field by field."""
    values = {field: str(value) for field in FIELDS if (value := getattr(thing, field)) is not None}
    for identifier in thing.identifiers:
        values.setdefault(f"{IDENTIFIER}{identifier.scheme}", identifier.value)
    return values


def _hear(told: dict[str, dict[str, list[Said]]], thing: Organisation | SourceRecord, said: Said) -> None:
    for field, value in value_of(thing).items():
        mine = told.setdefault(field, {}).setdefault(value, [])
        # The register's own value is nobody's claim where a source says the same.
        if said not in mine and not (said == ("", None) and mine):
            mine.append(said)


def _ordered(values: dict[str, list[Said]], shown: str | None, chosen: str | None) -> tuple[Claim, ...]:
    found = [
        Claim(
            value=value,
            sources=tuple(sorted(said, key=lambda one: (one[1] is None, -(one[1] or date.min).toordinal(), one[0]))),
            shown=value == shown,
            chosen=value == chosen,
        )
        for value, said in values.items()
    ]
    return tuple(sorted(found, key=lambda claim: (not claim.shown, -len(claim.sources), claim.value)))
