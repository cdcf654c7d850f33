from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.organisation import Name
from nhipcau.programme.name_keys import bare_name, folded, keys_of_names, name_and_other
from nhipcau.programme.names import language_of_name, names_of_party, with_spellings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trung tâm Vật liệu Sông Hàn", "TRUNG TÂM VẬT LIỆU  SÔNG HÀN"),
        ("Công ty TNHH An Phú", "An Phú Co., Ltd."),
        ("㈜미래세라믹", "미래세라믹 주식회사"),
        ("Viện Gốm-sứ", "Vien Gom su"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert keys_of_names([Name(one)], "VN") == keys_of_names([Name(other)], "VN")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chungbuk Technopark", "Chungnam Technopark"),
        ("Jeollanam-do", "Jeollabuk-do"),
        ("MOIT", "MOTIE"),
        ("Tập đoàn Hòa Phát", "Công ty TNHH Hòa Phát"),
        ("Ngân hàng TMCP Công Thương", "Công Thương"),
    ],
)
def test_different_bodies_share_no_key(one: str, other: str) -> None:
    assert not keys_of_names([Name(one)], "VN") & keys_of_names([Name(other)], "VN")


def test_an_acronym_counts_with_its_country_alone() -> None:
    acronym = [Name("KICET", "und", "acronym")]
    assert keys_of_names(acronym, "KR") == {"acronym:kr:kicet"}
    assert keys_of_names(acronym, None) == frozenset()
    assert keys_of_names([Name("!!!")], "KR") == frozenset()


def test_the_acronym_in_brackets_is_no_part_of_the_name() -> None:
    assert bare_name("Viện Gốm sứ Mirae (MCRI)", "MCRI") == "Viện Gốm sứ Mirae"
    assert bare_name("Cục Công nghiệp (Bộ Công Thương)", "AI") == "Cục Công nghiệp (Bộ Công Thương)"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Công viên Công nghệ (Chungbuk Technopark)", ("Công viên Công nghệ", "Chungbuk Technopark")),
        ("Viện Gốm sứ (한국세라믹기술원)", ("Viện Gốm sứ", "한국세라믹기술원")),
        ("Cục Công nghiệp (Bộ Công Thương)", ("Cục Công nghiệp (Bộ Công Thương)", None)),
        ("Viện Gốm sứ", ("Viện Gốm sứ", None)),
    ],
)
def test_another_script_in_brackets_is_another_name(name: str, expected: tuple[str, str | None]) -> None:
    assert name_and_other(name) == expected


def test_a_party_without_a_full_name_is_its_acronym() -> None:
    assert names_of_party({"name": "VITASK", "acronym": "VITASK"}, "vi") == (Name("VITASK", "und", "acronym"),)


def test_names_are_in_the_language_of_their_letters() -> None:
    assert [language_of_name(name, "vi") for name in ("한국", "Viện Gốm sứ", "VITASK")] == ["ko", "vi", "vi"]


def test_new_spellings_stand_behind_the_known_ones() -> None:
    known = (Name("Viện A", "vi", "official"),)
    heard = (Name("Viện A", "vi", "official"), Name("Institute A", "en", "official"), Name("IA", "und", "acronym"))
    assert with_spellings(known, heard) == (
        Name("Viện A", "vi", "official"),
        Name("Institute A", "en", "alias"),
        Name("IA", "und", "acronym"),
    )


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)
