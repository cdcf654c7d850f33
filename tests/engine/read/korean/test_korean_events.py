from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import AgreementStatus, AgreementType

LEAD = "한빛테크노파크는 지난 12일 베트남 하남성 과학기술국과 "


@pytest.mark.parametrize(
    "sentence",
    [
        "기술교류 업무협약을 체결했다.",
        "기술교류를 위한 업무협약(MOU)을 맺었다고 13일 밝혔다.",
        "기술교류 협약식을 가졌다.",
        "기술교류 업무협약서에 서명하고 협력에 나섰다.",
        "양해각서를 체결하고 협력하기로 했다.",
        "기술협력 양해각서(MOU)를 맺고 공동연구를 추진한다.",
    ],
)
def test_reads_a_signing_however_it_is_said(sentence: str) -> None:
    (agreement,) = read_document(LEAD + sentence).agreements

    assert agreement.status is AgreementStatus.SIGNED


@pytest.mark.parametrize(
    "sentence",
    [
        "업무협약을 체결할 예정이라고 밝혔다.",
        "업무협약을 체결하기로 했다.",
        "다음 달 업무협약을 맺는다.",
        "업무협약 체결을 추진한다고 밝혔다.",
    ],
)
def test_a_signing_to_come_is_planned(sentence: str) -> None:
    (agreement,) = read_document(LEAD + sentence).agreements

    assert agreement.status is AgreementStatus.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        "한빛도 도지사는 8일 도청에서 주한베트남대사를 접견하고 협력 방안을 논의했다고 밝혔다.",
        "한빛상공회의소는 지난해 12월 체결한 업무협약의 후속조치로 15일 베트남 다낭상공회의소와 간담회를 열었다.",
        "두 학교는 2019년 업무협약을 체결한 뒤 교류를 이어오고 있다. 한빛대학교는 15일 연수를 실시했다.",
        "한빛구는 방한한 베트남 빈즈엉성 공직자들을 만나 상호교류 협력방안을 논의했다고 23일 밝혔다.",
    ],
)
def test_a_courtesy_call_and_an_earlier_signing_are_no_agreement(text: str) -> None:
    assert read_document(text).agreements == ()


def test_an_exchange_of_papers_is_told_apart() -> None:
    (agreement,) = read_document("한빛군이 베트남 럼동성 단즈엉현과 우호교류 의향서(LOI)를 교환했다.").agreements

    assert agreement.status is AgreementStatus.EXCHANGED
    assert agreement.type is AgreementType.LOI


def test_a_renewal_is_an_amendment() -> None:
    text = "한빛대학교는 베트남 껀터대학교와 교환학생 협정을 5년 연장했다고 21일 밝혔다."

    (agreement,) = read_document(text).agreements

    assert agreement.renewal
    assert agreement.type is AgreementType.AMENDMENT
    assert agreement.term is not None
    assert (agreement.term.value, agreement.term.unit) == (60.0, "month")


def test_every_item_of_a_list_of_papers_is_an_agreement() -> None:
    text = (
        "정상회담을 계기로 양국 기관은 3건의 MOU를 체결했다.\n"
        "▲한빛전력공사-베트남북부전력공사(NPX) 전력망 협력 MOU ▲대한무역원-베트남무역진흥청 무역 진흥 MOU "
        "▲한빛기술연구원-베트남기계연구소 공동연구 MOU 등이다."
    )

    agreements = read_document(text).agreements

    assert [[party.name for party in agreement.parties] for agreement in agreements] == [
        ["한빛전력공사", "베트남북부전력공사"],
        ["대한무역원", "베트남무역진흥청"],
        ["한빛기술연구원", "베트남기계연구소"],
    ]
