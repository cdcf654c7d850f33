"""Text comes in; its numbers with their multipliers and units go out."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from nhipcau.language.dates import DateFound, find_dates
from nhipcau.language.units import unit_codes, unit_pattern


@dataclass(frozen=True, slots=True)
class NumberFound:
    """A number in a text.

    ``start:end`` covers the word of approximation, the figures, the multiplier and the unit (``gần 70,4 tỷ USD``).
    ``value`` is the number in plain units, or a pair for a range. ``unit`` is a code (USD, KRW, %, ha, years,
    enterprises ...) or ``None``; ``unit_text`` is the word as written. ``noun_end`` is where the noun that is counted
    ends (``45% nhu cầu thiết yếu``).
    """

    start: int
    end: int
    value: float | tuple[float, float]
    unit: str | None
    unit_text: str
    approx: bool
    noun_end: int


_WORDS: Final = {
    "vi": {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10},
    "en": {
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    },
}  # fmt: skip
# Written-out numbers count only before a length of time: "hai bên" and "two sides" are no figures.
_WORDS_BEFORE: Final = {
    "vi": r"(?=\s+(?:năm|tháng|tuần|ngày)(?![^\W\d_])(?!\s+\d))",
    "en": r"(?=[\s-]+(?:(?:more|full|academic|consecutive|additional)\s+)?(?:years?|months?|weeks?|days?)\b)",
}
_MULTIPLIERS: Final = {
    "vi": {"trăm": 1e2, "nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9},
    "en": {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "bln": 1e9, "mln": 1e6, "mil": 1e6, "m": 1e6, "k": 1e3},
    "ko": {"십": 10.0, "백": 1e2, "천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12},
}  # fmt: skip
_MULTIPLIER: Final = {
    "vi": r"(?:(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?![^\W\d_]))",
    "en": r"(?:(?:hundred|thousand|million|billion|trillion|bln|mln|mil|bn)\b|(?<=\d)[mMkK]\b)",
}
_APPROX: Final = {
    "vi": r"gần|hơn|khoảng|trên|ước đạt|ước tính|ước|xấp xỉ|chừng|tới hơn|tối thiểu|ít nhất|tối đa|trung bình",
    "en": r"nearly|almost|about|around|approximately|roughly|some|over|more than|at least|up to|as many as|an estimated"
    r"|less than|under|close to|in excess of|as much as",
    "ko": r"약|대략|거의|최대|최소|무려",
}
_DIGITS: Final = {
    "vi": r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d+)?)",
    "en": r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)",
    "ko": r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)",
}
_TO: Final = {
    "vi": r"\s*(?:-|\u2013|~|đến|tới)\s*",
    "en": r"(?:\s*(?:-|\u2013|~)\s*|\s+to\s+)",
    "ko": r"\s*(?:-|\u2013|~|\u223c|\uff5e|\u301c|에서)\s*",
}
# A line may break between a number and what it counts, a paragraph may not.
_SPACE: Final = r"[ \t-]*\n?[ \t]*"
_ADJECTIVES: Final = (
    "korean|vietnamese|south|small|medium-sized|new|more|young|local|foreign|domestic|joint|major|leading|skilled|full|annual"
    "|additional|seasonal|government|business|training|partner|member|industrial|international|high-tech|different|other"
    "|academic|consecutive|participating|top|key|public|private"
)
_PREFIX: Final = r"US\$\s?|USD\s?|U\.S\.\s?\$|\$\s?|€|₩|VND\s?|KRW\s?|EUR\s?"
_LEFT: Final = r"(?<![\w.,/+])(?<![A-Za-z\u00c0-\u1ef9]-)(?<!\d-)(?<!\d\u2013)"
_KOREAN_NUMBER: Final = (
    r"(?:D(?:\s?(?:천(?!안)|[백십만억조])(?:\s?D(?=\s?[천백십만억조])|D)?)*)".replace("D", _DIGITS["ko"])
)  # fmt: skip
# What looks like a number and is none: addresses, laws, telephone numbers, clock times, articles, ordinals, versions.
_NO_NUMBER: Final = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+\.\S+"
    r"|\d+(?:/\d{4})?\s?[/-]\s?[A-ZĐ]{2,}[A-Za-zĐđ0-9]*(?:[-/][A-ZĐ0-9a-z]+)*"
    r"|(?:\+|\b00)\d{2}[\s.()-]?\d{1,4}(?:[\s.-]?\d{2,4}){1,4}|\(\d{2,4}\)[\s.-]?\d{3,4}[\s.-]?\d{3,4}"
    r"|\b0\d{1,4}[\s.-]\d{3,4}[\s.-]\d{3,4}\b|\b0\d{8,10}\b"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\b)?|\b\d{1,2}\s?[hH](?:\d{2})?\b|\b\d{1,2}\s+giờ(?:\s+\d{1,2}(?:\s+phút)?)?"
    r"|\b\d{1,2}\s?[AaPp]\.?[Mm]\b"
    r"|(?<!\d)\d{1,2}시(?!간)(?:\s?\d{1,2}분)?"
    r"|\b(?i:điều|khoản|chương|mục|phụ lục|bảng|hình|ảnh|phòng|tầng|đường|quận|phường|cấp|giai đoạn|vòng|loại|đợt|tập|lần|học kỳ|lớp|khu vực|thế hệ|trang|bước|lần thứ|thứ|khóa|đại hội|top|năm thứ"
    r"|(?<!trong )(?<!tổng )(?<!con )(?<!một )(?<!đa )số)\s+\d+(?:[./]\d+)*(?![\d.,]*\s*(?:%|tỷ|tỉ|triệu|USD|năm\b|tháng\b|tuần\b|ngày\b))"
    r"|\b(?i:article|section|chapter|table|figure|no|nos|number|room|floor|page|phase|grade|level|tier|stage|round|group|class|version|vol|part|route|top)\b\.?\s?\d+(?:\.\d+)*\b"
    r"|(?:^|(?<=\n))[ \t]*(?:\d{1,2}(?:\.\d{1,2})?[.)])[ \t](?=\D)|[-\u2013] \d{1,2}(?=\s*(?:\n|$))|\b\d\+\d(?:\+\d)?\b"
    r"|\b(?:ISO|IATF|IEC|TCVN|QCVN|KS|EPS)[ -]?\d+(?:[:-]\d+)*|\d+대\s(?=교역|투자|수출|수입|전략|분야|과제|산업|시장|강국|핵심|중점|주력|도시|교역국)"
    r"|제\s?\d+|\b\d+(?:st|nd|rd|th)\b"
    r"|(?<!\d)\d+\s?(?:주년|층|학년|호(?=[^가-힣]|$|선)|차(?!례|량)|급(?!여)|기(?=\s|생)|부(?=[는의작])|번지|번길|길\b)"
    r"|\b(?i:công nghiệp|industry|web|산업|공업|cách mạng)\s?\d\.\d\b|\b[1-5]\.0\b(?!\s?(?:%|tỷ|tỉ|triệu|million|billion))"
    r"|(?<![A-Za-z])(?!USD|VND|KRW|EUR)[A-Za-zĐ]+[-_]?\d+(?:[-_.]\d+)*(?:[A-Za-z]+)?|\b\d+[A-Z]\b(?<![KMB])",
)
# The noun that a share or a bare number is of: words up to the next mark, verb or preposition of another thought.
_NOUN_TAIL: Final = {
    "vi": re.compile(
        r"(?:\s+(?!(?:và|với|tại|trong|đã|được|từ|năm|là|vào|so|theo|do|để|nhằm|sẽ|đầu tư|của)\b)[^\W\d_][^\W_]*){1,10}",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\s+of(?:\s+(?!(?:and|with|in|at|from|by|to|for|which|that|was|were|is)\b)[^\W\d_][\w-]*){1,7}", re.IGNORECASE),
    "ko": re.compile(r"의\s[가-힣A-Za-z]+(?:\s[가-힣A-Za-z]+)?"),
}  # fmt: skip


def find_numbers(
    text: str,
    language: str,
    *,
    dates: Sequence[DateFound] | None = None,
) -> tuple[NumberFound, ...]:
    """Return the numbers that ``text`` names, in order, none overlapping.

    Dates, numbers of laws, telephone numbers, clock times, article numbers and ordinals are no numbers. ``dates`` are
    the dates of the same text where the caller has them already.
    """
    speech = language if language in _DIGITS else "en"
    closed = bytearray(len(text))
    for date in find_dates(text, language) if dates is None else dates:
        closed[date.start : date.end] = b"\x01" * (date.end - date.start)
    for match in _NO_NUMBER.finditer(text):
        closed[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    found = []
    for match in _pattern(speech).finditer(text):
        if not any(closed[match.start("first") : match.end("first")]):
            found.append(_number(match, text, speech))
    return tuple(number for number in found if number is not None)


@functools.cache
def _pattern(language: str) -> re.Pattern[str]:
    number = _KOREAN_NUMBER if language == "ko" else _DIGITS[language]
    multiplier = "" if language == "ko" else rf"(?:[ \t-]*{_MULTIPLIER[language]})*"
    words = ""
    if language in _WORDS:
        words = rf"|\b(?:{'|'.join(_WORDS[language])}){_WORDS_BEFORE[language]}"
    amount = rf"(?:\d{{1,2}}/\d{{1,3}}(?![\d/])|{number}{multiplier})"
    more = rf"(?:\s+{_DIGITS['vi']}\s+(?:nghìn|ngàn|triệu|tỷ|tỉ)(?![^\W\d_]))?" if language == "vi" else ""
    between = rf"(?:(?:{_ADJECTIVES})\s+){{0,2}}" if language == "en" else ""
    about = r"(?P<some>\s?여)?" if language == "ko" else r"(?P<some>\+)?"
    return re.compile(
        rf"(?:(?<![^\W\d_])(?P<approx>{_APPROX[language]})\s+)?(?P<prefix>{_PREFIX})?"
        rf"(?P<first>{_LEFT}{amount}{more}{words})(?:{_TO[language]}(?:{_PREFIX})?(?P<last>{amount}))?"
        rf"{about}(?:{_SPACE}{between}(?P<unit>{unit_pattern(language)}))?(?P<after>\s?(?:가량|정도|이상|안팎|남짓|내외))?",
        re.IGNORECASE,
    )


def _number(match: re.Match[str], text: str, language: str) -> NumberFound | None:
    unit_text = match["unit"] or (match["prefix"] or "").strip()
    unit = _unit(match, language)
    first = _amount(match["first"], language, unit)
    last = _amount(match["last"], language, unit) if match["last"] else None
    if first is None or (match["last"] and last is None):
        return None
    value: float | tuple[float, float] = first
    if last is not None:
        value = _range(match["first"], first, last, language)
    end = match.end("after") if match["after"] else match.end("unit") if match["unit"] else _end(match)
    about = bool(match["approx"] or match["some"] or match["after"])
    return NumberFound(match.start(), end, value, unit, unit_text, about, _noun_end(text, end, unit, language))


def _end(match: re.Match[str]) -> int:
    return max(match.end("first"), match.end("last"), match.end("some"))


def _unit(match: re.Match[str], language: str) -> str | None:
    codes = unit_codes(language)
    prefix = re.sub(r"[\s.]", "", match["prefix"] or "").lower()
    if prefix:
        return {"us$": "USD", "$": "USD", "€": "EUR", "₩": "KRW"}.get(prefix, prefix.upper())
    return codes.get(" ".join(match["unit"].lower().split())) if match["unit"] else None


def _range(first_text: str, first: float, last: float, language: str) -> tuple[float, float]:
    """Give the first number the multiplier that stands after the second (2-3 tỷ)."""
    if first < last and re.fullmatch(_DIGITS[language], first_text):
        for factor in sorted(_MULTIPLIERS[language].values(), reverse=True):
            if last >= factor and last / factor >= first >= 1 and factor > 1 and first * factor <= last and last % factor == 0:
                return first * factor, last
    return (first, last) if first <= last else (last, first)


def _amount(written: str, language: str, unit: str | None) -> float | None:
    words = written.lower().strip()
    small = _WORDS.get(language, {}).get(words)
    if small is not None:
        return float(small)
    if "/" in words:
        upper, lower = words.split("/")
        return float(upper) / float(lower) if float(upper) < float(lower) else None
    value = _korean_amount(words) if language == "ko" else _western_amount(words, language, unit)
    return value if math.isfinite(value) else None


def _western_amount(words: str, language: str, unit: str | None) -> float:
    """Read 70,4 tỷ; 1 tỷ 200 triệu; 12 nghìn tỷ; 1.5 billion."""
    total = 0.0
    digits = re.compile(_DIGITS[language])
    for part in re.finditer(rf"({_DIGITS[language]})([^\d]*)", words):
        names = re.findall(r"[^\W\d_]+", part[2])
        factor = math.prod((_MULTIPLIERS[language][name] for name in names), start=1.0)
        amount = _vietnamese_digits(part[1], unit, plain=not names) if language == "vi" else float(part[1].replace(",", ""))
        total += amount * factor if digits.fullmatch(part[1]) else 0.0
    return round(total, 6)


def _vietnamese_digits(digits: str, unit: str | None, *, plain: bool) -> float:
    """Read 9.000, 70,4, 1.234,5 and what is written the English way (70.4, 9,000 people, 1,234,567)."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        return float(digits.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}", digits):
        return float(digits.replace(",", ""))
    if plain and unit not in (None, "%", "ha", "km2") and re.fullmatch(r"[1-9]\d{0,2},\d{3}", digits):
        return float(digits.replace(",", ""))
    return float(digits.replace(",", "."))


def _korean_amount(words: str) -> float:
    """Read 1천586, 3억 5천만, 1조 2천억, 1천500만: 만, 억 and 조 close a group, 천, 백 and 십 stand within one."""
    total = group = number = 0.0
    for part in re.finditer(r"[\d,]+(?:\.\d+)?|[천백십만억조]", words):
        if part[0][0].isdigit():
            number = float(part[0].replace(",", ""))
            continue
        factor = _MULTIPLIERS["ko"][part[0]]
        if part[0] in "천백십":
            group += (number or 1.0) * factor
        else:
            total += ((group + number) or 1.0) * factor
            group = 0.0
        number = 0.0
    return round(total + group + number, 6)


def _noun_end(text: str, end: int, unit: str | None, language: str) -> int:
    if unit not in (None, "%"):
        return end
    tail = _NOUN_TAIL[language].match(text, end)
    return tail.end() if tail else end
