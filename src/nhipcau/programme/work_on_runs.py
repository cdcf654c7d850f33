"""Nothing but the wish comes in; the oldest order to make a timetable that waits, or fell silent, is seen through."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from typing import Final, TypeAlias

from nhipcau.facts.errors import NhipCauError
from nhipcau.facts.meeting import Run, RunState
from nhipcau.programme.office import Office
from nhipcau.programme.timetabling.running import Running, failed

SILENT: Final = timedelta(seconds=30)
Beating: TypeAlias = Callable[[Callable[[], None]], AbstractContextManager[None]]
"""Calls what it is given about every second, beside what is done within it."""


def work_on_runs(
    office: Office, *, ticks: Callable[[], float], beating: Beating, halt: Callable[[], bool] = lambda: False
) -> Run | None:
    """Take up one order and see it through; return it as it is kept then, ``None`` where there is nothing to do.

    A worker that is killed leaves the best so far: the order is taken up again from there by the next worker that
    finds it silent. One that ``halt`` ends leaves it in the same way. An order that fails says why; an error that is
    none of ours is raised after that.
    """
    run = _taken_up(office)
    if run is None:
        return None
    try:
        running = Running(office, run, ticks, halt)
        with beating(running.beat):
            found, more = running.search()
        running.conclude(found, more)
    except NhipCauError as refused:
        failed(office, run, refused.code)
    except Exception:
        failed(office, run, "error.broken")
        raise
    return office.store.reads().run(run.id)


def _taken_up(office: Office) -> Run | None:
    with office.store.unit() as unit:
        unit.alone()
        now = office.clock.now()
        run = unit.runs.to_work_on(now - SILENT)
        if run is None:
            return None
        state = RunState.STOPPING if run.state is RunState.STOPPING else RunState.RUNNING
        return unit.runs.save(replace(run, state=state, started_at=now, alive_at=now))
