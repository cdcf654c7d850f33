from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.meet_generator import SIZES, problem_of
from nhipcau.engine.meet import one_more as module
from nhipcau.engine.meet.check import check
from nhipcau.engine.meet.one_more import one_more
from nhipcau.engine.meet.search import Search
from nhipcau.facts.scheduling import Limit, Linguist, OneMore, Party, Placed, Problem, Room, Seat, SlotTime, Wanted
from tests.engine.meet.filled import filled

SLOTS = (SlotTime(session=0, day=0, starts=540, ends=560), SlotTime(session=1, day=0, starts=1140, ends=1160))
VI, KO = frozenset({"vi"}), frozenset({"ko"})
BRIDGE = Linguist(pairs=frozenset({("ko", "vi")}), slots=frozenset({0}))


def small(**changes: object) -> Problem:
    """Three hosts and three visitors, one slot and an evening in which nobody is there."""
    morning = frozenset({0})
    whole = Problem(
        slots=SLOTS,
        parties=(Party(),) * 6,
        seats=tuple(Seat(party=n, languages=VI if n < 3 else KO, slots=morning) for n in range(6)),
        rooms=(Room(slots=morning),) * 3,
        linguists=(BRIDGE,) * 3,
        wanted=tuple(Wanted(one=n, other=3 + n) for n in range(3)),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def asked(problem: Problem, placed: tuple[Placed, ...] | None = None) -> dict[Limit, int]:
    placed = filled(problem) if placed is None else placed
    return {one.limit: one.grants for one in one_more(problem, placed, Search(elapsed=lambda: 0.0))}


def test_one_table_more_lets_in_what_only_lacks_a_table() -> None:
    assert asked(small(rooms=(Room(slots=frozenset({0})),) * 2)) == {Limit.ROOMS: 1, Limit.SLOTS: 1}


def test_one_interpreter_more_lets_in_one_of_their_languages() -> None:
    problem = small(linguists=(BRIDGE,))
    [first, second] = one_more(problem, filled(problem), Search(elapsed=lambda: 0.0))
    assert first == OneMore(limit=Limit.INTERPRETERS, grants=1, languages=("ko", "vi"))
    assert second.limit is Limit.SLOTS


def test_one_slot_more_lets_in_a_second_meeting_of_the_same_host() -> None:
    twice = (Wanted(one=0, other=3), Wanted(one=0, other=4))
    assert asked(small(wanted=twice)) == {Limit.SLOTS: 1}


def test_where_all_is_granted_nothing_is_asked() -> None:
    assert asked(small()) == {}


def test_what_would_have_fitted_anyway_is_not_counted() -> None:
    assert asked(small(), ()) == {}


def test_the_evening_keeps_its_meetings_when_a_slot_comes_before_it() -> None:
    problem = small(
        seats=tuple(replace(seat, slots=frozenset({0, 1})) for seat in small().seats),
        rooms=(Room(slots=frozenset({0, 1})),),
        linguists=(replace(BRIDGE, slots=frozenset({0, 1})),),
    )
    assert asked(problem)[Limit.SLOTS] == 1


@pytest.mark.parametrize("seed", range(3))
def test_every_figure_was_laid_and_keeps_every_rule(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = problem_of(replace(SIZES["78/300"], apart=0.6, interpreters=0.5, tables=0.8, seed=seed))
    placed = filled(problem)
    laid = []
    fill = module._filled

    def watched(changed: Problem, lying: list[Placed], share: module._Share) -> list[Placed]:
        after = fill(changed, lying, share)
        laid.append((changed, after))
        return after

    monkeypatch.setattr(module, "_filled", watched)
    found = one_more(problem, placed, Search(elapsed=lambda: 0.0))
    assert found
    assert all(check(changed, after) == () for changed, after in laid)
    assert max(len(after) for _changed, after in laid) - len(laid[0][1]) == found[0].grants
