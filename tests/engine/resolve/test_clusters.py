from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nhipcau.engine.resolve.clusters import clustered

COUNT = 12
NUMBERS = st.integers(0, COUNT - 1)
PAIRS = st.lists(st.tuples(NUMBERS, NUMBERS).filter(lambda pair: pair[0] != pair[1]), max_size=30)
MARKS = st.dictionaries(
    NUMBERS, st.dictionaries(st.sampled_from(["VN-MST", "LEI"]), st.sampled_from("ab")), max_size=COUNT
)


def test_linked_records_share_a_cluster() -> None:
    clusters = clustered(4, [(0, 1), (1, 2)], marks={})
    assert [clusters.root(number) for number in range(4)] == [0, 0, 0, 3]


def test_a_chain_between_two_tax_codes_is_cut_at_its_weakest_link() -> None:
    marks = {0: {"VN-MST": "0101234560"}, 3: {"VN-MST": "0309876540"}}
    clusters = clustered(4, [(0, 1), (2, 3), (1, 2)], marks=marks)
    assert [clusters.root(number) for number in range(4)] == [0, 0, 2, 2]
    assert clusters.cut == [(1, 2)]


def test_two_records_told_apart_by_a_person_never_meet_over_a_third() -> None:
    clusters = clustered(3, [(0, 1), (1, 2)], marks={}, apart=[(0, 2)])
    assert clusters.root(0) == clusters.root(1) != clusters.root(2)


@given(PAIRS, MARKS, PAIRS)
def test_no_cluster_holds_what_is_told_apart(
    links: list[tuple[int, int]], marks: dict[int, dict[str, str]], apart: list[tuple[int, int]]
) -> None:
    clusters = clustered(COUNT, links, marks=marks, apart=apart)
    roots = [clusters.root(number) for number in range(COUNT)]
    assert all(roots[left] != roots[right] for left, right in apart)
    for one, mine in marks.items():
        for other, theirs in marks.items():
            if roots[one] == roots[other]:
                assert all(theirs.get(mark, value) == value for mark, value in mine.items())


@given(PAIRS, MARKS, PAIRS)
def test_a_link_is_left_out_only_where_it_would_join_what_is_told_apart(
    links: list[tuple[int, int]], marks: dict[int, dict[str, str]], apart: list[tuple[int, int]]
) -> None:
    clusters = clustered(COUNT, links, marks=marks, apart=apart)
    for left, right in links:
        joined = clusters.root(left) == clusters.root(right)
        assert joined == ((left, right) not in clusters.cut)
