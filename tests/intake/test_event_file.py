from __future__ import annotations

import copy
import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.errors import BadInput
from nhipcau.intake.event_file import absent, read_event_file

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "event.json"
EVENT: dict[str, Any] = {
    "zone": "Asia/Seoul",
    "sessions": [{"key": "am", "starts": "2026-12-10T09:00", "ends": "2026-12-10T10:00", "slot_minutes": 20}],
    "firms": [
        {
            "name": "An Phú",
            "languages": ["vi"],
            "splits": True,
            "people": [{"name": "Hòa"}, {"name": "Lan", "languages": ["ko"]}],
        },
        {
            "name": "미래",
            "languages": ["ko"],
            "sits": True,
            "most": 2,
            "away": [{"from": "2026-12-10T09:30", "to": "2026-12-10T09:35"}],
        },
    ],
    "rooms": [{"name": "1"}, {"name": "F", "firm": "미래", "travel_minutes": 30, "sessions": ["am"]}],
    "interpreters": [{"name": "박", "pairs": [["vi", "ko"]], "apart_from": ["미래"], "most_minutes": 60}],
    "meetings": [{"one": "An Phú", "other": "미래", "must": True, "weight": 7, "rooms": ["F"]}],
    "locked": [{"meeting": 1, "slot": 1, "room": "F", "one": "Lan", "other": "미래"}],
    "relay": "en",
    "fairness": 2,
}


def read(record: object) -> Any:
    return read_event_file(json.dumps(record).encode())


def test_reads_an_event_as_the_engine_sees_it() -> None:
    event = read(EVENT)
    problem = event.problem
    assert event.firms == ("An Phú", "미래")
    assert event.people == ("Hòa", "Lan", "미래")
    assert [seat.party for seat in problem.seats] == [0, 0, 1]
    assert [seat.languages for seat in problem.seats] == [{"vi"}, {"ko"}, {"ko"}]
    assert problem.seats[2].slots == {0, 2}
    assert event.slots[0][0].isoformat() == "2026-12-10T09:00:00+09:00"
    assert (problem.parties[1].sits, problem.parties[1].most) == (True, 2)
    assert (problem.rooms[1].party, problem.rooms[1].travel) == (1, 30)
    assert (problem.linguists[0].pairs, problem.linguists[0].apart) == ({("ko", "vi")}, {1})
    assert (problem.wanted[0].must, problem.wanted[0].weight, problem.wanted[0].rooms) == (True, 7, {1})
    assert [(one.wanted, one.slot, one.room, one.one, one.other) for one in problem.locked] == [(0, 0, 1, 1, 2)]
    assert (problem.relay, problem.fairness) == ("en", 2)


def test_reads_the_sample() -> None:
    assert len(read_event_file(SAMPLE.read_bytes()).problem.wanted) == 28


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("zone",), "Mars/Olympus", "error.event-file-value"),
        (("sessions",), [], "error.event-file-no-slots"),
        (("sessions", 0, "slot_minutes"), 0, "error.event-file-session"),
        (("sessions", 0, "ends"), "2026-12-10T08:00", "error.event-file-session"),
        (("sessions", 0, "ends"), "2027-12-10T08:00", "error.event-file-session"),
        (("sessions", 0, "starts"), "noon", "error.event-file-moment"),
        (("firms",), {}, "error.event-file-list"),
        (("firms", 0), 7, "error.event-file-value"),
        (("firms", 0, "name"), "", "error.event-file-value"),
        (("firms", 1, "name"), "An Phú", "error.event-file-twice"),
        (("firms", 1, "most"), -1, "error.event-file-value"),
        (("rooms", 1, "firm"), "nobody", "error.event-file-unknown"),
        (("rooms", 1, "sessions"), ["pm"], "error.event-file-unknown"),
        (("interpreters", 0, "pairs"), ["vi"], "error.event-file-value"),
        (("meetings", 0, "other"), "An Phú", "error.event-file-alone"),
        (("meetings", 0, "other"), "nobody", "error.event-file-unknown"),
        (("locked", 0, "slot"), 9, "error.event-file-value"),
        (("locked", 0, "one"), "nobody", "error.event-file-unknown"),
    ],
)
def test_says_where_the_file_is_wrong(path: tuple[str | int, ...], value: object, code: str) -> None:
    record: Any = copy.deepcopy(EVENT)
    place = record
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(BadInput) as refused:
        read(record)
    assert refused.value.code == code


@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"{" * 100_000, b"null"])
def test_refuses_what_is_no_event(data: bytes) -> None:
    with pytest.raises(BadInput, match="not-json"):
        read_event_file(data)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(EVENT)), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(EVENT)), _JSON)
def test_any_value_anywhere_is_read_or_refused(key: str, value: object) -> None:
    with suppress(BadInput):
        assert read({**EVENT, key: value}).slots


def test_who_is_away_is_not_there_for_that_time() -> None:
    event = read(EVENT)
    noon = datetime.fromisoformat("2026-12-10T09:20+09:00")
    assert absent(event, "미래", noon, None).problem.seats[2].slots == {0}
    assert absent(event, "An Phú", None, None).problem.seats[1].slots == frozenset()
    assert absent(event, "Hòa", None, noon).problem.seats[0].slots == {1, 2}
    assert absent(event, "박", noon, None).problem.linguists[0].slots == {0}
    with pytest.raises(BadInput, match="unknown"):
        absent(event, "nobody", None, None)
