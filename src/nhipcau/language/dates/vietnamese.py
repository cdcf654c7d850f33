# ruff: noqa: E501 -- one way of writing a date a line
"""Vietnamese date expressions come in as matches; EDTF values go out."""

from __future__ import annotations

import functools
import re
from typing import Final

from nhipcau.language.dates.found import DAY, MID_MONTH, MONTH, YEAR, Rule, Value, edtf, full_year, known, span_of

_D: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_M: Final = r"(?:0?[1-9]|1[0-2])"
_Y: Final = r"(?:19|20)\d\d"
_TIME_OF_DAY: Final = r"(?:rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều|tối|đêm|hôm)"
_DAY_WORD: Final = r"(?:(?:hai|ba|các)\s+ngày|ngày|mùng|mồng|hôm)"
_BEFORE: Final = rf"(?:\b{_TIME_OF_DAY}(?:\s+(?:nay|qua))?\s*[,(]?\s*)?(?:\b{_DAY_WORD}\s*[:(]?\s*)?"
_ASKED: Final = (
    rf"(?:\b{_TIME_OF_DAY}(?:\s+(?:nay|qua))?\s*[,(]?\s*(?:{_DAY_WORD}\s+)?|\b{_DAY_WORD}\s*[:(]?\s*"
    r"|(?<=\()\s*|(?<=\bvào )|(?<=\btừ )|(?<=\bđến )|(?<=\btrước )|(?<=\bsau )|(?<=\btới )|(?<=\bnay, )|(?<=\bqua, ))"
)
_NO_DIGIT: Final = r"(?<![\d.,/-])"
_OPEN: Final = r"(?![\d/]|-\d|[.,]\d|\s*[/-]\s*[A-ZĐ]{2})"
_MONTH_WORDS: Final = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười một": 11, "mười hai": 12, "mười": 10, "chạp": 12,
}  # fmt: skip
_MW: Final = rf"(?:{_M}(?!\d)|{'|'.join(sorted(_MONTH_WORDS, key=len, reverse=True))})"
_YEAR_TAIL: Final = (
    rf"(?:\s*[/.-]\s*(?P<y>{_Y})|\s*,?\s*(?:năm\s+)(?P<y2>{_Y})|\s+(?P<rel>năm\s+(?:nay|ngoái|trước|tới|sau)))"
)
_SOON: Final = r"(?P<soon>\s+(?:tới đây|sắp tới|tới)\b)?"
_RELATIVE_YEAR: Final = {
    "nay": "this-year",
    "ngoái": "last-year",
    "trước": "last-year",
    "tới": "next-year",
    "sau": "next-year",
}
_QUARTERS: Final = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _MONTH_WORDS[" ".join(word.lower().split())]


def _year(found: re.Match[str]) -> tuple[int | None, str | None]:
    groups = found.groupdict()
    digits = groups.get("y") or groups.get("y2") or groups.get("y3")
    if digits:
        return full_year(digits), None
    if groups.get("rel"):
        return None, _RELATIVE_YEAR[groups["rel"].split()[-1].lower()]
    return None, "coming" if groups.get("soon") else None


def _day(found: re.Match[str]) -> Value | None:
    year, hint = _year(found)
    value = edtf(year, _month(found["m"]), int(found["d"]))
    return known(value, DAY, hint)


def _days(found: re.Match[str]) -> Value | None:
    year, _ = _year(found)
    month = _month(found["m"])
    first_month = found.groupdict().get("m1")
    return span_of(
        edtf(year, _month(first_month) if first_month else month, int(found["d1"])),
        edtf(year, month, int(found["d"])),
        DAY,
    )


def _day_alone(found: re.Match[str]) -> Value | None:
    value = edtf(None, None, int(found["d"]))
    this = found["this"] and found["this"].split()[-1].lower()
    hint = {"này": "this-month", "trước": "last-month", "tới": "coming"}.get(this or "")
    return known(value, DAY, hint)


def _whole_month(found: re.Match[str]) -> Value | None:
    year, hint = _year(found)
    value = edtf(year, _month(found["m"]))
    if not value:
        return None
    part = (found.groupdict().get("part") or "").lower()
    if part in ("trung tuần", "giữa"):
        return value, MID_MONTH, "part-of-month"
    return value, MONTH, "part-of-month" if part else hint


def _months(found: re.Match[str]) -> Value | None:
    year, _ = _year(found)
    return span_of(edtf(year, _month(found["m1"])), edtf(year, _month(found["m"])), MONTH)


def _quarter(found: re.Match[str]) -> Value | None:
    year, _ = _year(found)
    first = 3 * _QUARTERS[found["q"].upper()] - 2
    return span_of(edtf(year, first), edtf(year, first + 2), MONTH, "quarter")


def _years(found: re.Match[str]) -> Value | None:
    return span_of(edtf(int(found["y1"])), edtf(int(found["y"])), YEAR)


def _whole_year(found: re.Match[str]) -> Value | None:
    value = edtf(int(found["y"]))
    return known(value, YEAR, None)


_WEEKDAYS: Final = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6}


def _weekday(found: re.Match[str]) -> Value | None:
    if found["sunday"]:
        return "XXXX-XX-XX", DAY, "weekday-7"
    name = found["name"].lower()
    return "XXXX-XX-XX", DAY, f"weekday-{int(name) - 1 if name.isdigit() else _WEEKDAYS[name]}"


def _relative(found: re.Match[str]) -> Value | None:
    words = " ".join(found[0].lower().split())
    unit, _, which = words.rpartition(" ")
    if unit == "năm":
        return "XXXX", YEAR, _RELATIVE_YEAR[which]
    if unit == "tháng":
        return (
            "XXXX-XX",
            MONTH,
            {"này": "this-month", "tới": "next-month", "sau": "next-month"}.get(which, "last-month"),
        )
    return "XXXX-XX-XX", DAY, {"nay": "today", "qua": "yesterday"}.get(which, "tomorrow")


_RULES: Final = (
    # từ (ngày) 28/5 đến (ngày) 2/6/2024; từ ngày 12 tháng 5 đến ngày 2 tháng 6 năm 2024
    (
        (
            rf"{_BEFORE}{_NO_DIGIT}(?P<d1>{_D})(?:\s?[/.]\s?|\s+tháng\s+)(?P<m1>{_M})\s*(?:-|–|đến(?:\s+hết)?)\s*(?:ngày\s+)?"
            rf"(?P<d>{_D})(?:\s?[/.]\s?|\s+tháng\s+)(?P<m>{_M}){_YEAR_TAIL}?{_OPEN}"
        ),
        _days,
    ),
    # ngày 12-15/6/2024; từ ngày 12 đến ngày 15 tháng 6 năm 2024; 12 và 13/6
    (
        (
            rf"{_BEFORE}{_NO_DIGIT}(?P<d1>{_D})\s*(?:-|–|,|và|đến(?:\s+hết)?)\s*(?:ngày\s+)?"
            rf"(?P<d>{_D})(?:\s?/\s?|\s+tháng\s+)(?P<m>{_M}){_YEAR_TAIL}?{_OPEN}"
        ),
        _days,
    ),
    (rf"{_BEFORE}{_NO_DIGIT}(?P<d>{_D})\s?(?P<sep>[/.-])\s?(?P<m>{_M})\s?(?P=sep)\s?(?P<y>{_Y})(?![\d/]|\.\d)", _day),
    (rf"{_BEFORE}{_NO_DIGIT}(?P<y>{_Y})(?P<sep>[/.-])(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])(?!\d)", _day),
    (rf"{_BEFORE}{_NO_DIGIT}(?P<d>{_D})\s+tháng\s+(?P<m>{_MW})(?:{_YEAR_TAIL}|,\s*(?P<y3>{_Y}))?{_SOON}(?!\d)", _day),
    (rf"\b(?:{_TIME_OF_DAY}\s+(?:ngày\s+)?|ngày\s+)(?P<d>{_D})\.(?P<m>{_M})(?![\d%]|[.,]\d|\s*(?:tỷ|tỉ|triệu|nghìn|ha|m2))", _day),
    (rf"{_ASKED}(?P<d>{_D})/(?P<m>{_M})/(?P<y>[0-4]\d)(?![\d/])", _day),
    (rf"{_ASKED}(?P<d>{_D})(?:\s?/\s?|-)(?P<m>{_M})(?:\s+(?P<rel>năm\s+(?:nay|ngoái|trước|tới|sau)))?{_OPEN}{_SOON}", _day),
    (
        rf"\b(?P<part>trung tuần|thượng tuần|hạ tuần|giữa|đầu|cuối|nửa đầu|nửa cuối)\s+tháng\s+(?P<m>{_MW}){_YEAR_TAIL}?(?!\d)",
        _whole_month,
    ),
    (
        rf"\btháng\s+(?P<m1>{_M})\s*(?:-|–|đến)\s*(?:tháng\s+)?(?P<m>{_M}){_YEAR_TAIL}(?!\d)",
        _months,
    ),
    (rf"\b(?:tháng\s*|T)(?P<m>{_M})\s*[/.-]\s*(?P<y>{_Y})(?![\d/])", _whole_month),
    (rf"\btháng\s+(?P<m>{_MW}),?\s+(?:năm\s+(?P<y>{_Y})|(?P<y2>{_Y})|(?P<rel>năm\s+(?:nay|ngoái|trước|tới|sau)))", _whole_month),
    (rf"(?<![\w./-])(?P<m>{_M})/(?P<y>{_Y})(?![\d/]|-[A-ZĐ])", _whole_month),
    (rf"\btháng\s+(?P<m>{_M})(?![\d/%]|[.,]\d){_SOON}", _whole_month),
    (rf"\b(?:ngày|hôm|mùng|mồng)\s+(?P<d>{_D})(?![\d/%]|[.,-]\d|\s+(?:giờ|lần))(?P<this>\s+(?:tháng\s+)?(?:này|trước|tới))?", _day_alone),
    (r"\btháng\s+(?P<m>giêng|hai|ba|tư|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp)(?=\s+(?:vừa|tới|này)|[.,;)])", _whole_month),
    (r"\b(?:hôm|vào|sáng|trưa|chiều|tối|ngày)\s+(?:thứ\s+(?P<name>hai|ba|tư|năm|sáu|bảy|[2-7])|(?P<sunday>chủ nhật))\b", _weekday),
    (rf"\bquý\s+(?P<q>IV|III|II|I|[1-4])\s*(?:/|-|năm|,\s*năm)?\s*(?P<y>{_Y})", _quarter),
    (rf"{_NO_DIGIT}(?P<y1>{_Y})\s*(?:-|–|—|đến(?:\s+năm)?)\s*(?P<y>{_Y})(?![\d/])", _years),
    (rf"\bnăm\s+(?P<y>{_Y})(?![\d/])", _whole_year),
    (r"\b(?:sáng|trưa|chiều|tối|hôm)\s+(?:nay|qua)\b|\bngày\s+mai\b", _relative),
    (r"\bnăm\s+(?:nay|ngoái|tới)\b|\btháng\s+(?:trước|này|tới)\b", _relative),
    (
        rf"(?<![\w.,/$&-])(?P<y>{_Y})(?![\w/%]|[.,]\d|-[\dA-ZĐ]|\s+(?:doanh nghiệp|dự án|người|lao động|sinh viên|học|USD|tỷ|tỉ|triệu|tấn|ha\b|m2|lượt))",
        _whole_year,
    ),
)  # fmt: skip


@functools.cache
def rules() -> tuple[Rule, ...]:
    """Return the ways in which Vietnamese writes dates, the most telling first."""
    return tuple(Rule(re.compile(pattern, re.IGNORECASE), build) for pattern, build in _RULES)
