from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.errors import BadInput
from nhipcau.intake.dzn import read_dzn

PUBLISHED = Path(__file__).resolve().parents[3] / "shared" / "meetings" / "instances"
SMALL = b"""
nBusiness = 3; % three firms
nMeetings = 2;
nTables = 1;
nTotalSlots = 4;
nMorningSlots = 2;
requested = [|1, 2,3,
|3, 1,2,
|];
meetingsxBusiness = [{1,2,3},{1,2},{1,3}];
nMeetingsBusiness = [2,1,1];
forbidden = [{0},{0,1,2},{4}];
fixed = [0,3];
precedences = [{},{1}];
"""


def test_reads_what_counts_from_one_as_what_counts_from_nought() -> None:
    problem = read_dzn(SMALL)
    assert (problem.participants, problem.slots, problem.morning, problem.tables) == (3, 4, 2, 1)
    assert problem.meetings == ((0, 1, 3), (2, 0, 2))
    assert problem.forbidden == (frozenset(), frozenset({0, 1}), frozenset({3}))
    assert problem.fixed == ((1, 2),)
    assert problem.precedences == ((0, 1),)


def test_what_need_not_be_there_may_be_absent() -> None:
    problem = read_dzn(b"nBusiness=2;nMeetings=1;nTables=1;nTotalSlots=2;requested=[|1,2,3|];")
    assert problem.morning == 2
    assert not any((problem.forbidden, problem.fixed, problem.precedences))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b"nTables = 1", b"nTables = one", "error.dzn-value"),
        (b"nBusiness = 3", b"nBusiness = 999999999", "error.dzn-value"),
        (b"nMorningSlots = 2", b"nMorningSlots = 5", "error.dzn-value"),
        (b"|3, 1,2", b"|3, 3,2", "error.dzn-meeting"),
        (b"|3, 1,2", b"|3, 9,2", "error.dzn-meeting"),
        (b"|3, 1,2", b"|3, 1,7", "error.dzn-meeting"),
        (b"|3, 1,2,", b"", "error.dzn-length"),
        (b"{4}", b"{5}", "error.dzn-value"),
        (b"[0,3]", b"[0,9]", "error.dzn-value"),
        (b"[{},{1}]", b"[{1}]", "error.dzn-length"),
        (b"nBusiness", b"\xff", "error.dzn-not-text"),
    ],
)
def test_says_what_is_wrong(old: bytes, new: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_dzn(SMALL.replace(old, new))
    assert refused.value.code == code


@given(st.binary(max_size=300), st.integers(0, len(SMALL)))
def test_any_bytes_are_read_or_refused(junk: bytes, at: int) -> None:
    for data in (junk, SMALL[:at] + junk + SMALL[at:]):
        with suppress(BadInput):
            assert read_dzn(data).slots >= 0


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published instances are not beside the repository")
def test_reads_every_published_instance() -> None:
    for path in sorted(PUBLISHED.glob("*/*.dzn")):
        problem = read_dzn(path.read_bytes())
        assert problem.meetings
        assert len(problem.forbidden) == problem.participants
