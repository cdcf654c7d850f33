"""A run that was taken up comes in; it is seen through: how far it is, and at the end the timetable, are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final

from nhipcau.engine.meet.check import check
from nhipcau.engine.meet.one_more import one_more
from nhipcau.engine.meet.search import Search
from nhipcau.facts.actor import Actor, Role
from nhipcau.facts.errors import NotFound
from nhipcau.facts.meeting import Cause, Meeting, Run, RunState, TimetableState
from nhipcau.facts.message import Message
from nhipcau.facts.scheduling import OneMore, Placed, Schedule, Status
from nhipcau.programme.events.clashes import conflict_of
from nhipcau.programme.events.problem import EventProblem, problem_of
from nhipcau.programme.events.scheduling import explained, extended, repaired, schedule
from nhipcau.programme.office import Office
from nhipcau.programme.timetabling.best_so_far import as_text, from_text
from nhipcau.programme.timetabling.gathering import gathered_by
from nhipcau.programme.timetabling.keeping import Made, kept
from nhipcau.programme.work import Work, work

_MORE_SECONDS: Final = 20.0
_OVER: Final = (RunState.FINISHED, RunState.FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What is to be solved: ``told`` tells that people know ``base`` already, so that it is kept to."""

    known: EventProblem
    base: tuple[Meeting, ...]
    told: bool
    start: tuple[Placed, ...]


class Running:
    """One run and its search. ``ticks`` says seconds, from whenever on; ``halt`` that the worker itself has to end.

    ``beat`` is called beside the search: it keeps how far it is, and hears whether somebody stopped it. A run that
    another worker took up meanwhile is left alone.
    """

    def __init__(self, office: Office, run: Run, ticks: Callable[[], float], halt: Callable[[], bool]) -> None:
        self._office = office
        self._run = run
        self._ticks = ticks
        self._halt = halt
        self._best: Schedule | None = None
        self._kept: Schedule | None = None
        self._stopped = run.state is RunState.STOPPING
        self._lost = False
        self._done = False
        self._ending = Lock()
        self._task = self._gather()

    def search(self) -> tuple[Schedule, tuple[OneMore, ...]]:
        """Return the best timetable that was found, and what one more of something would grant."""
        began = self._ticks()
        search = Search(
            elapsed=lambda: self._ticks() - began,
            seconds=float(self._run.seconds),
            stop=self._over,
            tell=self._tell,
            seed=self._run.seed,
        )
        problem, task = self._task.known.problem, self._task
        found = extended(problem, search) if task.told else schedule(problem, search, start=self._start(search))
        if not found.not_placed or self._over():
            return found, ()
        began = self._ticks()
        return found, one_more(problem, found.placed, replace(search, seconds=min(_MORE_SECONDS, search.seconds)))

    def beat(self) -> None:
        """Keep how far the search is; one that was stopped ends with the best so far, whatever the search does."""
        best = self._best
        with self._office.store.unit() as unit:
            unit.alone()
            run = unit.runs.get(self._run.id)
            if run is None or run.state in _OVER or run.started_at != self._run.started_at:
                self._lost = True
                return
            self._stopped = self._stopped or run.state is RunState.STOPPING
            unit.runs.save(replace(self._as_far_as(run, best), alive_at=self._office.clock.now()))
        self._kept = best
        if self._stopped and best is not None:
            self.conclude(explained(self._task.known.problem, best), ())

    def conclude(self, found: Schedule, more: tuple[OneMore, ...]) -> None:
        """Keep what was found as a draft, once; requirements that cannot be met together are what is kept instead."""
        with self._ending:
            if self._done or self._lost or self._halt():
                return
            self._done = True
        if found.status is Status.INFEASIBLE:
            clashes = conflict_of(self._task.known, found.conflict)
            failed(self._office, self._run, "error.run-infeasible", clashes)
            return
        with work(self._office, _ordered_by(self._run), "make-timetable") as opened:
            run = opened.unit.runs.get(self._run.id)
            if run is None or run.state in _OVER:
                return
            ended = replace(self._as_far_as(run, found), state=RunState.FINISHED, best="", alive_at=opened.at)
            if found.placed or not self._stopped:
                ended = replace(ended, timetable_id=self._keep(opened, run, found, more))
            opened.unit.runs.save(ended)

    def _keep(self, opened: Work, run: Run, found: Schedule, more: tuple[OneMore, ...]) -> str:
        """Store the timetable, without requests that were undone meanwhile, and return its id."""
        known, there = self._task.known, {one.id for one in opened.unit.meeting_requests.of_event(run.event_id)}
        lying = tuple(one for one in found.placed if known.wanted[one.wanted] in there)
        made = Made(cause=Cause.RUN, based_on=run.based_on, base=self._task.base, one_more=more, seed=run.seed)
        return kept(opened, known, replace(found, placed=lying), made)[0].id

    def _gather(self) -> _Task:
        reads = self._office.store.reads()
        event = reads.event(self._run.event_id)
        if event is None:
            raise NotFound("error.not-found", kind="event", id=self._run.event_id)
        based = reads.timetable(self._run.based_on) if self._run.based_on else None
        base = reads.meetings(based.id) if based is not None else ()
        told = based is not None and based.state is not TimetableState.DRAFT
        known = problem_of(gathered_by(reads, event), now=self._office.clock.now(), base=base, fair=not told)
        start = from_text(known, self._run.best) or known.placed(base)
        return _Task(known=known, base=base, told=told, start=start)

    def _start(self, search: Search) -> tuple[Placed, ...]:
        """Return where the search begins: the best so far of a worker that was killed, or the draft to go on from."""
        if not self._task.start:
            return ()
        problem = replace(self._task.known.problem, keep=self._task.start, fairness=None)
        found = repaired(problem, replace(search, tell=lambda _schedule: None)).placed
        return () if check(self._task.known.problem, found) else found

    def _over(self) -> bool:
        return self._stopped or self._lost or self._done or self._halt()

    def _tell(self, better: Schedule) -> None:
        self._best = better

    def _as_far_as(self, run: Run, found: Schedule | None) -> Run:
        wanted = len(self._task.known.wanted)
        if found is None or found is self._kept:
            return replace(run, wanted=wanted)
        text = as_text(self._task.known, found.placed)
        return replace(run, aims=found.aims, wanted=wanted, granted=len(found.placed), best=text)


def _ordered_by(run: Run) -> Actor:
    """Return who ordered it: what a worker does is done on their behalf."""
    return Actor(id=run.asked_by, name=run.asked_by_name, role=Role.OFFICER)


def failed(office: Office, run: Run, code: str, clashes: Iterable[Message] = ()) -> None:
    """Keep why nothing came of a run; what was released before stands as it stood."""
    with office.store.unit() as unit:
        unit.alone()
        kept_run = unit.runs.get(run.id)
        if kept_run is not None and kept_run.state not in _OVER and kept_run.started_at == run.started_at:
            unit.runs.save(replace(kept_run, state=RunState.FAILED, failure=code, clashes=tuple(clashes), best=""))
