"""An organisation comes in; it and all bodies above it go out."""

from __future__ import annotations

from nhipcau.programme.ports import Unit


def line(unit: Unit, organisation_id: str | None) -> set[str]:
    """Return the id of an organisation and those of all bodies above it; of none, none."""
    ids: set[str] = set()
    here = organisation_id
    while here is not None and here not in ids:
        ids.add(here)
        body = unit.organisations.get(here)
        here = body.parent_id if body else None
    return ids
