from __future__ import annotations

import pytest

from nhipcau.engine.read.english.sounds import sounds_like
from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import AgreementStatus, PersonFunction
from nhipcau.facts.reading import AgreementRead

LIST = """Korean firms leave Hai Duong with papers

Saturday, March 9, 2024

The papers below were signed in Hai Duong on March 7:

1. Dalbit Precision Forge / Minh Long Auto Works — joint venture contract, gear plant
2. Korea Polymer Institute / Vietnam Institute of Rubber Chemistry — MOU, joint research on recycled rubber
- MoU on nurse training: Haeorum University and Song Hong Medical College
"""


def agreements(text: str) -> tuple[AgreementRead, ...]:
    return read_document(text).agreements


def names(agreement: AgreementRead) -> list[str]:
    return [party.name for party in agreement.parties]


def test_every_item_of_a_list_is_an_agreement_of_its_own() -> None:
    found = agreements(LIST)

    assert [names(one) for one in found] == [
        ["Dalbit Precision Forge", "Minh Long Auto Works"],
        ["Korea Polymer Institute", "Vietnam Institute of Rubber Chemistry"],
        ["Haeorum University", "Song Hong Medical College"],
    ]
    assert {one.date.value for one in found} == {"2024-03-07"}
    assert [one.type.value for one in found] == ["contract", "MOU", "MOU"]


def test_a_list_of_what_is_still_to_be_signed_holds_no_signing() -> None:
    text = LIST.replace("The papers below were signed", "The papers below are expected to be signed")

    assert [one for one in agreements(text) if one.status is AgreementStatus.SIGNED] == []


def test_counted_deals_may_be_told_without_the_word_for_the_paper() -> None:
    text = (
        "Three agreements between Korean and Vietnamese firms were signed in Hanoi on May 6, 2024.\n\n"
        "Sao Khue Textile JSC and Daehan Dyetech agreed to build a dyeing line in Nam Dinh.\n\n"
        "Bac Ha Power and Korea's Haneul Hydrogen signed an MoU on a pilot plant."
    )

    assert [names(one) for one in agreements(text)] == [
        ["Sao Khue Textile JSC", "Daehan Dyetech"],
        ["Bac Ha Power", "Haneul Hydrogen"],
    ]


def test_agreeing_to_extend_is_the_extension_but_agreeing_to_sign_is_a_plan() -> None:
    extended = "The Korea Mould Institute and Hai Phong Technical College agreed on Tuesday to extend their agreement."
    planned = "The Korea Mould Institute and Hai Phong Technical College agreed to sign an agreement next year."

    assert [one.status for one in agreements(extended)] == [AgreementStatus.SIGNED]
    assert [one.status for one in agreements(planned)] == [AgreementStatus.PLANNED]


def test_parties_may_follow_the_verb() -> None:
    text = (
        "Four bodies renew pact\n\nSigning the extension at the Lotus Hotel in Hue were the Korea Timber Institute "
        "(KTI), Namdo Wood Technopark, the Vietnam Institute of Forest Products and Quality Assurance Centre No. 7."
    )

    assert names(agreements(text)[0]) == [
        "Korea Timber Institute",
        "Namdo Wood Technopark",
        "Vietnam Institute of Forest Products",
        "Quality Assurance Centre No. 7",
    ]


def test_the_writer_of_a_letter_signs_as_i() -> None:
    text = (
        "KWI Newsletter | Issue 4 | Autumn 2023\n\nDear members,\n\n"
        "On October 5 the Korea Weaving Institute (KWI) and the Vietnam Textile Centre (VTC) became partners: "
        "Dr. Luong Thanh Mai and I put our names to a Memorandum of Agreement.\n\nWith warm regards,\n"
        "Bok Hye-jin, President\n"
    )
    (agreement,) = agreements(text)

    assert names(agreement) == ["Korea Weaving Institute", "Vietnam Textile Centre"]
    assert agreement.date.value == "2023-10-05"
    assert ("Bok Hye-jin", PersonFunction.SIGNATORY) in [(one.name, one.function) for one in agreement.people]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Alpha University and Korea Mould Institute signed an MoU on the first Monday of March 2025.", "2025-03-03"),
        ("Alpha University and Korea Mould Institute signed an MoU on the last Friday of May 2024.", "2024-05-31"),
        (
            "Alpha University and Korea Mould Institute signed an MoU last Friday, both announced on August 12, 2019.",
            "2019-08-09",
        ),
        (
            "Alpha University and Korea Mould Institute signed an MoU.\n\nPhoto: Delegates at noon, 7 November 2025",
            "2025-11-07",
        ),
        (
            "On June 3, 2024, guests visited Hue.\n\nAlpha University and Korea Mould Institute signed an MoU.",
            "2024-06-03",
        ),
    ],
)
def test_the_day_stands_in_many_places(text: str, day: str) -> None:
    assert agreements(text)[0].date.value == day


def test_three_parties_are_sought_where_the_signing_only_counts_them() -> None:
    text = (
        "Hue Marine University (HMU) welcomed a delegation from Seohae National University and the Wando Oyster "
        "Cooperative.\n\nThe three parties signed a Memorandum of Cooperation at Hall A2. "
        "Prof. Joo Ha-neul signed for Seohae National University."
    )

    assert names(agreements(text)[0]) == [
        "Hue Marine University",
        "Seohae National University",
        "Wando Oyster Cooperative",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Vietnam-Korea Technology Advice and Solutions Center (VITASK)",
        "Korea Design Advice and Packaging Centre (KDAPC)",
        "National Plant Rescue and Seed Institute",
    ],
)
def test_a_name_with_and_stays_whole(name: str) -> None:
    text = (
        f"The Industrial Development Center (IDC) and the {name} signed a memorandum of understanding on June 1, 2021."
    )

    assert names(agreements(text)[0]) == ["Industrial Development Center", name.partition(" (")[0]]


def test_and_parts_two_bodies() -> None:
    text = "Samsung Electronics and Korea Energy Agency (KEA) signed a memorandum of understanding on June 1, 2021."

    assert names(agreements(text)[0]) == ["Samsung Electronics", "Korea Energy Agency"]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Hoang Lien Pharmaceutical JSC", "VN"),
        ("Truong Thinh Auto Parts", "VN"),
        ("Daehwa Dyetech", "KR"),
        ("Jinseong Shipbuilding", "KR"),
        ("Sun Bay Foods", None),
        ("People's Committee", None),
    ],
)
def test_names_sound_like_their_language(name: str, country: str | None) -> None:
    heard = sounds_like(name)

    assert (heard[0] if heard else None) == country


def test_a_relative_clause_is_no_post_and_a_ceremony_no_purpose() -> None:
    text = (
        "Alpha University and Korea Mould Institute concluded an agreement in an online ceremony on 26 May 2021.\n\n"
        "Lee Hyeonse, who heads global cooperation at the institute, said the partnership would strengthen training."
    )
    (agreement,) = agreements(text)

    assert [(person.name, person.role) for person in agreement.people] == [
        ("Lee Hyeonse", "heads global cooperation at the institute")
    ]
    assert [one.span.quote for one in agreement.activities if one.span and "ceremony" in one.span.quote] == []
