# ruff: noqa: E501 -- a unit or a degree a line
"""A unit as people write it in three languages comes in; its code goes out."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nhipcau.language.text import fold

WRITTEN: Final[Mapping[str, str]] = {
    "mm": "mm|milimét|milimet|mi li mét|millimeter|millimetre|millimetres|밀리미터|밀리|㎜",
    "um": "um|µm|μm|㎛|micron|microns|마이크론|micromet|micromét|micrometer|micrometre|mic|미크론|마이크로미터|마이크로",
    "nm": "nm|nanomét|nanometer|나노미터",
    "cm": "cm|centimét|xăng ti mét|phân|centimeter|centimetre|센티미터|센티|㎝",
    "m": "m|mét|meter|meters|metre|metres|미터",
    "km": "km|kilômét|kilomet|cây số|kilometer|kilometers|kilometre|kilometres|킬로미터|㎞",
    "inch": "inch|inches|인치",
    "ft": "ft|foot|feet",
    "mil": "mil|mils",
    "ly": "ly|li",
    "zem": "zem|dem",
    "m2": "m2|㎡|mét vuông|sqm|sq m|sq.m|square meters|square metres|square meter|square metre|제곱미터|평방미터|헤베",
    "ha": "ha|hecta|héc ta|héc-ta|hectare|hectares|헥타르|㏊",
    "sqft": "sqft|sq ft|square feet",
    "pyeong": "pyeong|평",
    "m3": "m3|㎥|mét khối|khối|cubic metres|cubic meters|입방미터|루베",
    "l": "l|lít|litre|litres|liter|liters|리터|ℓ",
    "ml": "ml|cc|㎖",
    "g": "g|gam|gram|grams|gramme|그램",
    "kg": "kg|kilôgam|ký|cân|kgs|kilo|kilos|kilogram|kilograms|킬로그램|킬로|㎏",
    "t": "t|tấn|ton|tons|tonne|tonnes|metric tons|metric tonnes|톤",
    "lb": "lb|lbs|pound|pounds|파운드",
    "N": "newton|newtons",
    "kN": "kn",
    "MN": "meganewton",
    "kgf": "kgf",
    "tf": "tf|tonf|tấn lực|톤힘",
    "W": "watt|watts|와트",
    "kW": "kw|㎾|kilowatt|kilowatts|킬로와트",
    "MW": "mw|㎿|megawatt|megawatts|메가와트",
    "hp": "hp|mã lực|마력",
    "VA": "va",
    "kVA": "kva",
    "MVA": "mva",
    "V": "v|volt|volts|vôn|vdc|vac|볼트",
    "kV": "kv|kilovolt",
    "mV": "mv",
    "A": "ampe|amp|amps|ampere|암페어",
    "Pa": "pascal",
    "kPa": "kpa",
    "MPa": "mpa",
    "bar": "bar|bars",
    "kgfcm2": "kgf/cm2|kg/cm2|kgf/㎠|kg/㎠|kgfcm2",
    "psi": "psi",
    "degC": "°c|℃|độ c|độ cê|degrees c|degrees celsius|도씨|degc",
    "degF": "°f|℉|degf",
    "hour": "hour|hours|hr|hrs|h|giờ|tiếng|tiếng đồng hồ|시간",
    "minute": "minute|minutes|min|phút|분",
    "second": "second|seconds|sec|giây|초",
    "day": "day|days|d|ngày|hôm|ngày làm việc|ngày công|working days|working day|business days|calendar days|영업일|근무일|작업일|일간|일",
    "week": "week|weeks|wk|wks|tuần|tuần lễ|주일|주간|주",
    "month": "month|months|mo|mth|tháng|개월|매월|매달|월|달",
    "year": "year|years|yr|yrs|annum|năm|개년|년간|년|해|연|매년",
    "rpm": "rpm|vòng/phút|v/p|r/min|회전",
    "percent": "%|percent|per cent|phần trăm|퍼센트|프로",
    "pcs": "pcs|pc|piece|pieces|unit|units|ea|each|part|parts|item|items|cái|chiếc|sp|sản phẩm|chi tiết|con|quả|viên|tấm|hộp|board|boards|pce|shots|이에이|개|장|본|매|대|점",
    "pairs": "pairs|pair|prs|đôi|cặp|켤레|족|쌍",
    "sets": "sets|set|bộ|세트|kit|kits|조",
    "person": "person|persons|people|pax|người|học viên|học sinh|sinh viên|thực tập sinh|bạn|em|chỗ|suất|trainee|trainees|student|students|seat|seats|participant|participants|learner|learners|intern|interns|supervisors|workers|operators|technicians|employees|staff|công nhân|nhân viên|thợ|명|인|석",
    "HV": "hv|vickers|비커스",
    "HRC": "hrc|rockwell c|로크웰",
    "HB": "hb|hbw|brinell|브리넬",
    "ShoreA": "shore a|shorea|° shore a|°shore a|độ shore a|độ shore|° shore|쇼어 a|쇼어a|쇼어|shore|hs|jis a|sha",
    "ShoreD": "shore d|shored|° shore d|°shore d|độ shore d|쇼어 d|쇼어d|shd",
    "trl": "trl",
    "iso": "iso",
    "topik": "topik|토픽",
    "USD": "usd|us$|$|đô|đô la|đô la mỹ|đô-la|đôla|dollar|dollars|us dollars|달러|불",
    "VND": "vnd|đồng|₫|vnđ|đ|동",
    "KRW": "krw|won|₩|원",
    "EUR": "eur|euro|euros|€|유로",
    "JPY": "jpy|yen|엔",
    "CNY": "cny|rmb|yuan|nhân dân tệ|위안",
}
"""Code of a unit -> how people write it, in lower case."""

_PER: Final = re.compile(r"\s*(?:/|\bper\b|\bmoi\b|\bmot\b|\btren\b|\bp\.|\ba\b(?=\s))\s*")
_MARKS: Final = str.maketrans({"²": "2", "³": "3", "µ": "u", "μ": "u", "º": "°", "˚": "°", ".": " "})

SHORT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "um": "µm",
        "degC": "°C",
        "degF": "°F",
        "percent": "%",
        "ShoreA": "Shore A",
        "ShoreD": "Shore D",
        "kgfcm2": "kgf/cm2",
    },
)
"""How a code is shown where it is not shown as it is."""


@functools.lru_cache(maxsize=4096)
def unit_code(written: str) -> str | None:
    """Return the code of a unit, such as ``pcs/month`` for "cái/tháng", or ``None`` for what is no unit we know."""
    folded = " ".join(fold(written).translate(_MARKS).split())
    whole = spelt().get(folded)
    if whole:
        return whole
    parts = [spelt().get(part.strip()) for part in _PER.split(folded)]
    return "/".join(part for part in parts if part) if parts and all(parts) else None


@functools.cache
def spelt() -> Mapping[str, str]:
    """Return the code of every spelling, folded."""
    known = {_marked(word): code for code, words in WRITTEN.items() for word in words.split("|")}
    return MappingProxyType(known)


def shown(code: str) -> str:
    """Return a unit's code as it is written on a page."""
    return "/".join(SHORT.get(part, part) for part in code.split("/")) if code not in SHORT else SHORT[code]


def _marked(word: str) -> str:
    return " ".join(fold(word).translate(_MARKS).split())
