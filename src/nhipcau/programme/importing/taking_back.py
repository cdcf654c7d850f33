"""The changes of a committed import come in; all of it is gone again but what others built on, which is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from nhipcau.facts.change import Change
from nhipcau.facts.organisation import Organisation
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
class _Made:
    """What an import did, by kind: first "before" and last "after" of each thing."""

    new: dict[str, Mapping[str, object]]
    taught: dict[str, tuple[Mapping[str, object], Mapping[str, object]]]
    sources: dict[str, str]


def take_back(opened: Work, changes: Sequence[Change]) -> None:
    """Take an import back.

    An organisation that it brought stays, with what its source said, where it was changed since, decided on, or others
    rest on it. One that it taught goes back to what it was, unless somebody changed it since.
    """
    made = _made(changes)
    one = next(change for change in changes if change.kind == "import")
    kept: set[str] = set()
    for ids in _some(list(made.new)):
        kept |= _stay(opened, ids, made)
    gone = [body_id for body_id in made.new if body_id not in kept]
    _forget_doubts(opened, gone)
    _forget_sources(opened, made, kept)
    kept |= _unteach(opened, made)
    for ids in _some(gone):
        opened.delete_many(list(opened.unit.organisations.get_many(ids).values()))
    now = found(opened.unit.imports.get(one.subject_id), "import", one.subject_id)
    opened.save(replace(now, state=ImportState.UNDONE, kept=len(kept)), before=now)


def _made(changes: Sequence[Change]) -> _Made:
    made = _Made({}, {}, {})
    for change in changes:
        if change.kind == "source-record" and change.after is not None:
            made.sources[change.subject_id] = str(change.after["organisation_id"])
        elif change.kind == "organisation" and change.after is not None:
            if change.before is None or change.subject_id in made.new:
                made.new[change.subject_id] = change.after
            else:
                before = made.taught.get(change.subject_id, (change.before, change.after))[0]
                made.taught[change.subject_id] = (before, change.after)
    return made


def _stay(opened: Work, ids: list[str], made: _Made) -> set[str]:
    """Return those of the new organisations that moved since or that something else rests on."""
    unit = opened.unit
    now = unit.organisations.get_many(ids)
    stay = {body_id for body_id, body in now.items() if _core(to_record(body)) != _core(made.new[body_id])}
    mine = Counter(
        source.organisation_id for source in unit.source_records.of_organisations(ids) if source.id in made.sources
    )
    stay |= {body_id for body_id, burden in unit.organisations.burdens(ids).items() if burden > mine[body_id]}
    stay |= {str(child.parent_id) for child in unit.organisations.of_parents(ids)}
    people = unit.people.of_organisations(ids)
    stay |= {
        body for person in people for body in (person.organisation_id or "", *(p.organisation_id for p in person.posts))
    }
    decided = [doubt for doubt in unit.doubts.of("organisation", ids) if doubt.state in _DECIDED]
    stay |= {side for doubt in decided for side in (doubt.left, doubt.right)}
    stay |= {body_id for body_id in ids if unit.commitments.of_owner(body_id)}
    return (stay & set(ids)) | (set(ids) - set(now))


def _forget_doubts(opened: Work, gone: Sequence[str]) -> None:
    """Take away the pairs in which a body stands that goes; nobody decided them."""
    for ids in _some(gone):
        opened.delete_many(opened.unit.doubts.of("organisation", ids))


def _forget_sources(opened: Work, made: _Made, kept: set[str]) -> None:
    """Take away what the source said, but of bodies that stay because of this import."""
    wanted = [source_id for source_id, body_id in made.sources.items() if body_id not in kept]
    for ids in _some(wanted):
        opened.delete_many(list(opened.unit.source_records.get_many(ids).values()))


def _unteach(opened: Work, made: _Made) -> set[str]:
    """Restore what known bodies were before; return those that somebody changed since."""
    moved: set[str] = set()
    for ids in _some(list(made.taught)):
        for body_id, body in opened.unit.organisations.get_many(ids).items():
            before, after = made.taught[body_id]
            if _core(to_record(body)) != _core(after):
                moved.add(body_id)
            else:
                opened.save(replace(from_record(Organisation, before), version=body.version), before=body)
    return moved


def _core(record: Mapping[str, object]) -> Record:
    return {name: value for name, value in record.items() if name not in _WORKED_OUT}


def _some(things: Sequence[T]) -> Iterator[list[T]]:
    for start in range(0, len(things), _AT_ONCE):
        yield list(things[start : start + _AT_ONCE])
