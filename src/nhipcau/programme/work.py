"""A verb opens one unit of work; everything that it touches goes into the history beside the thing itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, TypeVar, cast

from nhipcau.facts.actor import Actor
from nhipcau.facts.change import Change
from nhipcau.facts.errors import Conflict, NotFound
from nhipcau.programme.collecting import Collection
from nhipcau.programme.office import Office
from nhipcau.programme.ports import Unit
from nhipcau.programme.record_change import Thing, kind_of, to_record

T = TypeVar("T", bound=Thing)
# A match is there for the contracts of whoever offers: they are a reason why an offer fits.
_ON_THE_MARKET: Final = frozenset({"need", "offer", "own-concept", "match"})


@dataclass(frozen=True, slots=True)
class Work:
    """One unit of work of one verb: what is added, saved and deleted through it enters the history as one batch.

    ``touched`` are the kinds of what was.
    """

    unit: Unit
    office: Office
    actor: Actor
    verb: str
    batch: str
    at: datetime
    undoes: str | None = None
    touched: set[str] = field(default_factory=set)

    def add(self, thing: T) -> T:
        """Store a new thing."""
        collection_of(self.unit, thing).add(thing)
        self._note(thing, None, thing)
        return thing

    def add_many(self, things: Sequence[T]) -> None:
        """Store new things of one kind at once."""
        if things:
            collection_of(self.unit, things[0]).add_many(things)
            self.unit.changes.add_many([self._change(thing, None, thing) for thing in things])

    def save(self, thing: T, *, before: T) -> T:
        """Store a changed thing and return it with its new version; one that did not change is left alone."""
        if thing == before:
            return before
        after = collection_of(self.unit, thing).save(thing)
        self._note(thing, before, after)
        return after

    def delete(self, thing: Thing) -> None:
        """Take a thing away."""
        collection_of(self.unit, thing).delete(thing.id)
        self._note(thing, thing, None)

    def delete_many(self, things: Sequence[T]) -> None:
        """Take things of one kind away at once."""
        if things:
            collection_of(self.unit, things[0]).delete_many([thing.id for thing in things])
            self.unit.changes.add_many([self._change(thing, thing, None) for thing in things])

    def _note(self, thing: Thing, before: Thing | None, after: Thing | None) -> None:
        self.unit.changes.add(self._change(thing, before, after))

    def _change(self, thing: Thing, before: Thing | None, after: Thing | None) -> Change:
        self.touched.add(kind_of(thing))
        return Change(
            id=self.office.ids.new(),
            batch=self.batch,
            at=self.at,
            actor_id=self.actor.id,
            actor_name=self.actor.name,
            verb=self.verb,
            kind=kind_of(thing),
            subject_id=thing.id,
            before=to_record(before) if before else None,
            after=to_record(after) if after else None,
            undoes=self.undoes,
        )


@contextmanager
def work(office: Office, actor: Actor, verb: str, *, undoes: str | None = None) -> Iterator[Work]:
    """Open a unit of work; left with an error, nothing of it stays.

    One at a time: what a verb looked up (is this draft open, is this organisation known) still holds when it writes.
    Once it is kept, who watches the market is told of what changed there.
    """
    with office.store.unit() as unit:
        unit.alone()
        opened = Work(unit, office, actor, verb, office.ids.new(), office.clock.now(), undoes)
        yield opened
    if office.market_moved is not None and opened.touched & _ON_THE_MARKET:
        office.market_moved(office)


def collection_of(unit: Unit, thing: T) -> Collection[T]:
    """Return the collection that a thing belongs to."""
    return cast("Collection[T]", collection(unit, kind_of(thing)))


def collection(unit: Unit, kind: str) -> Collection[Thing]:
    """Return the collection of a kind."""
    collections = {
        "document": unit.documents,
        "draft": unit.drafts,
        "organisation": unit.organisations,
        "person": unit.people,
        "source-record": unit.source_records,
        "doubt": unit.doubts,
        "merge": unit.merges,
        "thresholds": unit.thresholds,
        "import": unit.imports,
        "agreement": unit.agreements,
        "commitment": unit.commitments,
        "activity": unit.activities,
        "need": unit.needs,
        "offer": unit.offers,
        "own-concept": unit.own_concepts,
        "match": unit.matches,
        "plan": unit.plans,
        "event": unit.events,
        "registration": unit.registrations,
        "interpreter": unit.interpreters,
        "meeting-request": unit.meeting_requests,
        "timetable": unit.timetables,
        "meeting": unit.meetings,
        "meeting-report": unit.meeting_reports,
    }
    return cast("Collection[Thing]", collections[kind])


def found(thing: T | None, kind: str, thing_id: str) -> T:
    """Return the thing, or raise ``NotFound`` where there is none."""
    if thing is None:
        raise NotFound("error.not-found", kind=kind, id=thing_id)
    return thing


def unchanged(thing: T, version: int | None) -> T:
    """Return the thing, or raise ``Conflict`` where somebody changed it after the version that a person saw."""
    if version is not None and thing.version != version:
        raise Conflict("error.changed-meanwhile", kind=kind_of(thing), id=thing.id)
    return thing
