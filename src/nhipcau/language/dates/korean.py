# ruff: noqa: E501 -- one way of writing a date a line
"""Korean date expressions come in as matches; EDTF values go out."""

from __future__ import annotations

import functools
import re
from typing import Final

from nhipcau.language.dates.found import DAY, MID_MONTH, MONTH, YEAR, Rule, Value, edtf, full_year, known, span_of

_D: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_M: Final = r"(?:0?[1-9]|1[0-2])"
_Y: Final = r"(?:19|20)\d\d"
_TILDE: Final = r"(?:~|\u223c|\uff5e|\u301c|-|\u2013|\u00b7|부터|,|과|와)"
_YEARS_TO: Final = r"(?:~|\u223c|\uff5e|\u301c|-|\u2013|부터)"
_NO_DIGIT: Final = r"(?<![\d.,/-])"
_REL_YEAR: Final = {
    "올해": "this-year", "금년": "this-year", "올": "this-year", "지난해": "last-year", "작년": "last-year",
    "전년": "last-year", "내년": "next-year", "이듬해": "next-year",
}  # fmt: skip
_REL_MONTH: Final = {
    "지난달": "last-month", "지난 달": "last-month", "전달": "last-month", "이달": "this-month", "이번 달": "this-month",
    "이번달": "this-month", "다음달": "next-month", "다음 달": "next-month", "내달": "next-month",
}  # fmt: skip
_YEARS_AGO: Final = "|".join(sorted(_REL_YEAR, key=len, reverse=True))
_MONTHS_AGO: Final = "|".join(sorted(_REL_MONTH, key=len, reverse=True))
_WHEN: Final = rf"(?:(?P<y>{_Y})\s*년\s*|(?P<short>(?<![\d])['\u2018\u2019]?\d\d)\s*년\s*|(?P<rel>{_YEARS_AGO})\s*|(?P<past>지난)\s*|(?P<soon>오는)\s*)"
# A day that is no length of time (10일간) and no beginning of another word (6일본).
_DAY_END: Final = (
    r"(?!\s*(?:간|동안|이내|이상|만에|째|차|짜리|내내|내로|이하|연속))(?=[^가-힣]|$"
    r"|(?:에|부터|까지|은|을|이|과|의|자로|자|께|쯤|경|로|엔|도|오전|오후|낮|밤|저녁|아침|새벽)(?!리|본|반|정|하|상|체|부터가))"
)
_DAY_MARK: Final = rf"\s*일{_DAY_END}"


def _year(found: re.Match[str]) -> tuple[int | None, str | None]:
    groups = found.groupdict()
    digits = groups.get("y") or (groups.get("short") or "").strip("'\u2018\u2019")
    if digits:
        return full_year(digits), None
    if groups.get("rel"):
        return None, _REL_YEAR[groups["rel"]]
    return None, "coming" if groups.get("soon") else None


def _day(found: re.Match[str]) -> Value | None:
    year, hint = _year(found)
    value = edtf(year, int(found["m"]), int(found["d"]))
    return known(value, DAY, hint)


def _day_alone(found: re.Match[str]) -> Value | None:
    month = found.groupdict().get("rel_month")
    value = edtf(None, None, int(found["d"]))
    return known(value, DAY, _REL_MONTH[month] if month else _year(found)[1])


def _days(found: re.Match[str]) -> Value | None:
    year, _ = _year(found)
    groups = found.groupdict()
    first, last = groups.get("m"), groups.get("m2") or groups.get("m")
    return span_of(
        edtf(year, int(first) if first else None, int(found["d"])),
        edtf(year, int(last) if last else None, int(found["d2"])),
        DAY,
    )


def _whole_month(found: re.Match[str]) -> Value | None:
    year, hint = _year(found)
    value = edtf(year, int(found["m"]))
    if not value:
        return None
    part = found.groupdict().get("part")
    if part in ("중순", "중반"):
        return value, MID_MONTH, "part-of-month"
    return value, MONTH, "part-of-month" if part else hint


def _quarter(found: re.Match[str]) -> Value | None:
    year, hint = _year(found)
    first = 3 * int(found["q"]) - 2
    return span_of(edtf(year, first), edtf(year, first + 2), MONTH, hint or "quarter")


def _half(found: re.Match[str]) -> Value | None:
    year, hint = _year(found)
    first = 1 if found["half"] == "상" else 7
    return span_of(edtf(year, first), edtf(year, first + 5), MONTH, hint or "part-of-year")


def _years(found: re.Match[str]) -> Value | None:
    return span_of(edtf(int(found["y1"])), edtf(int(found["y"])), YEAR)


def _whole_year(found: re.Match[str]) -> Value | None:
    year, hint = _year(found)
    value = edtf(year)
    return known(value, YEAR, hint)


def _relative_month(found: re.Match[str]) -> Value | None:
    precision = MID_MONTH if found.groupdict().get("part") else MONTH
    return "XXXX-XX", precision, _REL_MONTH[found["rel_month"]]


def _weekday(found: re.Match[str]) -> Value | None:
    return "XXXX-XX-XX", DAY, f"weekday-{'월화수목금토일'.index(found['name']) + 1}"


def _relative_day(found: re.Match[str]) -> Value | None:
    return "XXXX-XX-XX", DAY, {"오늘": "today", "어제": "yesterday", "내일": "tomorrow"}[found["rel_day"]]


_RULES: Final = (
    # 2024년 6월 26일부터 28일까지; 지난 6월 26일∼7월 2일
    (rf"{_WHEN}?(?<!\d)(?P<m>{_M})\s*월\s*(?P<d>{_D})\s*일?\s*(?:\([월화수목금토일]\))?\s*{_TILDE}\s*(?:(?P<m2>{_M})\s*월\s*)?(?P<d2>{_D}){_DAY_MARK}(?:까지)?", _days),
    (rf"(?:{_WHEN}|(?P<rel_month>{_MONTHS_AGO})\s*)?(?<![\d월])(?P<d>{_D})\s*일?\s*(?:\([월화수목금토일]\))?\s*{_TILDE}\s*(?P<d2>{_D}){_DAY_MARK}(?:까지)?", _days),
    (rf"{_WHEN}?(?<!\d)(?P<m>{_M})\s*월\s*(?P<d>{_D}){_DAY_MARK}", _day),
    (rf"{_NO_DIGIT}(?P<y>{_Y})(?P<sep>\s?[./-]\s?)(?P<m>{_M})(?P=sep)(?P<d>{_D})(?!\d)\.?(?!\d)", _day),
    (rf"(?<![\d.])['\u2018\u2019](?P<y>\d\d)\.\s?(?P<m>{_M})\.\s?(?P<d>{_D})(?!\d)\.?", _day),
    (rf"(?P<rel_month>{_MONTHS_AGO})\s*(?P<d>{_D}){_DAY_MARK}", _day_alone),
    (rf"(?:(?P<past>지난)\s*|(?P<soon>오는)\s*)?(?<![\d.,년월박])(?<!박 )(?P<d>{_D}){_DAY_MARK}", _day_alone),
    (rf"{_WHEN}?(?<!\d)(?P<m>{_M})\s*월\s*(?P<part>초순|상순|중순|하순|초|말|중반)(?!\s?기)", _whole_month),
    (rf"{_WHEN}?(?<!\d)(?P<m>{_M})\s*월(?!\s?\d|\s*[가-힣]*일\b)", _whole_month),
    (rf"{_NO_DIGIT}(?P<y>{_Y})\.\s?(?P<m>{_M})\.?(?![\d.])", _whole_month),
    (rf"{_WHEN}(?P<q>[1-4])\s?분기", _quarter),
    (rf"{_WHEN}(?P<half>[상하])반기", _half),
    (rf"{_NO_DIGIT}(?P<y1>{_Y})\s*년?\s*{_YEARS_TO}\s*(?P<y>{_Y})(?!\d)\s*년?(?:도|까지)?", _years),
    (rf"{_NO_DIGIT}(?P<y>{_Y})\s*년(?!\s?(?:간|대))(?:도(?![가-힣]))?", _whole_year),
    (rf"(?P<rel>{'|'.join(name for name in _REL_YEAR if len(name) > 1)})(?!\s?\d)", _whole_year),
    (rf"(?<![가-힣])(?P<rel_month>{_MONTHS_AGO})\s*(?P<part>중순|중반)", _relative_month),
    (r"(?<![가-힣])(?:지난주?|이번\s?주)\s*(?P<name>[월화수목금토일])요일", _weekday),
    (rf"(?<![가-힣])(?P<rel_month>{_MONTHS_AGO})(?!\s?\d)", _relative_month),
    (r"(?<![가-힣])(?P<rel_day>오늘|어제|내일)(?=[^가-힣]|은|의|날|부터|까지)", _relative_day),
    (rf"(?<![\w.,/$&'-])(?P<y>{_Y})(?![\w/%]|[.,]\d|-[\dA-Z]|\s?(?:명|개|건|만|억|원|달러|대|곳|회|평|톤|㎡))", _whole_year),
)  # fmt: skip


@functools.cache
def rules() -> tuple[Rule, ...]:
    """Return the ways in which Korean writes dates, the most telling first."""
    return tuple(Rule(re.compile(pattern), build) for pattern, build in _RULES)
