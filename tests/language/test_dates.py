from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.dates import complete, find_dates, publication_date

DAYS = st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2049, 12, 31))
PIECES = "0123456789/.-~ \nngàythángnămtừđếnvà월일년지난오는밝혔다JuneofonMay,'()"
MESS = st.text(alphabet=st.one_of(st.sampled_from(PIECES), st.characters()))


def read(text: str, language: str) -> list[tuple[str, str, str]]:
    return [(text[date.start : date.end], date.value, date.precision) for date in find_dates(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 1/6/2021, Trung tâm", [("Ngày 1/6/2021", "2021-06-01", "day")]),
        ("Hôm 26/11, Hiệp hội", [("Hôm 26/11", "XXXX-11-26", "day")]),
        ("Trung tuần tháng 6/2024, tại", [("Trung tuần tháng 6/2024", "2024-06", "mid-month")]),
        ("giữa tháng 6 năm 2024", [("giữa tháng 6 năm 2024", "2024-06", "mid-month")]),
        ("cuối tháng 9", [("cuối tháng 9", "XXXX-09", "month")]),
        ("kể đến tháng 10/2020 đạt", [("tháng 10/2020", "2020-10", "month")]),
        ("sáng nay (26/11), tại", [("sáng nay (26/11)", "XXXX-11-26", "day")]),
        ("ngày 12 tháng 6 năm 2024", [("ngày 12 tháng 6 năm 2024", "2024-06-12", "day")]),
        ("ngày 5 tháng Sáu năm 2024", [("ngày 5 tháng Sáu năm 2024", "2024-06-05", "day")]),
        ("từ ngày 12 đến 15/6/2024", [("ngày 12 đến 15/6/2024", "2024-06-12/2024-06-15", "day")]),
        ("từ ngày 28/5 đến ngày 2/6/2024", [("ngày 28/5 đến ngày 2/6/2024", "2024-05-28/2024-06-02", "day")]),
        ("giai đoạn 2021-2025", [("2021-2025", "2021/2025", "year")]),
        ("quý III/2024", [("quý III/2024", "2024-07/2024-09", "month")]),
        ("ngày 26 vừa qua", [("ngày 26", "XXXX-XX-26", "day")]),
        ("Nghị định 15/2020/NĐ-CP, 1/3 dân số, 24/7", []),
        ("ngày 31/2/2024", []),
    ],
)
def test_vietnamese_dates(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text, "vi") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024년 6월 14일", [("2024년 6월 14일", "2024-06-14", "day")]),
        ("2024. 6. 14. 오전", [("2024. 6. 14.", "2024-06-14", "day")]),
        ("지난 26일 하노이", [("지난 26일", "XXXX-XX-26", "day")]),
        ("9월 12일 서명", [("9월 12일", "XXXX-09-12", "day")]),
        ("6월 중순", [("6월 중순", "XXXX-06", "mid-month")]),
        ("26~28일 열린", [("26~28일", "XXXX-XX-26/XXXX-XX-28", "day")]),
        ("2021∼2025년", [("2021∼2025년", "2021/2025", "year")]),
        ("29일(현지시간)", [("29일", "XXXX-XX-29", "day")]),
        ("10일간, 3일 동안, 6일본, 100일", []),
    ],
)
def test_korean_dates(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text, "ko") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 June 2024", [("12 June 2024", "2024-06-12", "day")]),
        ("on Sept. 12 in", [("Sept. 12", "XXXX-09-12", "day")]),
        ("mid-June 2024", [("mid-June 2024", "2024-06", "mid-month")]),
        ("24-26 October 2023", [("24-26 October 2023", "2023-10-24/2023-10-26", "day")]),
        ("signed on the 27th", [("on the 27th", "XXXX-XX-27", "day")]),
        ("12/06/2024 and 6/25/2024", [("12/06/2024", "2024-06-12", "day"), ("6/25/2024", "2024-06-25", "day")]),
        ("it may 12, 2,024 items", []),
    ],
)
def test_english_dates(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language", "reporting"),
    [
        ("충북TP는 지난 13일 하노이에서 협약을 체결했다고 14일 밝혔다.", "ko", [False, True]),
        ("충북도는 14일 '지난 12일 하노이에서 협약을 체결했다'고 밝혔다.", "ko", [True, False]),
        ("14일 업계에 따르면", "ko", [True]),
        ("충북도는 14일 하노이에서 협약을 체결했다.", "ko", [False]),
        ("SEOUL, June 14 (Yonhap) -- They signed it on June 12.", "en", [True, False]),
        ("the company said Tuesday", "en", [True]),
    ],
)
def test_tells_the_day_of_the_report_from_the_day_of_the_event(text: str, language: str, reporting: list[bool]) -> None:
    assert [date.reporting for date in find_dates(text, language)] == reporting


@given(DAYS)
def test_reads_back_every_day_that_it_is_given(day: dt.date) -> None:
    written = {
        "vi": f"ngày {day.day}/{day.month}/{day.year}",
        "ko": f"{day.year}년 {day.month}월 {day.day}일",
        "en": f"{day:%B} {day.day}, {day.year}",
    }

    assert {language: read(text, language) for language, text in written.items()} == {
        language: [(text, day.isoformat(), "day")] for language, text in written.items()
    }


@given(MESS, st.sampled_from(["vi", "ko", "en", "und"]))
def test_never_fails_and_spans_stay_inside_without_overlap(text: str, language: str) -> None:
    found = find_dates(text, language)

    bounds = [(date.start, date.end) for date in found]
    assert all(0 <= start < end <= len(text) for start, end in bounds)
    assert all(first[1] <= second[0] for first, second in pairwise(bounds))
    assert publication_date(text, language) is None or found


@pytest.mark.parametrize(
    ("value", "published", "derivation", "expected"),
    [
        ("XXXX-11-26", "2021-11-26", None, ("2021-11-26", True)),
        ("XXXX-12-28", "2024-01-03", None, ("2023-12-28", True)),
        ("XXXX-XX-29", "2024-05-03", None, ("2024-04-29", True)),
        ("XXXX-XX-31", "2024-03-01", None, ("2024-01-31", True)),
        ("XXXX-02-29", "2023-06-01", None, ("2020-02-29", True)),
        ("XXXX-XX-26", "2024-06-27", "last-month", ("2024-05-26", True)),
        ("XXXX-06", "2024-06-14", "last-year", ("2023-06", True)),
        ("XXXX-06", "2024-05-14", None, ("2023-06", True)),
        ("XXXX-XX-XX", "2024-06-14", "yesterday", ("2024-06-13", True)),
        ("XXXX-XX-XX", "2024-06-14", "weekday-3", ("2024-06-12", True)),
        ("XXXX-06-20", "2024-06-14", "coming", ("2024-06-20", True)),
        ("XXXX-XX-05", "2024-12-14", "coming", ("2025-01-05", True)),
        ("XXXX-12-30/XXXX-01-02", "2024-01-05", None, ("2023-12-30/2024-01-02", True)),
        ("XXXX-06-14", "2024", None, ("2024-06-14", True)),
        ("XXXX-09-12", None, None, ("XXXX-09-12", False)),
        ("2024-06-14", "2025-01-01", None, ("2024-06-14", False)),
        ("XXXX-XX-XX", "2024-06-14", None, ("XXXX-XX-XX", False)),
        ("XXXX-09-12", "yesterday", None, ("XXXX-09-12", False)),
    ],
)
def test_completes_from_the_day_of_publication(
    value: str,
    published: str | None,
    derivation: str | None,
    expected: tuple[str, bool],
) -> None:
    assert complete(value, published, derivation) == expected


@given(DAYS, DAYS)
def test_a_completed_day_is_never_after_the_publication(event: dt.date, published: dt.date) -> None:
    value, filled = complete(f"XXXX-{event:%m-%d}", published.isoformat())

    assert not filled or value <= published.isoformat()
    assert value.endswith(f"{event:%m-%d}")


@pytest.mark.parametrize(
    ("text", "language", "span", "value"),
    [
        (
            "VKBIA ký kết\n\nThời sự quốc tếThứ Sáu, 26/11/2021 18:02:00 +07:00\n(VTC News) -\nHôm 26/11, ký.",
            "vi",
            "26/11/2021 18:02:00 +07:00",
            "2021-11-26",
        ),
        ("제목\n입력 2024.06.14 10:22 수정 2024.06.15 11:00\n본문", "ko", "2024.06.14 10:22", "2024-06-14"),
        ("Title\n2023-05-02 09:00\nBody", "en", "2023-05-02 09:00", "2023-05-02"),
        ("Title\nPublished: 12 June 2024\nBody", "en", "12 June 2024", "2024-06-12"),
        ("(Hà Nội, 12/6/2024) Lễ ký kết diễn ra", "vi", "12/6/2024", "2024-06-12"),
        ("18:02 | 26/11/2021\nTin", "vi", "26/11/2021", "2021-11-26"),
    ],
)
def test_finds_the_date_of_the_page(text: str, language: str, span: str, value: str) -> None:
    found = publication_date(text, language)

    assert found is not None
    assert (text[found.start : found.end], found.value) == (span, value)


@pytest.mark.parametrize(
    "text",
    ["Ngày 1/6/2021, Trung tâm Hỗ trợ phát triển công nghiệp đã ký", "Lễ ký kết ngày 1/6/2021", "", "không có"],
)
def test_an_event_is_no_date_of_the_page(text: str) -> None:
    assert publication_date(text, "vi") is None
