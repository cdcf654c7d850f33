from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.organisation_names import OrganisationName, analyse

FAR_TOO_LONG = 5000
WORDS_THAT_ARE_READ = 40


@pytest.mark.parametrize(
    ("name", "form", "core", "trade"),
    [
        ("Công ty TNHH MTV Cơ khí chính xác Minh Phát", "LLC-1", "minh phat", "precision"),
        ("CTY TNHH MTV CO KHI CHINH XAC MINH PHAT", "LLC-1", "minh phat", "precision"),
        ("C.ty CP Nhựa Tân Tiến", "JSC", "tan tien", "plastic"),
        ("CTCP Thép Hòa Phát", "JSC", "hoa phat", "steel"),
        ("HTX Gốm sứ Bát Tràng", "cooperative", "bat trang", "ceramics"),
        ("삼성전자", None, "samseong", "electronics"),
        ("Samsung Electronics Co.,Ltd.", "LLC", "samsung", "electronics"),
        ("㈜성우금형", "JSC", "seongu", "mould"),
        ("엘지화학(주)", "JSC", "lg", "chemical"),
        ("에스케이케미칼", None, "sk", "chemical"),
        ("Công ty TNHH Đức Phát", "LLC", "duc phat", ""),
        ("Công ty TNHH Cơ khí Đúc Minh Phát", "LLC", "minh phat", "casting machinery"),
        ("Công ty CP Giấy An Hòa", "JSC", "an hoa", "paper"),
        ("Công ty CP Giày An Hòa", "JSC", "an hoa", "footwear"),
        ("Công ty TNHH TM & DV An Hòa", "LLC", "an hoa", "service trading"),
        ("An Hoa Medical Equipment Co., Ltd", "LLC", "an hoa", "medical"),
        ("Hanatech Co., Ltd.", "LLC", "hana", "technology"),
        ("하나테크(주)", "JSC", "hana", "technology"),
    ],
)
def test_parts_a_firm_into_form_core_and_trade(name: str, form: str | None, core: str, trade: str) -> None:
    found = analyse(name)

    assert (found.form, " ".join(found.core), " ".join(sorted(found.trade))) == (form, core, trade)


@pytest.mark.parametrize(
    ("name", "head", "places"),
    [
        ("Sở Công Thương tỉnh Hà Nam", "department", "VN-63"),
        ("충북테크노파크", "technopark", "KR-43"),
        ("충북TP", "technopark", "KR-43"),
        ("Cheonllanam-do", "province-government", "KR-46"),
        ("전남도청", "province-government", "KR-46"),
        ("UBND thành phố Hà Nội", "province-government", "VN-HN"),
        ("청주시", "city-government", "KR-43:cheongju"),
        ("Chi nhánh Công ty TNHH Minh Phát tại Hà Nội", "branch", "VN-HN"),
        ("(주)우진전자 평택공장", "branch factory", "KR-41:pyeongtaek"),
        ("Đại học Bách khoa Hà Nội", "university", "VN-HN"),
        ("CN Công ty TNHH Minh Phát tại Hà Nội", "branch", "VN-HN"),
        ("성우기계 비나", "", "VN"),
        ("(주)성우기계베트남법인", "", "VN"),
    ],
)
def test_says_what_kind_of_body_it_is_and_where(name: str, head: str, places: str) -> None:
    found = analyse(name)

    assert (" ".join(sorted(found.head)), " ".join(sorted(found.places))) == (head, places)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("Công ty Xây dựng số 1", {"1"}),
        ("Garment No. 10 JSC", {"10"}),
        ("제2공장", {"2"}),
        ("Khu công nghiệp Yên Phong II", {"2"}),
        ("Công ty 3-2", {"3-2"}),
        ("CÔNG TY VI NA", set()),
        ("Trung tâm Hỗ trợ doanh nghiệp miền Nam", {"south"}),
        ("Minh Phat Steel Southern JSC", {"south"}),
    ],
)
def test_reads_the_numbers_of_a_name(name: str, numbers: set[str]) -> None:
    assert set(analyse(name).numbers) == numbers


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("성우", "Sungwoo"),
        ("성우", "Seong-u"),
        ("정일", "Chungil"),
        ("명신", "Myoung Shin"),
        ("금호", "Kumho"),
        ("세운", "Sewoon"),
        ("태웅", "Taewoong"),
        ("하나테크", "Hana Tech"),
        ("Hòa Phát", "HOA PHAT"),
    ],
)
def test_irregular_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert analyse(one).sounds == analyse(other).sounds


def test_a_name_that_brackets_repeat_in_another_script_is_said_once() -> None:
    assert analyse("성우전자(Sungwoo Electronics)").sounds == analyse("성우전자").sounds


@pytest.mark.parametrize(("one", "other"), [("An Bình", "An Vinh"), ("Minh Tân", "Minh Tấn Đạt"), ("대한", "대원")])
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert analyse(one).sounds != analyse(other).sounds


def test_a_known_body_carries_its_acronym_under_every_name() -> None:
    names = (
        "한국세라믹기술원",
        "Viện Công nghệ và Kỹ thuật gốm Hàn Quốc",
        "Korea Institute of Ceramic Engineering & Technology",
    )

    assert all("kicet" in analyse(name).acronyms for name in names)


def test_a_firm_with_a_bodys_acronym_is_not_that_body() -> None:
    assert "@kicet" not in analyse("Công ty TNHH Thương mại Minh Phát (KICET)").acronyms


@pytest.mark.parametrize("name", ["", " ", "()", "\u202e\u200b", "\x00\x07", "-", "주식회사", "(주)", "Công ty TNHH"])
def test_a_name_of_nothing_is_harmless(name: str) -> None:
    assert analyse(name).text == name


def test_only_the_beginning_of_a_name_of_thousands_of_letters_is_read() -> None:
    assert len(analyse("Minh " * FAR_TOO_LONG).core) <= WORDS_THAT_ARE_READ
    assert analyse("가" * FAR_TOO_LONG).sounds


def test_direction_marks_do_not_change_a_name() -> None:
    assert analyse("Minh\u200f Phát\u202c").sounds == analyse("Minh Phát").sounds


@given(st.text(max_size=400))
def test_no_text_is_too_strange_to_analyse(name: str) -> None:
    assert isinstance(analyse(name), OrganisationName)
