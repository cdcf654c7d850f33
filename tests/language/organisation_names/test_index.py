from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.organisation_names import NameIndex

ENGLISH = [
    "Saebyeol Electronics Co., Ltd.",
    "Saebyeol Chemical Co., Ltd.",
    "Dongseo Hitech Inc.",
    "Woojin Precision Corp.",
    "KBS Systems Co., Ltd.",
    "Green Eco Solution Co., Ltd.",
    "Hanbit Biotech Inc.",
    "Korea Wire Corporation",
    "Namdo Heavy Industries Co., Ltd.",
    "Advanced Metal Processing Corporation",
]


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("새별전자", "Saebyeol Electronics Co., Ltd."),
        ("새별화학(주)", "Saebyeol Chemical Co., Ltd."),
        ("동서하이텍", "Dongseo Hitech Inc."),
        ("우진정밀", "Woojin Precision Corp."),
        ("케이비에스시스템", "KBS Systems Co., Ltd."),
        ("그린에코솔루션", "Green Eco Solution Co., Ltd."),
        ("한빛바이오텍", "Hanbit Biotech Inc."),
        ("한국전선", "Korea Wire Corporation"),
        ("남도중공업", "Namdo Heavy Industries Co., Ltd."),
        ("AMP", "Advanced Metal Processing Corporation"),
    ],
)
def test_finds_a_firm_by_its_korean_name(korean: str, english: str) -> None:
    found = NameIndex(ENGLISH).rank(korean, 3)

    assert ENGLISH[found[0][0]] == english


@given(st.lists(st.text(max_size=20), max_size=5), st.text(max_size=20))
def test_ranks_any_list_best_first(names: list[str], name: str) -> None:
    found = NameIndex(names).rank(name, 3)
    degrees = [degree for _, degree in found]

    assert degrees == sorted(degrees, reverse=True)
    assert all(0 <= at < len(names) for at, _ in found)
