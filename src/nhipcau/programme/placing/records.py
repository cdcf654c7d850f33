"""An organisation with what its sources said comes in; the record that linkage compares goes out."""

from __future__ import annotations

from collections.abc import Iterable

from nhipcau.facts.organisation import Identifier, Name, Organisation, SourceRecord
from nhipcau.facts.record import Record
from nhipcau.programme.name_keys import ACRONYM

_MOST_NAMES = 12
_MOST_PEOPLE = 8


def record_of(organisation: Organisation, source_records: Iterable[SourceRecord] = ()) -> Record:
    """Return the organisation as linkage sees it: its own values first, where it has none the newest source's."""
    sources = sorted(source_records, key=lambda source: (source.received_on, source.id), reverse=True)
    parts: tuple[Organisation | SourceRecord, ...] = (organisation, *sources)
    names = [name for part in parts for name in part.names]
    return Record(
        id=organisation.id,
        names=_texts(name for name in names if name.kind != ACRONYM) or _texts(names),
        kind=_first(part.kind for part in parts),
        country=_first(part.country for part in parts),
        acronyms=_texts(name for name in names if name.kind == ACRONYM),
        identifiers=written(identifier for part in parts for identifier in part.identifiers),
        address=_first(part.address for part in parts),
        place=_first(part.place for part in parts),
        phone=_first(part.phone for part in parts),
        domain=_first(part.domain for part in parts),
        people=tuple(dict.fromkeys(person for source in sources for person in source.people))[:_MOST_PEOPLE],
    )


def written(identifiers: Iterable[Identifier]) -> tuple[str, ...]:
    """Return identifiers as linkage writes them: scheme, colon, value."""
    return tuple(dict.fromkeys(f"{identifier.scheme}:{identifier.value}" for identifier in identifiers))


def _texts(names: Iterable[Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.text for name in names))[:_MOST_NAMES]


def _first(values: Iterable[str | None]) -> str | None:
    return next((str(value) for value in values if value), None)
