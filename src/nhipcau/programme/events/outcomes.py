"""What was asked for, laid and told of meetings comes in; what came of them goes out, never embellished."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from nhipcau.facts.attendance import Registration
from nhipcau.facts.meeting import Meeting, MeetingReport, MeetingRequest, NextStep, Outcome, RequestState
from nhipcau.programme.events.figure_views import EventFunnel, MetPair, MetParty, WhoMet


class Told(StrEnum):
    """What all reports of a meeting tell together; DISPUTED: some say that it was held, some that it was not."""

    NOTHING = "nothing"
    HELD = "held"
    CUT_SHORT = "cut-short"
    EMPTY = "empty"
    DISPUTED = "disputed"


TOOK_PLACE = frozenset({Told.HELD, Told.CUT_SHORT})


def told_of(reports: Collection[MeetingReport]) -> Told:
    """Return what the reports of one meeting tell; one that was cut short for anybody was cut short."""
    said = {report.outcome for report in reports}
    if not said:
        return Told.NOTHING
    if Outcome.EMPTY in said:
        return Told.EMPTY if len(said) == 1 else Told.DISPUTED
    return Told.CUT_SHORT if Outcome.CUT_SHORT in said else Told.HELD


def funnel_of(
    requests: Iterable[MeetingRequest], meetings: Iterable[Meeting], reports: Iterable[MeetingReport]
) -> EventFunnel:
    """Count the requests of an event at each step; ``meetings`` are those of the released timetable.

    Held is what somebody says was held and nobody says was not: silence and dispute count for nothing.
    """
    asked = list(requests)
    accepted = {request.id for request in asked if request.state is RequestState.ACCEPTED}
    scheduled = accepted & {meeting.request_id for meeting in meetings}
    of = _by_request(reports)
    held = {request for request in scheduled if told_of(of.get(request, ())) in TOOK_PLACE}
    return EventFunnel(
        requests=len(asked),
        accepted=len(accepted),
        scheduled=len(scheduled),
        held=len(held),
        next_step=sum(_goes_on(of[request]) for request in held),
    )


def who_met(
    registrations: Iterable[Registration], meetings: Iterable[Meeting], reports: Iterable[MeetingReport]
) -> WhoMet:
    """Return the pairs whose meeting took place, by what is told of it, and those who met anybody, by id."""
    of = _by_request(reports)
    known = {registration.id: registration for registration in registrations}
    pairs = tuple(
        MetPair(
            request_id=meeting.request_id,
            one_id=meeting.asker_id,
            other_id=meeting.asked_id,
            next_step=_goes_on(of[meeting.request_id]),
        )
        for meeting in meetings
        if told_of(of.get(meeting.request_id, ())) in TOOK_PLACE
        and {meeting.asker_id, meeting.asked_id} <= known.keys()
    )
    met = sorted({side for pair in pairs for side in (pair.one_id, pair.other_id)})
    parties = tuple(MetParty(registration_id=one, name=known[one].name, side=known[one].side) for one in met)
    return WhoMet(parties=parties, pairs=pairs)


def _by_request(reports: Iterable[MeetingReport]) -> Mapping[str, list[MeetingReport]]:
    of: defaultdict[str, list[MeetingReport]] = defaultdict(list)
    for report in reports:
        of[report.request_id].append(report)
    return of


def _goes_on(reports: Iterable[MeetingReport]) -> bool:
    return any(report.next_step is not NextStep.NONE for report in reports)
