"""A record comes in; where it belongs among the register's bodies goes out, without running over all of them."""

from __future__ import annotations

from collections.abc import Iterable

from nhipcau.engine.resolve.blocks import block_keys
from nhipcau.engine.resolve.place import place
from nhipcau.engine.resolve.weights import DEFAULT
from nhipcau.facts.organisation import Organisation, SourceRecord
from nhipcau.facts.record import Bands, Placement, Record, Weights
from nhipcau.programme.placing.bands import bands_of
from nhipcau.programme.placing.records import record_of
from nhipcau.programme.ports import Unit


def place_record(unit: Unit, record: Record, *, bands: Bands | None = None, weights: Weights = DEFAULT) -> Placement:
    """Return where a record belongs; ``right`` of each pair is an organisation of the register, never itself.

    Who places many records asks for ``bands_of(unit)`` once and passes it on.
    """
    candidates = [body for body in unit.organisations.by_block_keys(block_keys(record)) if body.id != record.id]
    return place(record, records_of(unit, candidates), weights, bands or bands_of(unit))


def records_of(unit: Unit, organisations: Iterable[Organisation]) -> list[Record]:
    """Return some organisations as linkage sees them, with what their sources said."""
    bodies = list(organisations)
    said: dict[str, list[SourceRecord]] = {}
    for source in unit.source_records.of_organisations([body.id for body in bodies]):
        said.setdefault(source.organisation_id, []).append(source)
    return [record_of(body, said.get(body.id, ())) for body in bodies]
