# ruff: noqa: E501 -- lists of words and patterns, a kind a line
"""The expressions that find numbers, and what looks like one, go out."""

from __future__ import annotations

import functools
import re
from typing import Final

from nhipcau.language.units import unit_pattern

WORDS: Final = {
    "vi": {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10},
    "en": {
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    },
}  # fmt: skip
# Written-out numbers count only before a length of time: "hai bên" and "two sides" are no figures.
WORDS_BEFORE: Final = {
    "vi": r"(?=\s+(?:năm|tháng|tuần|ngày)(?![^\W\d_])(?!\s+\d))",
    "en": r"(?=[\s-]+(?:(?:more|full|academic|consecutive|additional)\s+)?(?:years?|months?|weeks?|days?)\b)",
}
MULTIPLIERS: Final = {
    "vi": {"trăm": 1e2, "nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9},
    "en": {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "bln": 1e9, "mln": 1e6, "mil": 1e6, "m": 1e6, "k": 1e3},
    "ko": {"십": 10.0, "백": 1e2, "천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12},
}  # fmt: skip
MULTIPLIER: Final = {
    "vi": r"(?:(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?![^\W\d_]))",
    "en": r"(?:(?:hundred|thousand|million|billion|trillion|bln|mln|mil|bn)\b|(?<=\d)[mMkK]\b)",
}
APPROX: Final = {
    "vi": r"gần|hơn|khoảng|trên|ước đạt|ước tính|ước|xấp xỉ|chừng|tới hơn|tối thiểu|ít nhất|tối đa|trung bình",
    "en": r"nearly|almost|about|around|approximately|roughly|some|over|more than|at least|up to|as many as|an estimated"
    r"|less than|under|close to|in excess of|as much as",
    "ko": r"약|대략|거의|최대|최소|무려",
}
DIGITS: Final = {
    "vi": r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}|\d{1,15}(?:[.,]\d{1,9})?(?!\d))",
    "en": r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?(?!\d))",
    "ko": r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?(?!\d))",
}
TO: Final = {
    "vi": r"\s*(?:-|\u2013|~|đến|tới)\s*",
    "en": r"(?:\s*(?:-|\u2013|~)\s*|\s+to\s+)",
    "ko": r"\s*(?:-|\u2013|~|\u223c|\uff5e|\u301c|에서)\s*",
}
# A line may break between a number and what it counts, a paragraph may not.
SPACE: Final = r"[ \t-]*\n?[ \t]*"
ADJECTIVES: Final = (
    "korean|vietnamese|south|small|medium-sized|new|more|young|local|foreign|domestic|joint|major|leading|skilled|full|annual"
    "|additional|seasonal|government|business|training|partner|member|industrial|international|high-tech|different|other"
    "|academic|consecutive|participating|top|key|public|private"
)
PREFIX: Final = r"US\$\s?|USD\s?|U\.S\.\s?\$|\$\s?|€|₩|VND\s?|KRW\s?|EUR\s?"
LEFT: Final = r"(?<![\w.,/+])(?<![A-Za-z\u00c0-\u1ef9]-)(?<!\d-)(?<!\d\u2013)"
KOREAN_NUMBER: Final = (
    r"(?:D(?:\s?(?:천(?!안)|[백십만억조])(?:\s?D(?=\s?[천백십만억조])|D)?)*)".replace("D", DIGITS["ko"])
)  # fmt: skip
# What looks like a number and is none: addresses, laws, telephone numbers, clock times, articles, ordinals, versions.
NO_NUMBER: Final = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,24}){1,4}"
    r"|(?<!\d)\d{1,6}(?:/\d{4})?\s?[/-]\s?[A-ZĐ]{2,12}[A-Za-zĐđ0-9]{0,12}(?:[-/][A-ZĐ0-9a-z]{1,12}){0,5}"
    r"|(?:\+|\b00)\d{2}[\s.()-]?\d{1,4}(?:[\s.-]?\d{2,4}){1,4}|\(\d{2,4}\)[\s.-]?\d{3,4}[\s.-]?\d{3,4}"
    r"|\b0\d{1,4}[\s.-]\d{3,4}[\s.-]\d{3,4}\b|\b0\d{8,10}\b"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\b)?|\b\d{1,2}\s?[hH](?:\d{2})?\b|\b\d{1,2}\s+giờ(?:\s+\d{1,2}(?:\s+phút)?)?"
    r"|\b\d{1,2}\s?[AaPp]\.?[Mm]\b"
    r"|(?<!\d)\d{1,2}시(?!간)(?:\s?\d{1,2}분)?"
    r"|\b(?i:điều|khoản|chương|mục|phụ lục|bảng|hình|ảnh|phòng|tầng|đường|quận|phường|cấp|giai đoạn|vòng|loại|đợt|tập|lần|học kỳ|lớp|khu vực|thế hệ|trang|bước|lần thứ|thứ|khóa|đại hội|top|năm thứ"
    r"|(?<!trong )(?<!tổng )(?<!con )(?<!một )(?<!đa )số)\s+\d+(?:[./]\d+)*(?![\d.,]*\s*(?:%|tỷ|tỉ|triệu|USD|năm\b|tháng\b|tuần\b|ngày\b))"
    r"|\b(?i:article|section|chapter|table|figure|no|nos|number|room|floor|page|phase|grade|level|tier|stage|round|group|class|version|vol|part|route|top)\b\.?\s?\d+(?:\.\d+)*\b"
    r"|(?:^|(?<=\n))[ \t]*(?:\d{1,2}(?:\.\d{1,2})?[.)])[ \t](?=\D)|[-\u2013] \d{1,2}(?=\s*(?:\n|$))|\b\d\+\d(?:\+\d)?\b"
    r"|\b(?:ISO|IATF|IEC|TCVN|QCVN|KS|EPS)[ -]?\d+(?:[:-]\d+)*|(?<!\d)\d{1,4}대\s(?=교역|투자|수출|수입|전략|분야|과제|산업|시장|강국|핵심|중점|주력|도시|교역국)"
    r"|제\s?\d+|\b\d{1,6}(?:st|nd|rd|th)\b"
    r"|(?<!\d)\d{1,6}\s?(?:주년|층|학년|호(?=[^가-힣]|$|선)|차(?!례|량)|급(?!여)|기(?=\s|생)|부(?=[는의작])|번지|번길|길\b)"
    r"|\b(?i:công nghiệp|industry|web|산업|공업|cách mạng)\s?\d\.\d\b|\b[1-5]\.0\b(?!\s?(?:%|tỷ|tỉ|triệu|million|billion))"
    r"|(?<![A-Za-z])(?!USD|VND|KRW|EUR)[A-Za-zĐ]{1,20}[-_]?\d{1,8}(?:[-_.]\d{1,8}){0,4}[A-Za-z]{0,12}|\b\d{1,6}[A-Z]\b(?<![KMB])",
)
# The noun that a share or a bare number is of: words up to the next mark, verb or preposition of another thought.
NOUN_TAIL: Final = {
    "vi": re.compile(
        r"(?:\s+(?!(?:và|với|tại|trong|đã|được|từ|năm|là|vào|so|theo|do|để|nhằm|sẽ|đầu tư|của)\b)[^\W\d_][^\W_]*){1,10}",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\s+of(?:\s+(?!(?:and|with|in|at|from|by|to|for|which|that|was|were|is)\b)[^\W\d_][\w-]*){1,7}", re.IGNORECASE),
    "ko": re.compile(r"의\s[가-힣A-Za-z]+(?:\s[가-힣A-Za-z]+)?"),
}  # fmt: skip


@functools.cache
def pattern(language: str) -> re.Pattern[str]:
    """Return the expression that finds a language's numbers with what stands around them."""
    number = KOREAN_NUMBER if language == "ko" else DIGITS[language]
    multiplier = "" if language == "ko" else rf"(?:[ \t-]*{MULTIPLIER[language]})*"
    words = ""
    if language in WORDS:
        words = rf"|\b(?:{'|'.join(WORDS[language])}){WORDS_BEFORE[language]}"
    amount = rf"(?:\d{{1,2}}/\d{{1,3}}(?![\d/])|{number}{multiplier})"
    more = rf"(?:\s+{DIGITS['vi']}\s+(?:nghìn|ngàn|triệu|tỷ|tỉ)(?![^\W\d_]))?" if language == "vi" else ""
    between = rf"(?:(?:{ADJECTIVES})\s+){{0,2}}" if language == "en" else ""
    about = r"(?P<some>\s?여)?" if language == "ko" else r"(?P<some>\+)?"
    return re.compile(
        rf"(?:(?<![^\W\d_])(?P<approx>{APPROX[language]})\s+)?(?P<prefix>{PREFIX})?"
        rf"(?P<first>{LEFT}{amount}{more}{words})(?:{TO[language]}(?:{PREFIX})?(?P<last>{amount}))?"
        rf"{about}(?:{SPACE}{between}(?P<unit>{unit_pattern(language)}))?(?P<after>\s?(?:가량|정도|이상|안팎|남짓|내외))?",
        re.IGNORECASE,
    )
