from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.codes import LANGUAGES
from nhipcau.words import dates


@pytest.mark.parametrize(
    ("value", "vi", "ko", "en"),
    [
        ("2021-11-26", "ngày 26/11/2021", "2021년 11월 26일", "26 November 2021"),
        ("2024-06~", "giữa tháng 6/2024", "2024년 6월 중순", "mid-June 2024"),
        ("2024-06", "tháng 6/2024", "2024년 6월", "June 2024"),
        ("2024", "năm 2024", "2024년", "2024"),
        ("2024~", "khoảng năm 2024", "2024년경", "about 2024"),
        ("2024?", "năm 2024 (chưa chắc chắn)", "2024년(불확실)", "2024 (uncertain)"),
        ("202X", "thập niên 2020", "2020년대", "the 2020s"),
        ("XXXX-09-12", "ngày 12/9 (không rõ năm)", "9월 12일(연도 미상)", "12 September (year not stated)"),
        ("XXXX-09", "tháng 9 (không rõ năm)", "9월(연도 미상)", "September (year not stated)"),
        ("XXXX-XX-26", "ngày 26 (không rõ tháng, năm)", "26일(연월 미상)", "day 26 (month and year not stated)"),
        (
            "2021-11-26/2021-11-28",
            "từ ngày 26/11/2021 đến ngày 28/11/2021",
            "2021년 11월 26일부터 2021년 11월 28일까지",
            "from 26 November 2021 to 28 November 2021",
        ),
        ("2021/..", "từ năm 2021", "2021년부터", "from 2021"),
        ("../2030", "đến năm 2030", "2030년까지", "until 2030"),
        (None, "không nêu", "명시되지 않음", "not stated"),
        ("", "không nêu", "명시되지 않음", "not stated"),
    ],
)
def test_writes_edtf_as_an_officer_does(value: str | None, vi: str, ko: str, en: str) -> None:
    assert [dates.edtf(value, language) for language in ("vi", "ko", "en")] == [vi, ko, en]


@pytest.mark.parametrize("value", ["2021-13", "2021-02-30", "soon", "2021-1X-26", "26/11/2021"])
def test_what_is_no_day_stays_readable(value: str) -> None:
    assert all(dates.edtf(value, language) for language in LANGUAGES)


@given(st.text(alphabet="0123456789X-~?%/.", max_size=24), st.sampled_from(LANGUAGES))
def test_never_fails_on_any_text(value: str, language: str) -> None:
    assert isinstance(dates.edtf(value, language), str)


@given(st.dates(min_value=date(1900, 1, 1)), st.sampled_from(LANGUAGES))
def test_a_whole_day_keeps_its_numbers(value: date, language: str) -> None:
    said = dates.edtf(value.isoformat(), language)
    assert str(value.year) in said
    assert str(value.day) in said


def test_a_table_writes_whole_days_briefly() -> None:
    assert dates.short_edtf("2021-11-26", "vi") == "26/11/2021"
    assert dates.short_edtf("2024-06~", "vi") == "giữa tháng 6/2024"
    assert dates.short_edtf(None, "en") == "not stated"


def test_moments_are_told_by_the_office_clock() -> None:
    late_evening = datetime(2025, 11, 21, 18, 30, tzinfo=UTC)
    said = dates.moment(late_evening, "vi", ZoneInfo("Asia/Ho_Chi_Minh"))
    assert said == "01:30, 22/11/2025"
