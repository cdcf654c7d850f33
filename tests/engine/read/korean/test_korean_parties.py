from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import PartyKind


def names(text: str) -> set[str]:
    (agreement,) = read_document(text).agreements
    return {party.name for party in agreement.parties}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "한빛연구원(원장 노가람)과 베트남 하남대학교(총장 쩐 반 남)가 14일 업무협약을 맺었다.",
            {"한빛연구원", "하남대학교"},
        ),
        (
            "전남도는 17일 한빛군, 가온대, 누리협회 등 4개 기관과 업무협약을 했다.",
            {"전남도", "한빛군", "가온대", "누리협회"},
        ),
        (
            "한빛대학교는 베트남 하남대학교 및 남하기술대학과 다자간 업무협약을 체결했다.",
            {"한빛대학교", "하남대학교", "남하기술대학"},
        ),
        ("한빛테크노파크-하노이기술대, 공동연구 업무협약 체결", {"한빛테크노파크", "하노이기술대"}),
        ("㈜한빛정밀(대표 김도현)과 베트남 하남전자가 부품 공급 계약을 체결했다.", {"㈜한빛정밀", "하남전자"}),
        ("베트남 빈증성은 서울 강남구와 교류를 위한 업무협약을 체결했다.", {"빈증성", "서울 강남구"}),
        ("한빛진흥원은 베트남 동나이성 상공국과 수출 지원 업무협약을 체결했다.", {"한빛진흥원", "동나이성 상공국"}),
    ],
)
def test_finds_the_signing_bodies_without_particles(text: str, expected: set[str]) -> None:
    assert names(text) == expected


def test_partners_who_sign_separately_give_separate_agreements() -> None:
    text = (
        "한빛과학원(HSI)은 베트남국립대학교(VNU) 및 하노이기술대학교(HNT)와 각각 연구협력을 위한 양해각서를 체결했다."
    )

    agreements = read_document(text).agreements

    assert [[party.acronym for party in agreement.parties] for agreement in agreements] == [
        ["HSI", "VNU"],
        ["HSI", "HNT"],
    ]


def test_a_bracket_teaches_acronym_and_a_ministry_before_is_the_parent() -> None:
    text = "한빛기술원(원장 정가온, KHIT)은 베트남 산업무역부 산하 산업개발지원센터(IDX)와 업무협약을 체결했다."

    (agreement,) = read_document(text).agreements
    korean, vietnamese = agreement.parties

    assert (korean.name, korean.acronym, korean.country) == ("한빛기술원", "KHIT", "KR")
    assert (vietnamese.name, vietnamese.acronym, vietnamese.country) == ("산업개발지원센터", "IDX", "VN")
    assert vietnamese.parent == "산업무역부"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("한빛테크노파크", PartyKind.TECHNOPARK),
        ("한빛대학교", PartyKind.UNIVERSITY),
        ("한빛기술연구원", PartyKind.RESEARCH_INSTITUTE),
        ("한빛부품협회", PartyKind.ASSOCIATION),
        ("한빛은행", PartyKind.BANK),
        ("전라남도", PartyKind.LOCAL_GOVERNMENT),
        ("산업통상자원부", PartyKind.MINISTRY),
    ],
)
def test_the_head_noun_tells_the_kind(name: str, kind: PartyKind) -> None:
    particle = "과" if (ord(name[-1]) - ord("가")) % 28 else "와"
    (agreement,) = read_document(f"{name}{particle} 베트남 하남대학교는 업무협약을 체결했다.").agreements

    assert {party.name: party.kind for party in agreement.parties}[name] is kind


def test_every_span_quotes_the_text() -> None:
    text = "한빛연구원(원장 노가람)과 베트남 하남대학교가 14일 하노이에서 공동연구를 위한 업무협약을 맺었다."

    (agreement,) = read_document(text).agreements

    spans = (
        [party.span for party in agreement.parties] + [one.span for one in agreement.activities] + [agreement.date.span]
    )
    assert all(span is not None and text[span.start : span.end] == span.quote for span in spans)
