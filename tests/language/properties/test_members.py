from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.properties import PROPERTIES, Form, members, satisfied_by
from nhipcau.language.thesaurus.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("certificate", ["ISO 9001:2015", "iso 9001", "ISO9001", "chứng nhận ISO 9001"]),
        ("certificate", ["UL", "chứng nhận UL"]),
        ("material", ["inox 304", "SUS304", "SUS 304"]),
        ("material", ["NdFeB", "네오디뮴(NdFeB)"]),
        ("material", ["ferit", "ferrite"]),
        ("material", ["zirconia", "지르코니아"]),
        ("material", ["gang xám GG25", "회주철 GG25(FC250)", "GG25"]),
        ("language", ["tiếng Hàn", "Korean", "ko", "한국어", "TOPIK 3"]),
        ("ip_status", ["통상실시권", "non-exclusive licence", "cấp phép không độc quyền", "li-xăng không độc quyền"]),
        ("ip_status", ["patent granted", "đã được cấp bằng sáng chế", "특허 등록"]),
        ("surface", ["Zn", "zinc", "mạ kẽm", "아연도금"]),
        ("surface", ["Zn-Ni", "kẽm niken"]),
    ],
)
def test_ways_of_writing_one_thing_are_one_code(code: str, words: list[str]) -> None:
    found = {members(code, word, vocabulary()) for word in words}
    assert len(found) == 1
    assert len(next(iter(found))) == 1


def test_a_licence_that_excludes_nobody_is_not_an_exclusive_one() -> None:
    one, other = (members("ip_status", word, vocabulary()) for word in ("exclusive licence", "non-exclusive licence"))
    assert not one & other


def test_a_grade_is_more_than_the_material_it_is_of() -> None:
    assert members("material", "brass C3604", vocabulary()) == members("material", "C3604", vocabulary())


def test_a_value_that_names_several_has_all_of_them() -> None:
    assert members("language", "tiếng Việt, tiếng Anh", vocabulary()) == {"vi", "en"}


def test_an_unknown_word_is_equal_to_itself_alone() -> None:
    assert members("material", "Xyzzy", vocabulary()) == members("material", "xyzzy", vocabulary()) == {"word:xyzzy"}


def test_the_automotive_standard_satisfies_the_general_one_and_not_the_other_way_round() -> None:
    (general,), (automotive,) = (members("certificate", word, vocabulary()) for word in ("ISO 9001", "IATF 16949"))
    assert automotive in satisfied_by("certificate", general, vocabulary())
    assert general not in satisfied_by("certificate", automotive, vocabulary())


def test_a_member_of_a_short_list_is_satisfied_by_itself() -> None:
    assert satisfied_by("language", "ko", vocabulary()) == {"ko"}
    assert satisfied_by("material", "word:xyzzy", vocabulary()) == {"word:xyzzy"}


_LISTS = sorted(code for code, known in PROPERTIES.items() if known.form is Form.MEMBERS)


@given(code=st.sampled_from(_LISTS), word=st.text(max_size=60))
def test_every_word_has_a_code_that_satisfies_itself(code: str, word: str) -> None:
    for member in members(code, word, vocabulary()):
        assert member in satisfied_by(code, member, vocabulary())
