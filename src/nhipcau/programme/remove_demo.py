"""Nothing but the wish comes in; all demo things are gone, and how many there were goes out."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.views import DemoRemoved
from nhipcau.programme.work import collection, work

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
    "document",
    "doubt",
    "merge",
    "source-record",
    "import",
    "person",
    "organisation",
)


def remove_demo(office: Office, actor: Actor) -> DemoRemoved:
    """Take all demo things away in one unit. Nothing real rests on them: what does was made real when it did."""
    demand(actor, "demo.remove")
    counts: dict[str, int] = {}
    with work(office, actor, "remove-demo") as opened:
        # Neither of them is a part of the history.
        opened.unit.runs.delete_many([run.id for run in opened.unit.runs.demo()])
        opened.unit.notices.delete_many([notice.id for notice in opened.unit.notices.demo()])
        for kind in _OUTER_FIRST:
            things = collection(opened.unit, kind).demo()
            opened.delete_many(things)
            counts[kind] = len(things)
        return DemoRemoved(counts=counts, batch=opened.batch)
