from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import AgreementStatus, AgreementType

A, B = "Hanbit Institute of Technology", "Song Da University of Industry"


@pytest.mark.parametrize(
    "text",
    [
        f"{A} and {B} signed a memorandum of understanding (MoU) on joint research on May 15.",
        f"{A} has signed a cooperation agreement with {B} in Hanoi.",
        f"{A} and {B} have inked an MoU on training.",
        f"A memorandum of understanding between {A} and {B} was signed in Hanoi on Tuesday.",
        f"A signing ceremony for an MoU between {A} and {B} was held in Hanoi.",
        f"At the ceremony, {A} and {B} concluded a framework agreement on green hydrogen.",
    ],
)
def test_reads_a_signing_however_it_is_said(text: str) -> None:
    (agreement,) = read_document(text).agreements

    assert agreement.status is AgreementStatus.SIGNED
    assert {party.name for party in agreement.parties} == {A, B}


@pytest.mark.parametrize(
    "text",
    [
        f"{A} and {B} will sign a memorandum of understanding in Hanoi on March 3.",
        f"{A} and {B} are set to sign an MoU on training next month.",
        f"{A} is expected to sign an agreement with {B} in September.",
    ],
)
def test_a_signing_to_come_is_planned(text: str) -> None:
    (agreement,) = read_document(text).agreements

    assert agreement.status is AgreementStatus.PLANNED


@pytest.mark.parametrize(
    "text",
    [
        f"The rector of {B} on Monday received a delegation of {A} and discussed cooperation in training.",
        f"{A} held a working session with {B} on Tuesday. In 2019 they signed a memorandum of understanding.",
        f"The delegation of {A} toured the laboratories of the {B}. Rival Saebit Cells signed a similar pact in March.",
    ],
)
def test_a_visit_and_an_earlier_signing_are_no_agreement(text: str) -> None:
    assert read_document(text).agreements == ()


def test_a_renewal_is_an_amendment_with_a_term() -> None:
    text = f"{A} and {B} renewed their memorandum of understanding on May 20, 2025, adding three more years."

    (agreement,) = read_document(text).agreements

    assert agreement.renewal
    assert agreement.type is AgreementType.AMENDMENT
    assert agreement.term is not None
    assert (agreement.term.value, agreement.term.unit) == (36.0, "month")


def test_copies_that_are_exchanged_are_told_apart() -> None:
    (agreement,) = read_document(f"{A} and {B} exchanged a memorandum of cooperation on February 25, 2023.").agreements

    assert agreement.status is AgreementStatus.EXCHANGED


def test_every_document_of_a_list_is_an_agreement() -> None:
    text = (
        "The signed documents include a memorandum of understanding on science between the Vietnamese Ministry of "
        "Science and Technology and the Korean Ministry of Science and ICT; and another on energy between the "
        "Vietnamese Ministry of Industry and Trade and the RoK Ministry of Trade, Industry and Energy."
    )

    agreements = read_document(text).agreements

    assert [[(party.name, party.country) for party in agreement.parties] for agreement in agreements] == [
        [("Ministry of Science and Technology", "VN"), ("Ministry of Science and ICT", "KR")],
        [("Ministry of Industry and Trade", "VN"), ("Ministry of Trade, Industry and Energy", "KR")],
    ]
