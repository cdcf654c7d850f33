"""A registration comes in; its requests go out as a person may see them, those that wait for its answer first."""

from __future__ import annotations

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Registration
from nhipcau.facts.meeting import RequestState
from nhipcau.programme.events.views import RequestRow
from nhipcau.programme.hosting.sight import row_seen
from nhipcau.programme.office import Office


def requests_of(office: Office, actor: Actor, registration: Registration) -> tuple[RequestRow, ...]:
    """Return the requests in which a registration is a side."""
    reads, now = office.store.reads(), office.clock.now()
    there = {one.id: one for one in reads.registrations(registration.event_id)}
    rows = []
    for request in reads.requests_of(registration.id):
        asker, asked = there[request.asker_id], there[request.asked_id]
        row = RequestRow(request=request, asker_name=asker.name, asked_name=asked.name)
        seen = row_seen(actor, row, (asker, asked), now)
        if seen is not None:
            rows.append(seen)

    def waits(row: RequestRow) -> bool:
        return row.request.state is RequestState.ASKED and row.request.asked_id == registration.id

    return tuple(sorted(rows, key=lambda row: (not waits(row), row.request.created_at, row.request.id)))
