"""What came of meetings is counted as it is told: silence and dispute never count as held."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nhipcau.facts.attendance import Registration
from nhipcau.facts.event import EventSide
from nhipcau.facts.meeting import Meeting, MeetingReport, MeetingRequest, NextStep, Outcome, RequestState
from nhipcau.programme.events.figure_views import EventFunnel
from nhipcau.programme.events.outcomes import Told, funnel_of, told_of, who_met

NOW = datetime(2027, 3, 4, 2, 0, tzinfo=UTC)


def request(name: str, state: RequestState = RequestState.ACCEPTED) -> MeetingRequest:
    return MeetingRequest(
        id=name, event_id="e", asker_id="a", asked_id=f"b{name}", created_at=NOW, created_by="u", state=state
    )


def meeting(name: str) -> Meeting:
    return Meeting(
        id=f"m{name}",
        timetable_id="t",
        request_id=name,
        slot="am:1",
        venue="t1",
        starts=NOW,
        ends=NOW,
        asker_id="a",
        asked_id=f"b{name}",
    )


def report(name: str, outcome: Outcome, by: str = "desk", step: NextStep = NextStep.NONE) -> MeetingReport:
    return MeetingReport(
        id=f"{name}-{by}",
        event_id="e",
        request_id=name,
        by_id=by,
        outcome=outcome,
        reported_at=NOW,
        reported_by="u",
        next_step=step,
    )


def registration(name: str, side: EventSide) -> Registration:
    return Registration(id=name, event_id="e", name=name.upper(), side=side, created_at=NOW, created_by="u")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ((), Told.NOTHING),
        ((Outcome.HELD, Outcome.HELD), Told.HELD),
        ((Outcome.HELD, Outcome.CUT_SHORT), Told.CUT_SHORT),
        ((Outcome.EMPTY,), Told.EMPTY),
        ((Outcome.HELD, Outcome.EMPTY), Told.DISPUTED),
        ((Outcome.CUT_SHORT, Outcome.EMPTY), Told.DISPUTED),
    ],
)
def test_reports_that_disagree_on_whether_it_was_held_are_a_dispute(said: tuple[Outcome, ...], told: Told) -> None:
    assert told_of([report("r", outcome, by=str(at)) for at, outcome in enumerate(said)]) is told


def test_each_step_counts_a_part_of_the_step_before() -> None:
    asked = [request(name) for name in "123456"] + [
        request("7", RequestState.DECLINED),
        request("8", RequestState.ASKED),
    ]
    reports = [
        report("1", Outcome.HELD, step=NextStep.SAMPLE),
        report("2", Outcome.HELD),
        report("3", Outcome.HELD),
        report("3", Outcome.EMPTY, by="a"),
        report("6", Outcome.HELD, step=NextStep.VISIT),
    ]
    assert funnel_of(asked, [meeting(name) for name in "12345"], reports) == EventFunnel(
        requests=8, accepted=6, scheduled=5, held=2, next_step=1
    )


def test_only_those_whose_meeting_took_place_have_met() -> None:
    come = [registration("a", EventSide.HOST), *(registration(f"b{at}", EventSide.GUEST) for at in "123")]
    reports = [report("1", Outcome.CUT_SHORT, step=NextStep.CONTACT), report("2", Outcome.EMPTY)]
    met = who_met(come, [meeting(name) for name in "123"], reports)
    assert [(pair.one_id, pair.other_id, pair.next_step) for pair in met.pairs] == [("a", "b1", True)]
    assert [(party.registration_id, party.side) for party in met.parties] == [
        ("a", EventSide.HOST),
        ("b1", EventSide.GUEST),
    ]
