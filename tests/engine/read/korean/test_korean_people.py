from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import PersonFunction

SIGNED = "한빛연구원은 14일 베트남 하남대학교와 업무협약을 체결했다.\n"


def people(sentence: str) -> dict[str, PersonFunction]:
    (agreement,) = read_document(SIGNED + sentence).agreements
    return {person.name: person.function for person in agreement.people}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ('노가람 원장은 "현지 기업을 돕겠다"고 말했다.', {"노가람": PersonFunction.SPEAKER}),
        (
            "노가람 한빛연구원 원장(왼쪽)과 팜 티 흐엉 하남대학교 총장이 협약서에 서명한 뒤 악수하고 있다.",
            {"노가람": PersonFunction.SIGNATORY, "팜 티 흐엉": PersonFunction.SIGNATORY},
        ),
        (
            "이날 협약식에는 응우옌 비엣 띠엔 베트남 보건부 차관과 김성익 한빛대 총장 등이 참석했다.",
            {"응우옌 비엣 띠엔": PersonFunction.ATTENDEE, "김성익": PersonFunction.ATTENDEE},
        ),
        ("협약식은 김준성 한빛군수가 참석한 가운데 열렸다.", {"김준성": PersonFunction.ATTENDEE}),
        ("팜홍쾃(Pham Hong Quat) 청장이 자리를 함께했다.", {"팜홍쾃": PersonFunction.ATTENDEE}),
    ],
)
def test_finds_names_with_their_posts_and_deeds(sentence: str, expected: dict[str, PersonFunction]) -> None:
    assert people(sentence) == expected


def test_a_head_in_brackets_represents_the_body() -> None:
    text = "한빛연구원(원장 노가람)은 베트남 하남대학교(총장 도 남 빈)와 업무협약을 체결했다."

    (agreement,) = read_document(text).agreements

    assert [(person.name, person.role, person.org) for person in agreement.people] == [
        ("노가람", "원장", "한빛연구원"),
        ("도 남 빈", "총장", "하남대학교"),
    ]


def test_reporters_and_background_politicians_are_left_out() -> None:
    text = (
        "[한빛일보=오지안 기자] "
        + SIGNED
        + "이번 협약은 윤가온 대통령의 국빈방문을 계기로 이뤄졌다. 김하늘 기자 sky@example.com"
    )

    (agreement,) = read_document(text).agreements

    assert agreement.people == ()
