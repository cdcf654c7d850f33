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


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        (f"Hôm 18/4, đoàn tới mỏ. Ngày hôm sau, {SIGNED}.", "2019-04-26", "2019-04-19"),
        (f"Ngày 6.3.2023, đoàn tới thăm. Sau đó, {SIGNED}.", "2023-03-08", "2023-03-06"),
        (f"Chiều thứ Ba, {SIGNED}.", "2020-08-06", "2020-08-04"),
        (f"Cuối tháng 5, {SIGNED}. Ngày 2/4, hai bên đã gặp nhau.", "2018-06-04", "2018-05"),
        (f"Ngày 30/8/2022, {SIGNED}, gia hạn thêm 3 năm (đến 30/8/2025).", None, "2022-08-30"),
        (f"Đoàn ở Seoul từ ngày 20 đến 24/11.\n\nTại hội đàm ngày 21/11, hai bên trao đổi.\n\n{SIGNED}.", "2019-11-25",
         "2019-11-21"),
    ],
)  # fmt: skip
def test_the_day_nearest_before_the_signing_counts(text: str, published: str | None, value: str) -> None:
    assert only(text, published).date.value == value


def test_a_city_is_no_room() -> None:
    place = only(f"Ngày 2/3/2022, tại thành phố Daegu, {SIGNED}.").place

    assert place is not None
    assert (place.venue, place.country) == (None, "KR")
