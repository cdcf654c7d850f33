"""Pictures of an event show what its figures say, lead to its pages, and can be drawn."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.event import EventSide, EventSlot
from nhipcau.facts.meeting import Meeting
from nhipcau.programme.events.figure_views import EventFunnel, InterpreterLoad, MetPair, MetParty, PartyBreaks, WhoMet
from nhipcau.programme.events.grid import Grid, GridRow
from nhipcau.report.pictures.event_funnel import event_funnel_picture
from nhipcau.report.pictures.event_grid import MOST_ROWS, grid_picture
from nhipcau.report.pictures.event_network import MOST_PARTIES, most_met, who_met_picture
from nhipcau.report.pictures.event_people import breaks_picture, load_picture
from nhipcau.report.pictures.render import Picture, svg
from nhipcau.words.labels import report_label
from tests.report.sample_register import label, link

NINE = datetime(2027, 3, 4, 2, 0, tzinfo=UTC)
SLOTS = tuple(
    EventSlot(key=f"am:{at + 1}", session="am", starts=begin, ends=begin + timedelta(minutes=20))
    for at, begin in enumerate((NINE, NINE + timedelta(minutes=30)))
)
NAMES = {"a": "Hà An", "b": "한빛정밀"}
FUNNEL = EventFunnel(requests=40, accepted=25, scheduled=20, held=17, next_step=0)
LOADS = (
    InterpreterLoad(interpreter_id="i1", name="Lan", meetings=2, minutes=40, present=180),
    InterpreterLoad(interpreter_id="i2", name="Lan", meetings=6, minutes=120, present=120),
)
BREAKS = (
    PartyBreaks(registration_id="a", name="Hà An", side=EventSide.HOST, meetings=5, breaks=0),
    PartyBreaks(registration_id="b", name="한빛정밀", side=EventSide.GUEST, meetings=3, breaks=2),
)
MET = WhoMet(
    parties=(
        MetParty(registration_id="a", name="Hà An", side=EventSide.HOST),
        MetParty(registration_id="b", name="한빛정밀", side=EventSide.GUEST),
        MetParty(registration_id="c", name="Minh Đức", side=EventSide.HOST),
    ),
    pairs=(
        MetPair(request_id="r1", one_id="a", other_id="b", next_step=True),
        MetPair(request_id="r2", one_id="a", other_id="c", next_step=False),
    ),
)


def meeting(slot: int, interpreters: tuple[str, ...] = (), *, locked: bool = False, request: str = "r1") -> Meeting:
    return Meeting(
        id=f"m-{request}",
        timetable_id="t",
        request_id=request,
        slot=SLOTS[slot].key,
        venue="t1",
        starts=SLOTS[slot].starts,
        ends=SLOTS[slot].ends,
        asker_id="a",
        asked_id="b",
        interpreter_ids=interpreters,
        locked=locked,
    )


def grid(*meetings: Meeting, rows: int = 1) -> Grid:
    return Grid(
        session="am",
        zone="Asia/Ho_Chi_Minh",
        slots=SLOTS,
        rows=tuple(GridRow(kind="venue", id=f"t{at + 1}", name="Bàn 'một' \\") for at in range(rows)),
        cells={("t1", slot.key): of for slot in SLOTS if (of := tuple(it for it in meetings if it.slot == slot.key))},
    )


def rows(of: object) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", cast("dict[str, Any]", of)["data"]["values"])


def layer(picture: Picture, at: int) -> dict[str, Any]:
    return cast("list[dict[str, Any]]", picture["layer"])[at]


def test_a_meeting_stands_at_its_time_in_the_events_zone_and_leads_to_its_page() -> None:
    (field,) = rows(grid_picture(grid(meeting(1, ("i1",))), NAMES, label, link))
    assert (field["slot"], field["href"], field["how"]) == ("09:30", "/meeting/r1", "interpreting.interpreted")
    assert "Hà An – 한빛정밀" in field["said"]


def test_a_field_with_several_meetings_says_how_many_and_shows_who_needs_most_interpreters() -> None:
    both = grid(meeting(0), meeting(0, ("i1", "i2"), request="r2"))
    (field,) = rows(grid_picture(both, NAMES, label, link))
    assert (field["mark"], field["how"]) == ("2", "interpreting.relayed")


def test_a_locked_meeting_is_marked() -> None:
    (free, locked) = rows(grid_picture(grid(meeting(0), meeting(1, locked=True)), NAMES, label, link))
    assert free["mark"] == ""
    assert locked["mark"] != ""
    assert locked["said"].endswith("picture.locked")


def test_a_grid_shows_no_more_rows_than_can_be_read() -> None:
    picture = cast("dict[str, Any]", grid_picture(grid(meeting(0), rows=MOST_ROWS + 5), NAMES, label, link))
    assert len(picture["layer"][0]["encoding"]["y"]["scale"]["domain"]) == MOST_ROWS


def test_names_are_written_in_a_grid_whatever_stands_in_them() -> None:
    assert "Bàn 'một' \\" in ET.canonicalize(svg(grid_picture(grid(meeting(0)), NAMES, label, link)))


def test_two_interpreters_of_one_name_have_a_bar_each_the_busiest_first() -> None:
    drawn = rows(layer(load_picture(LOADS, label, link), 0))
    assert [(bar["id"], bar["kind"], bar["number"]) for bar in drawn] == [
        ("i2", "picture.minutes-interpreting", 120),
        ("i1", "picture.minutes-interpreting", 40),
        ("i1", "picture.minutes-free", 140),
    ]


def test_who_waits_most_stands_first() -> None:
    drawn = rows(layer(breaks_picture(BREAKS, label, link), 0))
    assert [bar["href"] for bar in drawn] == ["/registration/b", "/registration/b", "/registration/a"]


def test_who_has_no_meeting_at_all_is_named_nevertheless() -> None:
    nobody = PartyBreaks(registration_id="c", name="Minh Đức", side=EventSide.HOST, meetings=0, breaks=0)
    picture = breaks_picture((*BREAKS, nobody), label, link)
    assert "Minh Đức" in [row["name"] for row in rows(layer(picture, 2))]


def test_meetings_and_breaks_are_never_stacked_into_one_sum() -> None:
    drawn = rows(layer(breaks_picture(BREAKS, label, link), 0))
    assert {bar["kind"]: (bar["start"], bar["end"]) for bar in drawn if bar["id"] == "b"} == {
        "picture.meetings-of-party": (0, 3),
        "picture.breaks-of-party": (-2, 0),
    }


def test_the_funnel_shows_every_step_even_one_that_nothing_reached() -> None:
    drawn = rows(event_funnel_picture(FUNNEL, label, link))
    assert [bar["number"] for bar in drawn] == [40, 25, 20, 17, 0]
    assert drawn[-1]["href"] == "/requests-at/next-step"


def test_hosts_stand_left_guests_right_and_a_next_step_is_told_apart() -> None:
    picture = who_met_picture(MET, label, link)
    lines, nodes = rows(layer(picture, 0)), rows(layer(picture, 1))
    assert {(node["href"], node["x"]) for node in nodes} == {
        ("/registration/a", 0),
        ("/registration/b", 1),
        ("/registration/c", 0),
    }
    assert {(line["href"], line["kind"]) for line in lines} == {
        ("/meeting/r1", "picture.met-with-next-step"),
        ("/meeting/r2", "picture.met"),
    }


def test_those_that_met_nobody_are_left_out_first_and_no_line_ends_nowhere() -> None:
    alone = tuple(MetParty(registration_id=f"0{at:03}", name="", side=EventSide.HOST) for at in range(MOST_PARTIES))
    kept = most_met(WhoMet(parties=(*alone, *MET.parties), pairs=MET.pairs))
    assert len(kept.parties) == MOST_PARTIES
    assert kept.pairs == MET.pairs


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_can_be_drawn_in_each_language(language: str) -> None:
    words = report_label(language)
    nobody = WhoMet(parties=(), pairs=())
    pictures = (
        grid_picture(grid(meeting(0)), NAMES, words, link),
        load_picture(LOADS, words, link),
        breaks_picture(BREAKS, words, link),
        event_funnel_picture(FUNNEL, words, link),
        who_met_picture(MET, words, link),
        grid_picture(grid(), NAMES, words, link),
        load_picture((), words, link),
        who_met_picture(nobody, words, link),
    )
    for picture in pictures:
        assert ET.fromstring(svg(picture)).tag.endswith("svg")  # noqa: S314 -- drawn by ourselves
