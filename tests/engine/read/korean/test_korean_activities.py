from __future__ import annotations

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import Strength

SIGNED = "한빛연구원은 14일 하남대학교와 업무협약을 체결했다.\n"


def promised(sentence: str) -> list[tuple[str, str]]:
    (agreement,) = read_document(SIGNED + sentence).agreements
    return [(one.code, one.span.quote if one.span else "") for one in agreement.activities]


def test_each_bullet_is_a_promise() -> None:
    assert promised("두 기관은 △공동연구 수행 △석박사 인력교류 △기술 이전에 협력하기로 했다.") == [
        ("joint-research", "공동연구 수행"),
        ("staff-exchange", "석박사 인력교류"),
        ("tech-transfer", "기술 이전"),
    ]


def test_a_list_with_commas_ends_before_its_verb() -> None:
    assert promised("이번 협약에 따라 양 기관은 정보 공유, 전문인력 양성, 수출 판로 개척 등에 협력하기로 했다.") == [
        ("info-sharing", "정보 공유"),
        ("training", "전문인력 양성"),
        ("trade-promotion", "수출 판로 개척"),
    ]


def test_what_a_speaker_hopes_is_no_promise() -> None:
    assert promised('노가람 원장은 "공동연구를 넓혀 가겠다"고 말했다.') == []


def test_the_words_before_the_paper_are_its_purpose() -> None:
    text = "한빛연구원은 하남대학교와 반도체 인력 양성을 위한 업무협약을 체결했다."

    (agreement,) = read_document(text).agreements

    assert [(one.code, one.strength) for one in agreement.activities] == [("training", Strength.PURPOSE)]
    assert "semiconductors" in [sector.code for sector in agreement.sectors]
