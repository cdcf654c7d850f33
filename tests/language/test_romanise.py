from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.romanise import hangul_vietnamese_keys, name_key, romanise

HANGUL = st.text(alphabet=st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("한국", "hanguk"), ("신라", "silla"), ("독립문", "dongnimmun"), ("왕십리", "wangsimni"), ("종로", "jongno"),
        ("백마", "baengma"), ("해돋이", "haedoji"), ("같이", "gachi"), ("좋다", "jota"), ("닭이", "dalgi"),
        ("전라남도", "jeollanamdo"), ("충북 TP", "chungbuk TP"), ("앉아", "anja"), ("대관령", "daegwallyeong"),
    ],
)  # fmt: skip
def test_writes_revised_romanisation(hangul: str, latin: str) -> None:
    assert romanise(hangul) == latin


@given(HANGUL)
def test_romanised_hangul_is_plain_latin(hangul: str) -> None:
    assert romanise(hangul).isascii()
    assert romanise(hangul).islower()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("이득운", "Lee Deukwoon"), ("이득운", "Deuk-woon LEE"),
        ("노근호", "Noh Geun-ho"), ("김영환", "Kim Young-hwan"),
        ("정연길", "Yeon Gil Jung"), ("조정영", "Jung Young Cho"),
        ("안경진", "An Kyoung Jin"), ("소용호", "So Yong Ho"),
        ("호반담", "Hồ Văn Đàm"), ("호반담", "Ho Van Dam"),
        ("Hồ Văn Đàm", "Ho Van Dam"), ("팜 밍 찐", "Phạm Minh Chính"),
        ("쩐 하이 린", "Trần Hải Linh"), ("응우옌 홍 디엔", "Nguyễn Hồng Diên"),
        ("브엉 딘 후에", "Vương Đình Huệ"), ("응우옌 티 홍", "Nguyễn Thị Hồng"),
        ("즈엉 꽝 푸", "Dương Quang Phú"), ("도남빈", "Đỗ Nam Bình"),
    ],
)  # fmt: skip
def test_two_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) & name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("김영환", "Kim Yong-hwan"), ("이득운", "Park Deukwoon"), ("호반담", "Hồ Văn Minh"), ("노근호", "Noh Geun-young")],
)
def test_different_names_share_none(one: str, other: str) -> None:
    assert not name_key(one) & name_key(other)


def test_hangul_keys_name_every_surname_that_the_spelling_can_stand_for() -> None:
    assert {key.split(":")[1] for key in hangul_vietnamese_keys("호반담")} == {"ho"}
    assert hangul_vietnamese_keys("Ho Van Dam") == frozenset()


@given(st.text(max_size=30))
def test_keys_do_not_depend_on_case_or_spacing(name: str) -> None:
    assert name_key(f"  {name} ") == name_key(name)


@given(HANGUL)
def test_a_name_meets_itself(name: str) -> None:
    assert name_key(name)
