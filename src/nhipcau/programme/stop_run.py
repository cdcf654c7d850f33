"""An order to make a timetable comes in; it ends soon, and the best timetable so far is kept."""

from __future__ import annotations

from dataclasses import replace

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict, NotFound
from nhipcau.facts.meeting import Run, RunState
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.start_run import LIVE
from nhipcau.programme.work import work


def stop_run(office: Office, actor: Actor, run_id: str) -> Run:
    """Stop an order; one that no worker took up ends at once. One that is over raises ``Conflict``."""
    demand(actor, "event.desk")
    with work(office, actor, "stop-run") as opened:
        run = opened.unit.runs.get(run_id)
        if run is None:
            raise NotFound("error.not-found", kind="run", id=run_id)
        if run.state not in LIVE:
            raise Conflict("error.run-over", id=run.id, state=run.state)
        untouched = run.state is RunState.WAITING
        return opened.unit.runs.save(replace(run, state=RunState.FINISHED if untouched else RunState.STOPPING))
