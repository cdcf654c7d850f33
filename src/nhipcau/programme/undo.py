"""The batch of a verb comes in; everything that it did is taken back, or a conflict names what moved since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from nhipcau.facts.actor import Actor
from nhipcau.facts.agreement import Agreement
from nhipcau.facts.attendance import Interpreter
from nhipcau.facts.change import Change
from nhipcau.facts.deal import Match, Stage
from nhipcau.facts.errors import Conflict, NotFound
from nhipcau.facts.meeting import Meeting, MeetingRequest, TimetableState
from nhipcau.programme.drafting.refresh import offer, withdraw
from nhipcau.programme.hosting.requesting import NO, said_no_last
from nhipcau.programme.importing.taking_back import VERB as COMMITTED
from nhipcau.programme.importing.taking_back import take_back
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.ports import Unit
from nhipcau.programme.record_change import KINDS, Record, Thing, from_record, to_record
from nhipcau.programme.work import Work, collection, work

_WORKED_OUT = {"version", "proposal", "weight", "reminded_at"}
_SHARED = ("organisation", "person")
_OUTER_FIRST = (
    "meeting-report",
    "meeting",
    "timetable",
    "meeting-request",
    "interpreter",
    "registration",
    "event",
    "plan",
    "match",
    "need",
    "offer",
    "own-concept",
    "activity",
    "commitment",
    "draft",
    "agreement",
    "doubt",
    "merge",
    "source-record",
    "import",
    "thresholds",
    "person",
    "organisation",
    "document",
)


@dataclass(frozen=True, slots=True)
class _Step:
    """What one thing was before the batch (``None``: not there), after it, and what it is now."""

    kind: str
    subject_id: str
    before: Thing | None
    after: Record | None
    now: Thing | None


def undo(office: Office, actor: Actor, batch: str) -> str:
    """Restore every thing of a batch to what it was before; return the batch of this way back (to undo the undo).

    A thing that somebody changed since, or that others rest on by now, stops all of it:
    ``Conflict("error.undo-moved", kind, id)``. Organisations and people that a confirmation brought along stay where
    others use them by now. Undoing a confirmation reopens its draft.
    """
    demand(actor, "history.undo")
    with work(office, actor, "undo", undoes=batch) as opened:
        changes = opened.unit.changes.batch(batch)
        if not changes:
            raise NotFound("error.not-found", kind="batch", id=batch)
        if changes[0].verb == COMMITTED:
            take_back(opened, changes)
            return opened.batch
        steps = [step for step in _steps(opened, changes) if not _stays(opened, step, changes)]
        if not steps:
            raise Conflict("error.undo-moved", kind=changes[0].kind, id=changes[0].subject_id)
        removed = {step.subject_id for step in steps if step.before is None}
        for step in steps:
            _demand_unmoved(opened, step, removed)
        for step in sorted((s for s in steps if s.before is not None), key=_inner_first):
            _restore(opened, step)
        for step in sorted((s for s in steps if s.before is None), key=_inner_first, reverse=True):
            _remove(opened, step)
        for step in steps:
            if isinstance(step.before, Agreement) and step.now is None:
                offer(opened.unit, step.before)
        return opened.batch


def _inner_first(step: _Step) -> int:
    return -_OUTER_FIRST.index(step.kind)


def _steps(opened: Work, changes: list[Change]) -> list[_Step]:
    """Return one step a thing: its first "before" and last "after" in the batch."""
    first: dict[tuple[str, str], Change] = {}
    last: dict[tuple[str, str], Change] = {}
    for change in changes:
        first.setdefault((change.kind, change.subject_id), change)
        last[change.kind, change.subject_id] = change
    steps = []
    for (kind, subject_id), change in first.items():
        before = from_record(KINDS[kind], change.before) if change.before is not None else None
        after = last[kind, subject_id].after
        now = collection(opened.unit, kind).get(subject_id)
        steps.append(_Step(kind, subject_id, before, dict(after) if after is not None else None, now))
    return [step for step in steps if step.before is not None or step.after is not None]


def _stays(opened: Work, step: _Step, changes: list[Change]) -> bool:
    """Tell whether a shared thing is left as it is: it came along with others, and moved or is used by now.

    A merge is undone whole or not at all: what others built on it by now is sorted out by parting the two. A doubtful
    pair that came along with a body goes with that body, and stays with it.
    """
    kinds = {change.kind for change in changes}
    if step.kind == "doubt":
        return step.before is None and bool(kinds & set(_SHARED)) and "merge" not in kinds
    if step.kind not in _SHARED or kinds <= set(_SHARED) or "merge" in kinds:
        return False
    if _moved(step):
        return True
    touched = {change.subject_id for change in changes}
    return step.before is None and bool(_users(opened, step) - touched)


def _users(opened: Work, step: _Step) -> set[str]:
    """Return the ids of agreements, commitments, items and bodies that rest on an organisation or a person."""
    unit = opened.unit
    if step.kind == "person":
        users = {agreement.id for agreement in unit.agreements.of_people([step.subject_id])}
        users |= {registration.id for registration in unit.registrations.of_people([step.subject_id])}
        return users | {interpreter.id for interpreter in unit.interpreters.of_people([step.subject_id])}
    users = {agreement.id for agreement in unit.agreements.of_organisations([step.subject_id])}
    users |= {record.id for record in unit.source_records.of_organisations([step.subject_id])}
    users |= {body.id for body in unit.organisations.merged_into([step.subject_id])}
    users |= {need.id for need in unit.needs.of_organisations([step.subject_id])}
    users |= {offer.id for offer in unit.offers.of_organisations([step.subject_id])}
    users |= {registration.id for registration in unit.registrations.of_organisations([step.subject_id])}
    return users | {commitment.id for commitment in unit.commitments.of_owner(step.subject_id)}


def _moved(step: _Step) -> bool:
    """Tell whether a thing is no longer as the batch left it; versions and worked-out proposals do not count."""
    return _core(to_record(step.now) if step.now else None) != _core(step.after)


def _core(record: Record | None) -> Record | None:
    if record is None:
        return None
    return {name: value for name, value in record.items() if name not in _WORKED_OUT}


def _demand_unmoved(opened: Work, step: _Step, removed: set[str]) -> None:
    if _moved(step) or _is_a_no(opened, step):
        raise Conflict("error.undo-moved", kind=step.kind, id=step.subject_id)
    if step.before is None:
        rest = [user for user in _resting(opened, step) if user[1] not in removed]
        if rest:
            raise Conflict("error.undo-moved", kind=rest[0][0], id=rest[0][1])


def _is_a_no(opened: Work, step: _Step) -> bool:
    """Tell whether a side itself said no to a match or a meeting: nobody but that side takes it back.

    Of a meeting the one who wrote the no down may: it was a slip, or said on behalf of the side.
    """
    said = step.now
    if isinstance(said, MeetingRequest):
        return said.state in NO and said_no_last(opened, said) != opened.actor.id
    return isinstance(said, Match) and said.stage is Stage.DECLINED and not said.steps[-1].for_side


def _resting(opened: Work, step: _Step) -> list[tuple[str, str]]:
    """Return what would hang in the air if a thing that the batch made were gone."""
    unit, key = opened.unit, step.subject_id
    if step.kind == "document":
        drafts = [("draft", draft.id) for draft in unit.drafts.of_document(key)]
        return drafts + [("agreement", agreement.id) for agreement in unit.agreements.of_document(key)]
    if step.kind == "agreement":
        commitments = [("commitment", commitment.id) for commitment in unit.commitments.of_agreement(key)]
        items = [("need", need.id) for need in unit.needs.of_agreement(key)]
        items += [("offer", offer.id) for offer in unit.offers.of_agreement(key)]
        items += [("match", match.id) for match in unit.matches.of_agreement(key)]
        return commitments + items + [("agreement", agreement.id) for agreement in unit.agreements.renewals_of(key)]
    if step.kind == "commitment":
        activities = [("activity", activity.id) for activity in unit.activities.of_commitment(key)]
        return activities + [("event", event.id) for event in unit.events.of_commitment(key)]
    if step.kind in ("event", "registration", "interpreter", "meeting-request"):
        return _resting_at_event(unit, step)
    if step.kind in ("need", "offer"):
        matches = [("match", match.id) for match in unit.matches.of_items([key])]
        return matches + [("plan", plan.id) for plan in unit.plans.of_items([key])]
    return []


def _resting_at_event(unit: Unit, step: _Step) -> list[tuple[str, str]]:
    key = step.subject_id
    if step.kind == "event":
        registrations = [("registration", registration.id) for registration in unit.registrations.of_event(key)]
        interpreters = [("interpreter", interpreter.id) for interpreter in unit.interpreters.of_event(key)]
        return (
            registrations + interpreters + [("timetable", timetable.id) for timetable in unit.timetables.of_event(key)]
        )
    if step.kind == "registration":
        return [("meeting-request", request.id) for request in unit.meeting_requests.of_registrations([key])]
    if step.kind == "interpreter":
        return [("meeting", meeting.id) for meeting in _interpreted(unit, step)]
    meetings = [("meeting", meeting.id) for meeting in unit.meetings.granting(key)]
    return meetings + [("meeting-report", report.id) for report in unit.meeting_reports.of_requests([key])]


def _interpreted(unit: Unit, step: _Step) -> list[Meeting]:
    """Return the meetings that an interpreter stands in, in a timetable that is a draft or that people were told."""
    if not isinstance(step.now, Interpreter):
        return []
    return [
        meeting
        for timetable in unit.timetables.of_event(step.now.event_id)
        if timetable.state in (TimetableState.DRAFT, TimetableState.RELEASED)
        for meeting in unit.meetings.of_timetable(timetable.id)
        if step.subject_id in meeting.interpreter_ids
    ]


def _restore(opened: Work, step: _Step) -> None:
    before: Any = step.before
    if step.now is None:
        opened.add(replace(before, version=before.version + 1))
    else:
        opened.save(replace(before, version=step.now.version), before=step.now)


def _remove(opened: Work, step: _Step) -> None:
    if step.now is None:
        return
    if step.kind in _SHARED:
        for doubt in opened.unit.doubts.of(step.kind, [step.subject_id]):
            opened.delete(doubt)
    _remove_worked_out(opened, step)
    opened.delete(step.now)
    if step.kind == "agreement":
        withdraw(opened.unit, step.subject_id)


def _remove_worked_out(opened: Work, step: _Step) -> None:
    """Take away what was worked out for a thing: orders and notices of an event, the meetings of a timetable.

    The meetings enter the history as they go, so that a timetable that comes back has them.
    """
    unit = opened.unit
    if step.kind == "event":
        unit.runs.delete_many([run.id for run in unit.runs.of_event(step.subject_id)])
        unit.notices.delete_many([notice.id for notice in unit.notices.of_event(step.subject_id)])
    if step.kind == "timetable":
        opened.delete_many(unit.meetings.of_timetable(step.subject_id))
