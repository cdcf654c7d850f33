from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import AgreementStatus, PersonFunction
from nhipcau.facts.reading import AgreementRead

NOTICE = """한국목재기계조합연합회 공지사항 2022-11호

[결과 안내] 한·베 목재기계 기술협력 양해각서 체결식

우리 연합회와 베트남가구설비협회(VFEA)의 체결식이 아래와 같이 끝났음을 안내합니다.

1. 일    시: 2022. 9. 20.(화) 14:00
2. 장    소: 베트남 남딘시
3. 서 명 자: 모준혁 연합회장, 응우옌 안 비엣 VFEA 부회장
4. 입    회: 팜 반 뚝 남딘성 공상국 부국장

참고로 지난 8월 안내드린 라오스 협회와의 각서 체결은 현지 사정으로 연기되었습니다.

2022. 9. 30.
"""


def agreements(text: str) -> tuple[AgreementRead, ...]:
    return read_document(text).agreements


def parties(agreement: AgreementRead) -> list[tuple[str, str | None]]:
    return [(party.name, party.country) for party in agreement.parties]


def test_a_notice_tells_parties_day_and_people_in_labelled_lines() -> None:
    (agreement,) = agreements(NOTICE)

    assert parties(agreement) == [("한국목재기계조합연합회", "KR"), ("베트남가구설비협회", "VN")]
    assert agreement.status is AgreementStatus.SIGNED
    assert agreement.date.value == "2022-09-20"
    assert {person.name: person.function for person in agreement.people} == {
        "모준혁": PersonFunction.SIGNATORY,
        "응우옌 안 비엣": PersonFunction.SIGNATORY,
        "팜 반 뚝": PersonFunction.WITNESS,
    }


def test_names_that_close_an_item_under_the_label_are_signatories() -> None:
    text = (
        "새빛어린이병원은 2021년 8월 18일 떠이닌소아병원과 업무협약을 체결했습니다.\n\n※ 협약 서명자\n"
        "새빛어린이병원 병원장 변해인 / 떠이닌소아병원 병원장 응우옌 티 쑤언\n"
    )

    assert {(person.name, person.function) for person in agreements(text)[0].people} == {
        ("변해인", PersonFunction.SIGNATORY),
        ("응우옌 티 쑤언", PersonFunction.SIGNATORY),
    }


def test_a_bare_noun_means_the_body_that_was_named_before() -> None:
    text = (
        "경상남도는 2023년 5월 3일 베트남 하이즈엉성에 있는 베트남-한국 기계기술대학에서 대학, 로봇연구원, "
        "로봇 기업 에이케이(AK)와 4자 간 업무협약(MOU)을 맺었다."
    )

    assert parties(agreements(text)[0]) == [
        ("경상남도", "KR"),
        ("베트남-한국 기계기술대학", "VN"),
        ("로봇연구원", "KR"),
        ("에이케이", "KR"),
    ]


@pytest.mark.parametrize(
    ("other", "country"),
    [
        ("베한기업인투자협회", "VN"),
        ("재베트남한인상공인회", "VN"),
        ("통킨외국어대학교", "VN"),
        ("남하직업기술대학", "VN"),
        ("한국기계연구원", "KR"),
    ],
)
def test_the_country_of_the_other_party(other: str, country: str) -> None:
    joint = "와" if other.endswith(("회", "교")) else "과"
    text = f"충북테크노파크는 지난 26일 베트남 하노이에서 {other}{joint} 업무협약을 체결했다."

    assert parties(agreements(text)[0])[1] == (other, country)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("갑을연구원 소식지 제41호 (2024 여름)\n\n갑을연구원이 6월 13일 한빛대학교와 협약을 체결했다.", "2024-06-13"),
        ("갑을연구원과 한빛대학교가 15일 오후 협약을 체결했다. 협약서는 두 부를 만들었다. 2026.1.15", "2026-01-15"),
        (
            "스타렌즈 2025.09.26\n\n두 번째는 사흘 뒤인 25일 다낭에서 나왔다. 갑을연구원은 한빛대학교와 협약을 맺었다.",
            "2025-09-25",
        ),
    ],
)
def test_the_day_is_completed_from_the_page(text: str, day: str) -> None:
    assert agreements(text)[0].date.value == day


def test_a_latin_name_ends_before_the_body() -> None:
    text = (
        "한빛은행은 30일 Becaland Industrial JSC와 협약을 체결했다.\n\n"
        "협약식에는 Le Quang Vu Becaland 회장이 참석해 협약서에 서명했다."
    )

    assert [person.name for person in agreements(text)[0].people] == ["Le Quang Vu"]
