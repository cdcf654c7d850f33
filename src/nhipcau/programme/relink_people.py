"""All people of the register come in; those who may be one stand in the queue, and a count goes out."""

from __future__ import annotations

from dataclasses import dataclass

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.placing.people import propose_people
from nhipcau.programme.work import work

_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class RelinkedPeople:
    """What a run did: people read, pairs new in the queue."""

    people: int
    proposed: int


def relink_people(office: Office, actor: Actor) -> RelinkedPeople:
    """Compare all people with those whose names may be theirs; nobody is merged, nothing decided is touched."""
    demand(actor, "organisation.merge")
    read = proposed = 0
    last = ""
    while True:
        with work(office, actor, "relink-people") as opened:
            people = opened.unit.people.living_after(last, _AT_ONCE)
            if not people:
                return RelinkedPeople(people=read, proposed=proposed)
            last = people[-1].id
            read += len(people)
            proposed += len(propose_people(opened, people, origin="full-run"))
