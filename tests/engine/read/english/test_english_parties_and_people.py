from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import PersonFunction

SIGNED = "Hanbit Technopark signed an MoU with Song Da College of Industry on June 3, 2024.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "The Ministry of Planning and Investment (MPI) signed an MoU on policy with the Korea Trade and "
                "Investment Promotion Agency (KTIA) on July 17."
            ),
            [("Ministry of Planning and Investment", "MPI"), ("Korea Trade and Investment Promotion Agency", "KTIA")],
        ),
        (
            "Hanbit-based Noru Electronics and Vietnam's Department of Culture, Sports and Tourism signed an MoU.",
            [("Noru Electronics", None), ("Department of Culture, Sports and Tourism", None)],
        ),
        (
            (
                "The Vietnam - Korea Business Association (VKBX), which belongs to the Chamber of Trade, and Hanbit "
                "Technopark signed a cooperation agreement."
            ),
            [("Vietnam - Korea Business Association", "VKBX"), ("Hanbit Technopark", None)],
        ),
        (
            "Hanbit Agricultural College signed an MoU with Song Da Oil and Gas Group on Monday.",
            [("Hanbit Agricultural College", None), ("Song Da Oil and Gas Group", None)],
        ),
    ],
)
def test_and_inside_a_name_does_not_part_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    (agreement,) = read_document(text).agreements

    assert [(party.name, party.acronym) for party in agreement.parties] == expected


def test_separate_agreements_with_several_partners() -> None:
    text = (
        "Hanbit Agricultural College signed separate cooperation agreements with Song Da College of Forestry and with "
        "the Muong Hoa Tea Alliance."
    )

    agreements = read_document(text).agreements

    assert [[party.name for party in agreement.parties] for agreement in agreements] == [
        ["Hanbit Agricultural College", "Song Da College of Forestry"],
        ["Hanbit Agricultural College", "Muong Hoa Tea Alliance"],
    ]


@pytest.mark.parametrize(
    ("sentence", "name", "role", "function"),
    [
        (
            "The deal was inked by Technopark president Noh Ga-ram and rector Hoang Thi Thom.",
            "Noh Ga-ram",
            "president",
            PersonFunction.SIGNATORY,
        ),
        (
            "Hoang Thi Thom, rector of the college, said the deal would help students.",
            "Hoang Thi Thom",
            "rector",
            PersonFunction.SPEAKER,
        ),
        (
            "Attending the event was Mr. Kim Young Woo – Director of Global Business.",
            "Kim Young Woo",
            "Director",
            PersonFunction.ATTENDEE,
        ),
    ],
)
def test_finds_names_with_posts_and_deeds(sentence: str, name: str, role: str, function: PersonFunction) -> None:
    (agreement,) = read_document(SIGNED + sentence).agreements

    assert (role, function) in [(one.role, one.function) for one in agreement.people if one.name == name]


def test_reporters_are_left_out() -> None:
    (agreement,) = read_document("By Bae Yoon-seo\n" + SIGNED).agreements

    assert agreement.people == ()
