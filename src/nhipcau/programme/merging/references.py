"""A thing that names another comes in; the same thing naming a third in its place goes out, with what was turned.

One table for both ways: a merge turns every reference, a parting turns back those that the merge remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.attendance import Interpreter, Registration
from nhipcau.facts.commitment import Commitment
from nhipcau.facts.deal import Match
from nhipcau.facts.market import Need, Offer
from nhipcau.facts.organisation import Organisation, Person, Post, SourceRecord
from nhipcau.facts.resolving import Doubt, Moved
from nhipcau.programme.ports import Unit
from nhipcau.programme.record_change import Thing, kind_of


@dataclass(frozen=True, slots=True)
class Turn:
    """Which reference becomes which; ``only`` keeps to what is listed there (``None``: every one)."""

    kind: str
    old: Collection[str]
    new: str
    only: frozenset[Moved] | None = None

    def wants(self, named: str | None, moved: Moved) -> bool:
        """Tell whether a reference is to be turned."""
        return named is not None and named in self.old and (self.only is None or moved in self.only)


def holders(unit: Unit, kind: str, thing_id: str) -> list[Thing]:
    """Return everything that names an organisation or a person, except what was merged away itself."""
    if kind == "person":
        return [
            *unit.agreements.of_people([thing_id]),
            *unit.registrations.of_people([thing_id]),
            *unit.interpreters.of_people([thing_id]),
            *unit.doubts.of(kind, [thing_id]),
        ]
    below = [body for body in unit.organisations.of_parents([thing_id]) if body.merged_into is None]
    return [
        *unit.source_records.of_organisations([thing_id]),
        *unit.agreements.of_organisations([thing_id]),
        *unit.commitments.of_owner(thing_id),
        *unit.needs.of_organisations([thing_id]),
        *unit.offers.of_organisations([thing_id]),
        *unit.matches.of_organisations([thing_id]),
        *(one for one in unit.registrations.of_organisations([thing_id]) if one.kept_for is None),
        *(person for person in unit.people.of_organisations([thing_id]) if person.merged_into is None),
        *below,
        *unit.doubts.of(kind, [thing_id]),
    ]


def turned(thing: Thing, turn: Turn) -> tuple[Thing, tuple[Moved, ...]]:
    """Return a thing with its references turned, and which they were."""
    changed, moved = _TURNS[type(thing)](thing, turn)
    return changed, tuple(moved)


def post_key(post: Post) -> str:
    """Return what tells a post from the others of a person."""
    return "|".join((post.title, post.since or "", post.until or "", post.source))


def _field(name: str, part: str) -> Callable[[Any, Turn], tuple[Any, list[Moved]]]:
    def turn_field(thing: Any, turn: Turn) -> tuple[Any, list[Moved]]:
        moved = Moved(kind=kind_of(thing), id=thing.id, part=part)
        if not turn.wants(getattr(thing, name), moved):
            return thing, []
        return replace(thing, **{name: turn.new}), [moved]

    return turn_field


def _match(match: Match, turn: Turn) -> tuple[Match, list[Moved]]:
    changed, sought = _field("need_organisation_id", "sought")(match, turn)
    changed, offered = _field("offer_organisation_id", "offered")(changed, turn)
    return changed, sought + offered


def _agreement(agreement: Agreement, turn: Turn) -> tuple[Agreement, list[Moved]]:
    moved: list[Moved] = []

    def named(part: str, key: str, there: str) -> str:
        mark = Moved(kind="agreement", id=agreement.id, part=part, key=key)
        if not turn.wants(there, mark):
            return there
        moved.append(mark)
        return turn.new

    parties, people = agreement.parties, agreement.people
    prefix = "party" if turn.kind == "organisation" else "person"
    if turn.kind == "organisation":
        parties = tuple(
            replace(party, organisation_id=named("party", party.name, party.organisation_id)) for party in parties
        )
    else:
        people = tuple(replace(item, person_id=named("person", item.name, item.person_id)) for item in people)
    evidence = []
    for item in agreement.evidence:
        what, _, about = item.subject.partition(":")
        if what == prefix:
            evidence.append(replace(item, subject=f"{what}:{named('evidence', item.id, about)}"))
        else:
            evidence.append(item)
    return replace(agreement, parties=parties, people=people, evidence=tuple(evidence)), moved


def _person(person: Person, turn: Turn) -> tuple[Person, list[Moved]]:
    changed, moved = _field("organisation_id", "body")(person, turn)
    posts = []
    for post in person.posts:
        mark = Moved(kind="person", id=person.id, part="post", key=post_key(post))
        if turn.wants(post.organisation_id, mark):
            moved.append(mark)
            posts.append(replace(post, organisation_id=turn.new))
        else:
            posts.append(post)
    return replace(changed, posts=tuple(posts)), moved


def _registration(registration: Registration, turn: Turn) -> tuple[Registration, list[Moved]]:
    if turn.kind == "organisation":
        return _field("organisation_id", "event")(registration, turn)
    attendees, moved = [], []
    for attendee in registration.attendees:
        mark = Moved(kind="registration", id=registration.id, part="attendee", key=attendee.key)
        if turn.wants(attendee.person_id, mark):
            moved.append(mark)
            attendees.append(replace(attendee, person_id=turn.new))
        else:
            attendees.append(attendee)
    return replace(registration, attendees=tuple(attendees)), moved


def _doubt(doubt: Doubt, turn: Turn) -> tuple[Doubt, list[Moved]]:
    """Turn one side of a pair; the sides change places where the order of ids asks for it, so no side is kept."""
    moved = Moved(kind="doubt", id=doubt.id, part="side")
    sides = [doubt.left, doubt.right]
    for place, side in enumerate(sides):
        if doubt.kind == turn.kind and turn.wants(side, moved):
            sides[place] = turn.new
            break
    else:
        return doubt, []
    left, right = sorted(sides)
    return replace(doubt, left=left, right=right), [moved]


_TURNS: dict[type, Callable[[Any, Turn], tuple[Any, list[Moved]]]] = {
    SourceRecord: _field("organisation_id", "record"),
    Commitment: _field("owner_id", "owner"),
    Need: _field("organisation_id", "market"),
    Offer: _field("organisation_id", "market"),
    Match: _match,
    Registration: _registration,
    Interpreter: _field("person_id", "interpreter"),
    Organisation: _field("parent_id", "parent"),
    Agreement: _agreement,
    Person: _person,
    Doubt: _doubt,
}
