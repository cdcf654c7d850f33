from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.resolve_scores import b_cubed, figures, of_pairs, pairwise, percentile

TRUTH = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 3}
PARTITIONS = st.dictionaries(st.integers(0, 15), st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1)


def test_pairs_that_share_a_cluster_are_counted_once() -> None:
    found = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "z", "f": "w"}
    assert figures(pairwise(TRUTH, found)) == {"precision": 0.5, "recall": 0.25, "f1": 0.3333}


def test_b_cubed_averages_over_records() -> None:
    found = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "z", "f": "w"}
    score = b_cubed(TRUTH, found)
    assert score.precision == pytest.approx((1 + 1 + 1 / 2 + 1 / 2 + 1 + 1) / 6)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2 + 1) / 6)


def test_a_record_that_was_not_put_anywhere_stands_alone() -> None:
    assert pairwise(TRUTH, {"a": "x", "b": "x"}) == pairwise(
        TRUTH, {"a": "x", "b": "x", "c": 1, "d": 2, "e": 3, "f": 4}
    )


def test_a_cluster_that_is_called_like_a_lone_record_does_not_take_it_in() -> None:
    assert pairwise({"a": 1, "b": 2}, {"a": "b"}).precision == 1


def test_the_truth_itself_scores_one_and_one_heap_loses_precision_alone() -> None:
    assert pairwise(TRUTH, TRUTH).f1 == b_cubed(TRUTH, TRUTH).f1 == 1
    heap = dict.fromkeys(TRUTH, 0)
    assert pairwise(TRUTH, heap).recall == 1
    assert pairwise(TRUTH, heap).precision == pytest.approx(4 / 15)


@given(PARTITIONS)
def test_pairs_counted_by_clusters_are_the_pairs_counted_one_by_one(both: dict[int, tuple[int, int]]) -> None:
    truth = {record: pair[0] for record, pair in both.items()}
    found = {record: pair[1] for record, pair in both.items()}

    def together(of: dict[int, int]) -> list[tuple[int, int]]:
        return [(one, other) for one, other in itertools.combinations(of, 2) if of[one] == of[other]]

    assert pairwise(truth, found) == of_pairs(together(truth), together(found))


def test_pairs_are_the_same_whichever_way_round_they_are_said() -> None:
    assert of_pairs([("a", "b")], [("b", "a")]).f1 == 1


def test_the_percentile_is_the_nearest_rank() -> None:
    assert percentile(range(100), 0.95) == 95
    assert percentile([7.0], 0.95) == 7
