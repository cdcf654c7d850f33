"""The ids of some things come in; those that they stand for, or that stand for them, go out."""

from __future__ import annotations

from collections.abc import Iterable

from nhipcau.facts.errors import NotFound
from nhipcau.facts.organisation import Organisation, Person
from nhipcau.programme.ports import Unit

Mergeable = Organisation | Person


def one_of(unit: Unit, kind: str, thing_id: str) -> Mergeable | None:
    """Return an organisation or a person."""
    return unit.organisations.get(thing_id) if kind == "organisation" else unit.people.get(thing_id)


def existing(unit: Unit, kind: str, thing_id: str) -> Mergeable:
    """Return an organisation or a person, or raise ``NotFound``."""
    thing = one_of(unit, kind, thing_id)
    if thing is None:
        raise NotFound("error.not-found", kind=kind, id=thing_id)
    return thing


def many_of(unit: Unit, kind: str, thing_ids: Iterable[str]) -> dict[str, Mergeable]:
    """Return those organisations or people that exist, by id."""
    if kind == "organisation":
        return dict(unit.organisations.get_many(thing_ids))
    return dict(unit.people.get_many(thing_ids))


def merged_straight_into(unit: Unit, kind: str, thing_ids: Iterable[str]) -> list[Mergeable]:
    """Return what was merged straight into one of these."""
    return list(
        unit.organisations.merged_into(thing_ids) if kind == "organisation" else unit.people.merged_into(thing_ids)
    )


def roots_of_members(unit: Unit, kind: str, roots: Iterable[str]) -> dict[str, str]:
    """Return, for each of some standing things and all that was ever merged into them, the one that stands."""
    root_of = {root: root for root in roots}
    fresh = list(root_of)
    while fresh:
        found = [thing for thing in merged_straight_into(unit, kind, fresh) if thing.id not in root_of]
        root_of.update((thing.id, root_of[str(thing.merged_into)]) for thing in found)
        fresh = [thing.id for thing in found]
    return root_of


def way_up(unit: Unit, kind: str, thing_id: str) -> list[str]:
    """Return a thing's id, that of the one it was merged into, and so on up to the one that stands."""
    way: list[str] = []
    here: str | None = thing_id
    while here is not None and here not in way:
        way.append(here)
        thing = one_of(unit, kind, here)
        here = thing.merged_into if thing else None
    return way
