from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import Mode, Strength

SIGNED = "Hanbit Technopark signed an MoU with Song Da College of Industry in Hanoi on June 3, 2024.\n"


def promised(sentence: str) -> list[tuple[str, str]]:
    (agreement,) = read_document(SIGNED + sentence).agreements
    return [
        (one.code, one.span.quote if one.span else "")
        for one in agreement.activities
        if one.strength is Strength.COMMITMENT
    ]


def test_each_clause_under_the_paper_is_a_promise() -> None:
    sentence = "Under the MoU, the two sides will share curricula, exchange experts and train 50 technicians."

    assert promised(sentence) == [
        ("curriculum", "share curricula"),
        ("expert-exchange", "exchange experts"),
        ("training", "train 50 technicians"),
    ]


def test_a_subject_that_is_no_party_belongs_to_the_promise() -> None:
    assert promised("Under the MoU, twenty nurses will spend 12 weeks in Korea for training.") == [
        ("training", "twenty nurses will spend 12 weeks in Korea for training")
    ]


def test_what_a_speaker_hopes_is_no_promise() -> None:
    assert promised('"We will train more engineers," he said.') == []


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        (SIGNED, None, "2024-06-03"),
        ("Hanbit Technopark signed an MoU with Song Da College of Industry on July 17.", "2024-07-18", "2024-07-17"),
        ("Hanbit Technopark on the 27th signed an MoU with Song Da College of Industry.", "2024-08-29", "2024-08-27"),
        ("Hanbit Technopark recently signed an MoU with Song Da College of Industry.", "2024-08-29", None),
    ],
)
def test_finds_the_day(text: str, published: str | None, value: str | None) -> None:
    (agreement,) = read_document(text, published=published).agreements

    assert agreement.date.value == value


def test_finds_city_and_mode() -> None:
    (agreement,) = read_document(SIGNED).agreements

    assert agreement.place is not None
    assert (agreement.place.city, agreement.place.country, agreement.place.mode) == ("Hanoi", "VN", Mode.IN_PERSON)


def test_every_span_quotes_the_text() -> None:
    text = SIGNED + "Under the MoU, the two sides will share curricula and exchange experts."

    (agreement,) = read_document(text).agreements

    spans = [one.span for one in (*agreement.parties, *agreement.activities, agreement.date)]
    assert all(span is not None and text[span.start : span.end] == span.quote for span in spans)
