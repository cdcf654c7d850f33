from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import Mode
from nhipcau.facts.reading import AgreementRead

SIGNED = "Viện Sao Mai và Viện Daon (Hàn Quốc) đã ký biên bản ghi nhớ"


def only(text: str, published: str | None = None) -> AgreementRead:
    (agreement,) = read_document(text, published=published).agreements
    return agreement


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        (f"Ngày 1/6/2021, {SIGNED}.", None, "2021-06-01"),
        (f"Hôm 26/11, {SIGNED}.", "2021-11-26", "2021-11-26"),
        (f"Hôm 26/11, {SIGNED}.", None, "XXXX-11-26"),
        (f"Sáng nay, {SIGNED}.", "2023-05-04", "2023-05-04"),
        (f"Chiều qua, {SIGNED}.", "2023-05-04", "2023-05-03"),
        (f"Vừa qua, {SIGNED}.", "2023-05-04", None),
        (f"{SIGNED}. Viện Sao Mai được thành lập theo Quyết định số 12/QĐ-BCT ngày 6/6/2018.", None, None),
    ],
)
def test_the_day_is_the_events_and_never_the_pages(text: str, published: str | None, value: str | None) -> None:
    assert only(text, published).date.value == value


def test_a_year_from_the_page_is_marked_as_derived() -> None:
    date = only(f"Hôm 26/11, {SIGNED}.", "2021-11-30").date

    assert (date.value, [one.value for one in date.derived]) == ("2021-11-26", ["value"])


def test_vague_words_are_the_span_of_no_date() -> None:
    span = only(f"Vừa qua, {SIGNED}.").date.span

    assert span is not None
    assert span.quote == "Vừa qua"


def test_online_is_a_mode_without_a_room() -> None:
    place = only("Hôm nay, Viện Sao Mai và Viện Daon (Hàn Quốc) ký kết trực tuyến thỏa thuận hợp tác.").place

    assert place is not None
    assert (place.mode, place.venue) == (Mode.ONLINE, None)


def test_a_room_and_a_city() -> None:
    place = only(f"Sáng 4/5/2023, tại Hà Nội, {SIGNED}.").place

    assert place is not None
    assert (place.city, place.country, place.mode) == ("Hà Nội", "VN", Mode.IN_PERSON)


def test_where_nothing_is_said_there_is_no_place() -> None:
    assert only(f"Hôm qua, {SIGNED}.").place is None
