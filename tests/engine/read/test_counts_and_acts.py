from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The province received 2.2 million visitors last year.", 2_200_000),
        ("The 1,500-bed hospital stands in the north of the province.", 1500),
        ("The centre has trained 20 Korean-speaking guides for the coast.", 20),
        ("The club brought at least 300 runners to the race.", 300),
    ],
)
def test_a_number_before_a_plural_noun_counts(text: str, value: float) -> None:
    assert [figure.value for figure in read_document(text).figures] == [value]


def test_a_small_number_or_one_without_a_noun_does_not_count() -> None:
    assert read_document("The two sides met at 10 on the first floor of the building.").figures == ()


def test_a_korean_act_takes_the_date_before_it() -> None:
    (act,) = read_document("2018년 4월 17일 공포된 시행령 57/2018/NĐ-CP에 따라 감면받을 수 있다고 한다.").legal_acts

    assert (act.number, act.date) == ("57/2018/NĐ-CP", "2018-04-17")


def test_a_law_of_the_national_assembly_is_found_before_a_korean_suffix() -> None:
    (act,) = read_document("해외파견근로자법(법률 제69/2020/QH14호)이 정한 절차를 지켜야 한다.").legal_acts

    assert act.number == "69/2020/QH14"
