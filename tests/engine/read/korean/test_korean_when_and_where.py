from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import Mode


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("한빛연구원은 지난 26일 하남대학교와 업무협약을 체결했다고 29일 밝혔다.", "2024-06-26"),
        ("29일 한빛연구원은 지난 26일 하남대학교와 업무협약을 체결했다고 밝혔다.", "2024-06-26"),
        ("한빛연구원은 24일 하남대학교와 업무협약을 체결했다고 밝혔다.", "2024-06-24"),
        ("한빛연구원은 지난달 30일 하남대학교와 업무협약을 체결했다고 1일 밝혔다.", "2024-05-30"),
        ("한빛연구원은 하남대학교와 업무협약을 체결했다고 29일 밝혔다.", None),
        ("한빛연구원은 최근 하남대학교와 업무협약을 체결했다.", None),
    ],
)
def test_tells_the_day_of_the_event_from_the_day_of_the_report(text: str, value: str | None) -> None:
    (agreement,) = read_document(text, published="2024-06-30").agreements

    assert agreement.date.value == value


def test_a_day_stays_open_without_the_date_of_the_page() -> None:
    (agreement,) = read_document("한빛연구원은 24일 하남대학교와 업무협약을 체결했다.").agreements

    assert agreement.date.value == "XXXX-XX-24"


def test_finds_venue_city_and_country() -> None:
    (agreement,) = read_document("한빛연구원은 14일 하노이 롯데호텔에서 하남대학교와 업무협약을 체결했다.").agreements

    assert agreement.place is not None
    assert (agreement.place.venue, agreement.place.city, agreement.place.country) == ("롯데호텔", "하노이", "VN")
    assert agreement.place.mode is Mode.IN_PERSON


def test_a_video_conference_is_online() -> None:
    (agreement,) = read_document("한빛연구원은 14일 화상회의로 하남대학교와 업무협약을 체결했다.").agreements

    assert agreement.place is not None
    assert agreement.place.mode is Mode.ONLINE
