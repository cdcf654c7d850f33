from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.engine.read.same_agreement import clusters, compare

VI = (
    "Giữa tháng 6/2024, Trường Cao đẳng Cơ điện Việt Nam - Hàn Quốc đón đoàn khách. Tại đây, Trường Cao đẳng Cơ điện "
    "Việt Nam - Hàn Quốc, Chính quyền tỉnh Gangwon-do (Hàn Quốc), Viện Nghiên cứu Robot Gangwon và Công ty AK đã ký "
    "bản ghi nhớ hợp tác về robot.\n\nTS. Hồ Văn Đàm, Hiệu trưởng Nhà trường, phát biểu tại buổi lễ."
)
KO = (
    "강원도는 2024년 6월 중순 베트남 하이즈엉성에 있는 베트남-한국 기전기술대학에서 대학, 로봇연구원, 로봇 기업 "
    "에이케이(AK)와 4자 간 업무협약(MOU)을 맺었다.\n\n호 반 담 총장은 이번 협력이 넓어지기를 바란다고 말했다."
)
TECHNOPARK_VI = (
    "Ngày 26/11/2021, Công viên Công nghệ Chungbuk (Hàn Quốc) và Trường Đại học Đà Lạt ký biên bản ghi nhớ. "
    "Bản ghi nhớ do ông Lee Hyeonse, Giám đốc Công viên Công nghệ Chungbuk, và ông Kim Minsu, Trưởng phòng, ký."
)
TECHNOPARK_KO = (
    "충북테크노파크는 2021년 11월 26일 베트남 하노이대학교와 업무협약을 체결했다.\n\n"
    "협약식에는 이현세 충북테크노파크 원장과 김민수 팀장이 참석해 협약서에 서명했다."
)


def same(one: str, other: str) -> bool:
    return compare(read_document(one).agreements[0], read_document(other).agreements[0]).same


def test_four_parties_of_the_same_kinds_in_one_month_with_one_person_are_one_agreement() -> None:
    keys = clusters([read_document(VI), read_document(KO)])

    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    "other",
    [
        KO.replace("6월 중순", "9월 중순"),
        KO.replace("2024년", "2022년"),
        KO.replace("강원도", "전라남도"),
        KO.replace("호 반 담 총장은", "쩐 꾸옥 비엣 총장은"),
        KO.replace("로봇연구원, ", ""),
    ],
)
def test_another_month_region_person_or_number_of_parties_is_another_agreement(other: str) -> None:
    assert not same(VI, other)


def test_a_technopark_that_signs_with_two_bodies_on_one_day_has_two_agreements() -> None:
    hue = TECHNOPARK_VI.replace("Đà Lạt", "Huế")

    assert not same(TECHNOPARK_VI, hue)
    assert not same(TECHNOPARK_VI, TECHNOPARK_KO)
    assert not same(hue, TECHNOPARK_KO)


def test_the_same_parties_on_other_days_are_other_agreements_in_any_language() -> None:
    first = "충북테크노파크는 2021년 11월 26일 베트남-한국 기업인투자협회(VKBIA)와 업무협약을 체결했다."
    english = (
        "Chungbuk Technopark of South Korea and the Vietnam - Korea Business and Investment Association (VKBIA) "
        "signed a memorandum of understanding on 26 November 2021."
    )

    assert same(first, english)
    assert not same(first, english.replace("26 November", "27 November"))
    assert not same(first, english.replace("2021", "2023"))


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Viện Nghiên cứu Ô tô", "Viện nghiên cứu ô tô khu vực Cheonnam", True),
        ("Trường Cao đẳng KTCN Việt Nam", "Trường Cao đẳng Kỹ thuật công nghiệp Việt Nam", True),
        ("Trường Đại học Hà Nội", "Trường Đại học Kinh tế Hà Nội", False),
    ],
)
def test_a_shortened_name_is_alike_unless_only_its_place_is(short: str, long: str, *, expected: bool) -> None:
    text = "Ngày 2/3/2022, {} và Trung tâm Cơ khí Daon Hàn Quốc (DMC) ký biên bản ghi nhớ."

    assert same(text.format(short), text.format(long)) is expected


def test_a_head_of_either_side_joins_what_a_page_translates_otherwise() -> None:
    text = (
        "2024년 6월 7일 한솔공과대학교와 베트남 {0}가 업무협약을 체결했다.\n\n"
        "협약식에서 한솔공과대학교 윤태경 총장과 {0} 팜 티 흐엉 총장이 협약서에 서명했다."
    )
    one, other = text.format("박닌공업대학교"), text.format("박닌산업대학교")

    assert same(one, other)
    assert not same(one, other.replace("팜 티 흐엉", "쩐 민 하이"))
