"""The changes of a committed import come in; all of it is gone again but what others built on, which is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from nhipcau.facts.change import Change
from nhipcau.facts.organisation import Organisation, Person
from nhipcau.facts.organisation_import import ImportState
from nhipcau.facts.resolving import DoubtState
from nhipcau.programme.record_change import Record, from_record, to_record
from nhipcau.programme.work import Work, found

VERB = "commit-import"
_AT_ONCE = 300
_DECIDED = (DoubtState.SAME, DoubtState.DIFFERENT)
_WORKED_OUT = ("version", "weight")

T = TypeVar("T")


@dataclass(slots=True)
class _Brought:
    """What an import did to things of one kind: the last "after" of new ones, first "before" and last "after" else."""

    new: dict[str, Mapping[str, object]] = field(default_factory=dict)
    taught: dict[str, tuple[Mapping[str, object], Mapping[str, object]]] = field(default_factory=dict)

    def note(self, change: Change) -> None:
        if change.after is None:
            return
        if change.before is None or change.subject_id in self.new:
            self.new[change.subject_id] = change.after
        else:
            before = self.taught.get(change.subject_id, (change.before, change.after))[0]
            self.taught[change.subject_id] = (before, change.after)


@dataclass(slots=True)
class _Made:
    """All that an import did; ``sources`` says on which body each source record hangs."""

    bodies: _Brought = field(default_factory=_Brought)
    people: _Brought = field(default_factory=_Brought)
    sources: dict[str, str] = field(default_factory=dict)


def take_back(opened: Work, changes: Sequence[Change]) -> None:
    """Take an import back.

    An organisation that it brought stays, with what its source said, where it was changed since, decided on, or others
    rest on it. One that it taught goes back to what it was, unless somebody changed it since. So do people.
    """
    made = _made(changes)
    one = next(change for change in changes if change.kind == "import")
    kept: set[str] = set()
    staying = {person for ids in _some(list(made.people.new)) for person in _people_who_stay(opened, ids, made)}
    for ids in _some(list(made.bodies.new)):
        kept |= _stay(opened, ids, made, staying)
    gone = [body_id for body_id in made.bodies.new if body_id not in kept]
    _forget_doubts(opened, "organisation", gone)
    _forget_sources(opened, made, kept)
    _forget_people(opened, made, staying, kept)
    _unteach(opened, Person, made.people)
    kept |= _unteach(opened, Organisation, made.bodies)
    for ids in _some(gone):
        opened.delete_many(list(opened.unit.organisations.get_many(ids).values()))
    now = found(opened.unit.imports.get(one.subject_id), "import", one.subject_id)
    opened.save(replace(now, state=ImportState.UNDONE, kept=len(kept)), before=now)


def _made(changes: Sequence[Change]) -> _Made:
    made = _Made()
    for change in changes:
        if change.kind == "source-record" and change.after is not None:
            made.sources[change.subject_id] = str(change.after["organisation_id"])
        elif change.kind == "organisation":
            made.bodies.note(change)
        elif change.kind == "person":
            made.people.note(change)
    return made


def _people_who_stay(opened: Work, ids: list[str], made: _Made) -> set[str]:
    """Return those of the new people who changed since or whom something else names."""
    unit = opened.unit
    now = unit.people.get_many(ids)
    stay = {one_id for one_id, one in now.items() if _core(to_record(one)) != _core(made.people.new[one_id])}
    stay |= {person.person_id for agreement in unit.agreements.of_people(ids) for person in agreement.people}
    stay |= {str(attendee.person_id) for one in unit.registrations.of_people(ids) for attendee in one.attendees}
    stay |= {str(interpreter.person_id) for interpreter in unit.interpreters.of_people(ids)}
    stay |= {str(merged.merged_into) for merged in unit.people.merged_into(ids)}
    decided = [doubt for doubt in unit.doubts.of("person", ids) if doubt.state in _DECIDED]
    stay |= {side for doubt in decided for side in (doubt.left, doubt.right)}
    return stay & set(now)


def _forget_people(opened: Work, made: _Made, staying: set[str], kept: set[str]) -> None:
    """Take away the new people, but those of bodies that stay because of this import."""
    for ids in _some([person_id for person_id in made.people.new if person_id not in staying]):
        gone = [person for person in opened.unit.people.get_many(ids).values() if person.organisation_id not in kept]
        _forget_doubts(opened, "person", [person.id for person in gone])
        opened.delete_many(gone)


def _stay(opened: Work, ids: list[str], made: _Made, staying: set[str]) -> set[str]:
    """Return those of the new organisations that moved since or that something else rests on."""
    unit = opened.unit
    now = unit.organisations.get_many(ids)
    stay = {body_id for body_id, body in now.items() if _core(to_record(body)) != _core(made.bodies.new[body_id])}
    mine = Counter(
        source.organisation_id for source in unit.source_records.of_organisations(ids) if source.id in made.sources
    )
    stay |= {body_id for body_id, burden in unit.organisations.burdens(ids).items() if burden > mine[body_id]}
    stay |= {str(child.parent_id) for child in unit.organisations.of_parents(ids)}
    going = set(made.people.new) - staying
    people = [person for person in unit.people.of_organisations(ids) if person.id not in going]
    stay |= {
        body for person in people for body in (person.organisation_id or "", *(p.organisation_id for p in person.posts))
    }
    decided = [doubt for doubt in unit.doubts.of("organisation", ids) if doubt.state in _DECIDED]
    stay |= {side for doubt in decided for side in (doubt.left, doubt.right)}
    stay |= {body_id for body_id in ids if unit.commitments.of_owner(body_id)}
    return (stay & set(ids)) | (set(ids) - set(now))


def _forget_doubts(opened: Work, kind: str, gone: Sequence[str]) -> None:
    """Take away the pairs in which something stands that goes; nobody decided them."""
    for ids in _some(gone):
        opened.delete_many(opened.unit.doubts.of(kind, ids))


def _forget_sources(opened: Work, made: _Made, kept: set[str]) -> None:
    """Take away what the source said, but of bodies that stay because of this import."""
    wanted = [source_id for source_id, body_id in made.sources.items() if body_id not in kept]
    for ids in _some(wanted):
        opened.delete_many(list(opened.unit.source_records.get_many(ids).values()))


def _unteach(opened: Work, fact: type[Organisation | Person], brought: _Brought) -> set[str]:
    """Restore what known things were before; return those that somebody changed since."""
    moved: set[str] = set()
    unit = opened.unit
    for ids in _some(list(brought.taught)):
        known: Mapping[str, Organisation | Person]
        known = unit.people.get_many(ids) if fact is Person else unit.organisations.get_many(ids)
        for thing_id, thing in known.items():
            before, after = brought.taught[thing_id]
            if _core(to_record(thing)) != _core(after):
                moved.add(thing_id)
            else:
                opened.save(replace(from_record(fact, before), version=thing.version), before=thing)
    return moved


def _core(record: Mapping[str, object]) -> Record:
    return {name: value for name, value in record.items() if name not in _WORKED_OUT}


def _some(things: Sequence[T]) -> Iterator[list[T]]:
    for start in range(0, len(things), _AT_ONCE):
        yield list(things[start : start + _AT_ONCE])
