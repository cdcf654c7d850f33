"""An event and how long to search come in; an order to make its timetable goes out, for the worker to take up."""

from __future__ import annotations

from typing import Final

from nhipcau.facts.actor import Actor
from nhipcau.facts.errors import Conflict, NotFound
from nhipcau.facts.event import Event, EventState
from nhipcau.facts.meeting import RequestState, Run, RunState, Timetable
from nhipcau.programme.forms import Form
from nhipcau.programme.hosting.access import demand_event_state, event_at
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.timetabling.access import OPEN, demand_timetable_state
from nhipcau.programme.work import Work, work

LIVE: Final = (RunState.WAITING, RunState.RUNNING, RunState.STOPPING)
_LONGEST: Final = 3600


def start_run(  # noqa: PLR0913 -- of which event, how long, from what
    office: Office,
    actor: Actor,
    event_id: str,
    *,
    seconds: int | str = 60,
    seed: int | str = 1,
    based_on: str = "",
    afresh: bool | str = False,
) -> Run:
    """Order a timetable. What is released already is kept to: only what cannot stay is moved, and who waits added.

    ``based_on`` names a draft to go on from instead, of which locked meetings stay; ``afresh`` makes a new one,
    whatever people were told. An event has one order at a time: ``Conflict("error.run-under-way", id)``.
    """
    demand(actor, "event.desk")
    form = Form(actor.language)
    long = form.whole("seconds", seconds, least=1, most=_LONGEST)
    number = form.whole("seed", seed, least=0, most=2**31 - 1)
    anew = form.yes_no("afresh", afresh) is True
    form.check()
    with work(office, actor, "start-run") as opened:
        event = event_at(opened, event_id)
        demand_event_state(event, EventState.OPEN)
        _demand_something_to_do(opened, event)
        run = Run(
            id=office.ids.new(),
            event_id=event.id,
            asked_at=opened.at,
            asked_by=actor.id,
            asked_by_name=actor.name,
            seconds=long or 60,
            seed=1 if number is None else number,
            based_on=None if anew else _base(opened, event, based_on),
            demo=event.demo,
        )
        opened.unit.runs.add(run)
        return run


def _demand_something_to_do(work: Work, event: Event) -> None:
    for run in work.unit.runs.of_event(event.id):
        if run.state in LIVE:
            raise Conflict("error.run-under-way", id=run.id, name=run.asked_by_name)
    accepted = (one.state is RequestState.ACCEPTED for one in work.unit.meeting_requests.of_event(event.id))
    if not any(accepted):
        raise Conflict("error.nothing-accepted", id=event.id)


def _base(work: Work, event: Event, based_on: str) -> str | None:
    if not based_on:
        return event.timetable_id
    timetable: Timetable | None = work.unit.timetables.get(based_on)
    if timetable is None or timetable.event_id != event.id:
        raise NotFound("error.not-found", kind="timetable", id=based_on)
    demand_timetable_state(timetable, *OPEN)
    return timetable.id
