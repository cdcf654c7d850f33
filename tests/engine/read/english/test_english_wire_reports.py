from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import PersonFunction
from nhipcau.facts.reading import AgreementRead


def agreements(text: str) -> tuple[AgreementRead, ...]:
    return read_document(text).agreements


def names(agreement: AgreementRead) -> list[str]:
    return [party.name for party in agreement.parties]


def signatories(agreement: AgreementRead) -> list[str]:
    return [person.name for person in agreement.people if person.function is PersonFunction.SIGNATORY]


PAIR = "Da Lat University and Korea Polymer Institute signed a memorandum of understanding on June 1, 2021."


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            (
                "The document was signed by Assoc. Prof. Dr. Tran Van Minh, President of Da Lat University, and Dr. "
                "Lee Kwang-ho, President of Korea Polymer Institute."
            ),
            ["Tran Van Minh", "Lee Kwang-ho"],
        ),
        (
            "The signatories were President Tran Van Minh and Director Lee Kwang-ho.",
            ["Tran Van Minh", "Lee Kwang-ho"],
        ),
        (
            (
                "It was signed by President Tran Van Minh and Director Park Yeon-su at a ceremony attended by Minister "
                "Le Van Hung."
            ),
            ["Tran Van Minh", "Park Yeon-su"],
        ),
    ],
)
def test_reads_who_signed(told: str, expected: list[str]) -> None:
    (agreement,) = agreements(f"{PAIR} {told}")

    assert signatories(agreement) == expected


def test_numbered_pairs_under_a_count_of_papers_need_no_word_for_the_paper() -> None:
    text = (
        "Three MoUs signed at forum\n\nThree memoranda of understanding were signed in Da Lat on June 8, 2023.\n"
        "1. Minh Long IDC and Gimpo Technopark: cooperation in building a science park.\n"
        "2. Da Lat University and Haeorum University: student exchange.\n"
        "3. Lam Dong Department of Science and Technology and Gimpo Business Agency: startup support.\n"
    )

    assert [names(one) for one in agreements(text)] == [
        ["Minh Long IDC", "Gimpo Technopark"],
        ["Da Lat University", "Haeorum University"],
        ["Lam Dong Department of Science and Technology", "Gimpo Business Agency"],
    ]


def test_two_pairs_that_sign_in_one_sentence_make_two_agreements() -> None:
    text = (
        "Da Lat University and Haeorum University, as well as the Lam Dong Business Association and the Gimpo Chamber "
        "of Commerce signed cooperation agreements on June 8, 2023."
    )

    assert [len(one.parties) for one in agreements(text)] == [2, 2]


def test_a_common_noun_points_back_to_the_body_that_signs_with_each() -> None:
    text = (
        "Gimpo Technopark sent a delegation to Da Lat.\nThe technopark signed agreements with Da Lat University, the "
        "Lam Dong Investment Agency and the Minh Long Institute, each of which will host a support center."
    )

    assert [names(one)[0] for one in agreements(text)] == ["Gimpo Technopark"] * 3


def test_neither_a_venue_nor_a_witness_is_a_party() -> None:
    text = (
        "On 15 March 2024, in Hoa Lac Hi-Tech Park, the Minh Long Institute and the Korea Polymer Institute signed an "
        "agreement.\nMr. Tran Van Minh, Director of the Minh Long Institute, and Mr. Lee Kwang-ho, President of the "
        "Korea Polymer Institute, signed the agreement in the presence of Ms. Vu Thi Lan, Director of the Department "
        "of Industry."
    )
    (agreement,) = agreements(text)

    assert names(agreement) == ["Minh Long Institute", "Korea Polymer Institute"]


def test_a_committee_is_one_however_its_place_is_said() -> None:
    text = (
        "The People's Committee of Da Lat City and Gimpo Technopark signed an agreement on June 8, 2023.\n"
        "Mr. Tran Van Minh, Vice Chairman of the Da Lat City People's Committee, and Mr. Lee Kwang-ho, President of "
        "Gimpo Technopark, signed the agreement."
    )

    assert len(agreements(text)) == 1


def test_every_clause_with_a_verb_and_parties_of_its_own_is_an_agreement() -> None:
    text = (
        "Among the deals on June 23: Hue University and Haeorum University signed an MoU on nurse training; Minh Long "
        "Institute and Korea Polymer Institute agreed on rubber research; and Gimpo Technopark and Lam Dong Business "
        "Association inked a memorandum on startup support."
    )
    found = agreements(text)

    assert [names(one) for one in found] == [
        ["Hue University", "Haeorum University"],
        ["Minh Long Institute", "Korea Polymer Institute"],
        ["Gimpo Technopark", "Lam Dong Business Association"],
    ]
    assert {one.date.value for one in found} == {"XXXX-06-23"}


def test_papers_in_the_plural_are_signed_one_with_each_partner() -> None:
    text = (
        "Gimpo Technopark signed cooperation agreements with three partners: Hue University, Minh Long Institute and "
        "the Lam Dong Business Association on October 1st, 2023."
    )

    assert [names(one) for one in agreements(text)] == [
        ["Gimpo Technopark", "Hue University"],
        ["Gimpo Technopark", "Minh Long Institute"],
        ["Gimpo Technopark", "Lam Dong Business Association"],
    ]


def test_first_letters_mean_the_body_that_they_shorten() -> None:
    text = (
        "Gimpo Technopark on Monday signed an MoU with the Vietnam Academy of Science and Technology.\n"
        "GTP President Lee Sang-ho and VAST President Chau Van Minh signed the document in Hanoi."
    )

    assert len(agreements(text)) == 1
