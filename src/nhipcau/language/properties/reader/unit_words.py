# ruff: noqa: E501 -- a pattern a line
"""The words of units become one expression that reads them where they stand."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Final

from nhipcau.language.properties.reader.plain_text import plain_text
from nhipcau.language.properties.spellings import WRITTEN

# Without accents these are everyday words: "can" is no kilogram (cân), "cho" no seat (chỗ).
_NEEDS_ACCENTS: Final = frozenset(
    {"can", "cho", "ban", "do", "con", "qua", "tam", "bo", "cai", "dong", "em", "phan", "doi", "cap", "ky", "hop"}
)
_NEVER: Final = frozenset({"won", "each", "amp", "mo", "프로", "점", "연"})
# After one syllable that is a unit, a particle or no Hangul: 일 (day) but not 일부.
_PARTICLE: Final = (
    r"(?=[^가-힣]|$|이상|이하|이내|미만|초과|내외|내[ 로에]|안에|까지|부터|정도|전후|가량|기준|납기|규모|짜리|당|씩|간|쯤"
    r"|이[며고나 ]|입니다|임|을|를|은|는|의|에|로|으로|과|와|도|만|후|분|급|제품|생산|동안|과정|코스|수준|소요|이면|걸)"
)
_TIME: Final = r"(?:thang|nam|ngay|tuan|month|year|day|week)(?![a-z])|월|년|연|일(?![가-힣])"
_RATE: Final = r"(?:/[ ]?|[ ]?(?:\bper |\ba |\bevery |\beach |\bmoi |\bmot |\bhang |\btren |\bcho moi ))"
_RATE_SIGN: Final = re.compile(rf"^(?: /|{_RATE})")
_RATE_WORDS: Final[Mapping[str, str]] = {
    "monthly": "month", "a month": "month", "hang thang": "month", "yearly": "year", "annually": "year", "annual": "year",
    "p.a.": "year", "p.a": "year", "pa": "year", "per annum": "year", "daily": "day", "hang nam": "year", "weekly": "week",
    "hang ngay": "day", "hang tuan": "week", "tpa": "year",
}  # fmt: skip
NOUN_AND_RATE: Final = re.compile(
    r"(?:[ ](?:of[ ])?[^\W\d_]{2,14}){1,2}(?P<rate>[ ]?/[ ]?(?:thang|nam|ngay|tuan|month|year|day|week)|/(?:월|년|일)"
    r"|[ ](?:a|per|each|every|moi|mot|hang) (?:thang|nam|ngay|tuan|month|year|day|week)|[ ](?:monthly|yearly|annually))(?![a-z])",
)
PER_BEFORE: Final = re.compile(r"(㎡|m2|평|kg|㎏|톤|개|시간|인|명|세트|켤레|조)당[ ]?$")
RATE_BEFORE: Final = re.compile(
    r"(?:(?P<month>매월|월세|월 ?임대료|월 ?사용료|매달|월간|월평균|월 ?최대|월 ?생산(?:량|능력)?|한 ?달에?|월|moi thang|hang thang|mot thang|monthly|per month|a month)"
    r"|(?P<year>연간|연 ?최대|연 ?생산(?:량|능력)?|매년|연|moi nam|hang nam|mot nam|yearly|annually|annual|per year)"
    r"|(?P<day>일당|하루에?|일일|일산|1일|일|moi ngay|mot ngay|daily|day(?= rate)|per day)|(?P<hour>hourly|시간당)|(?P<week>매주|주간|주당|moi tuan|weekly))"
    r"[ :]*(?:(?:capacity|output|production|volume|생산 ?능력|생산량|물량|공급량|공급 ?가능량|캐파|san luong|nang luc|cong suat|rent|rate|fee|임대료)[ :]*)?(?:of |la |은 |는 )?(?:약|최대|기준|about|around|up to|khoang|toi|den|toi da)?[ ]*$",
)


@functools.cache
def forms_by_plain() -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return, for each spelling in plain letters, the units that it may be, each with its accented forms."""
    known: dict[str, dict[str, tuple[str, ...]]] = {}
    for code, words in WRITTEN.items():
        for word in words.split("|"):
            if word not in _NEVER:
                forms = known.setdefault(plain_text(word).plain, {})
                forms[code] = (*forms.get(code, ()), word)
    return {plain: tuple(forms.items()) for plain, forms in known.items()}


def takes_accents(plain: str) -> bool:
    """Tell whether a spelling without accents is too much like another word."""
    return plain in _NEEDS_ACCENTS


@functools.cache
def unit_expression() -> re.Pattern[str]:
    """Return the expression that reads a unit and up to two rates behind a number."""
    unit = _alternatives()
    words = "|".join(re.escape(word) for word in sorted(_RATE_WORDS, key=len, reverse=True))
    rate = rf"(?:{_RATE}(?:{unit})|[ ]/[ ](?:{_TIME})|[ ]?(?:{words})(?![a-z])|/[ ]?(?:lop|class|khoa|course|회))"
    inner = rf"(?:\((?P<inner>{unit})\))?"
    return re.compile(rf"[ -]{{0,2}}(?:(?P<unit>{unit}){inner})?(?P<first>{rate})?(?P<second>{_RATE}(?:{unit}))?")


def rate_code(written: str) -> str | None:
    """Return the unit that a rate is for: ``month`` for "/tháng", "a month", "monthly"."""
    bare = written.strip()
    if bare in _RATE_WORDS:
        return _RATE_WORDS[bare]
    found = forms_by_plain().get(_RATE_SIGN.sub("", written).strip())
    return found[0][0] if found else None


def _alternatives() -> str:
    spelt = sorted(forms_by_plain(), key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in spelt if re.search("[a-z0-9]$", word))
    signs = "|".join(re.escape(word) for word in spelt if not re.search("[a-z0-9가-힣]$", word))
    long = "|".join(word for word in spelt if re.search("[가-힣]$", word) and len(word) > 1)
    short = "|".join(word for word in spelt if re.search("[가-힣]$", word) and len(word) == 1)
    return rf"(?:{latin})(?![a-z0-9])|{signs}|{long}|(?:{short}){_PARTICLE}"
