# ruff: noqa: E501 -- a unit or a degree a line
"""A unit as people write it in three languages comes in; its code goes out."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nhipcau.language.text import fold

_WRITTEN: Final[Mapping[str, str]] = {
    "mm": "mm|millimet|milimet|mi li met|milli met|millimeter|millimetre|밀리|밀리미터|㎜",
    "um": "um|μm|µm|㎛|micron|microns|micromet|micrometer|micrometre|mic|miccron|미크론|마이크로미터|마이크로",
    "nm": "nm|nanomet|nanometer|나노미터",
    "cm": "cm|centimet|xentimet|phan|centimeter|centimetre|센티|센티미터|㎝",
    "m": "m|met|meter|meters|metre|metres|미터",
    "km": "km|kilomet|cay so|kilometer|kilometers|kilometre|kilometres|킬로미터|㎞",
    "inch": "inch|inches|in|인치|\"|''",
    "ft": "ft|foot|feet",
    "mil": "mil|mils",
    "ly": "ly|li",
    "zem": "zem|dem",
    "m2": "m2|㎡|met vuong|sqm|sq m|sq.m|square meters|square metres|square meter|square metre|제곱미터|평방미터|헤베",
    "mm2": "mm2|㎟",
    "ha": "ha|hecta|hec ta|hectare|hectares|헥타르|㏊",
    "sqft": "sqft|sq ft|square feet",
    "pyeong": "pyeong|평",
    "m3": "m3|㎥|met khoi|khoi|cubic metres|cubic meters|입방미터|루베",
    "l": "l|lit|litre|litres|liter|liters|리터|ℓ",
    "ml": "ml|cc|㎖",
    "g": "g|gam|gram|grams|gramme|그램",
    "kg": "kg|kilogam|kilo|ky|can|kgs|kilogram|kilograms|킬로|킬로그램|㎏",
    "t": "t|tan|ton|tons|tonne|tonnes|tấn|mt|톤",
    "lb": "lb|lbs|pound|pounds|파운드",
    "oz": "oz",
    "N": "n|newton",
    "kN": "kn",
    "MN": "mn",
    "kgf": "kgf",
    "tf": "tf|tonf|tan luc|톤힘",
    "W": "w|watt|와트",
    "kW": "kw|㎾|kilowatt|kilowatts|킬로와트",
    "MW": "mw|㎿|megawatt|megawatts|메가와트",
    "hp": "hp|ma luc|마력",
    "VA": "va",
    "kVA": "kva",
    "MVA": "mva",
    "V": "v|volt|volts|vol|vdc|vac|볼트",
    "kV": "kv",
    "mV": "mv",
    "A": "ampe|amp|amps|ampere|암페어",
    "mA": "ma",
    "Pa": "pa",
    "kPa": "kpa",
    "MPa": "mpa",
    "bar": "bar|bars|바",
    "kgfcm2": "kgfcm2|kgf/cm2|kg/cm2|kgf/㎠|kg/㎠",
    "psi": "psi",
    "degC": "degc|°c|℃|oc|do c|degrees c|degrees celsius|도씨",
    "degF": "degf|°f|℉",
    "hour": "hour|hours|hr|hrs|h|gio|tieng|시간",
    "minute": "minute|minutes|min|phut|분",
    "second": "second|seconds|sec|s|giay|초",
    "day": "day|days|ngay|working days|working day|business days|ngay lam viec|ngay cong|일|영업일|일간|근무일|작업일",
    "week": "week|weeks|wk|wks|tuan|주|주일|주간",
    "month": "month|months|mo|mth|thang|월|개월|달|매월|매달",
    "year": "year|years|yr|yrs|annum|nam|년|연|개년|년간|매년",
    "rpm": "rpm|vong/phut|v/p|r/min|회전",
    "percent": "%|percent|per cent|phan tram|퍼센트|프로",
    "pcs": "pcs|pc|piece|pieces|unit|units|ea|each|part|parts|item|items|cai|chiec|sp|san pham|chi tiet|con|qua|vien|tam|thanh"
    "|cuon|hop|board|boards|개|이에이|장|본|매|대|점|pce|shots|shot",
    "pairs": "pairs|pair|prs|doi|cap|켤레|족|쌍",
    "sets": "sets|set|bo|세트|조|kit|kits",
    "person": "person|persons|people|pax|nguoi|hoc vien|hoc sinh|sinh vien|ban|cho|suat|trainee|trainees|student|students|head|seat|seats"
    "|participant|participants|learner|learners|intern|interns|place|places|hv|명|인|석|학생",
    "HV": "hv|vickers|비커스",
    "HRC": "hrc|rockwell c|로크웰",
    "HB": "hb|hbw|brinell|브리넬",
    "ShoreA": "shorea|shore a|sha|do shore a|쇼어 a|쇼어a|shore|hs|durometer a|duro a|jis a",
    "ShoreD": "shored|shore d|shd|쇼어 d|쇼어d|durometer d",
    "lux": "lux|lx",
    "dB": "db|dba",
    "trl": "trl",
    "iso": "iso",
    "topik": "topik|토픽",
    "USD": "usd|us$|$|do|do la|dola|do la my|dollar|dollars|us dollars|달러|불|미화",
    "VND": "vnd|dong|₫|vnđ|viet nam dong|동",
    "KRW": "krw|won|₩|원",
    "EUR": "eur|euro|euros|€|유로",
    "JPY": "jpy|yen|엔",
    "CNY": "cny|rmb|yuan|nhan dan te|위안",
}
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
    known = {_marked(word): code for code, words in _WRITTEN.items() for word in words.split("|")}
    return MappingProxyType(known)


def shown(code: str) -> str:
    """Return a unit's code as it is written on a page."""
    return "/".join(SHORT.get(part, part) for part in code.split("/")) if code not in SHORT else SHORT[code]


def _marked(word: str) -> str:
    return " ".join(fold(word).translate(_MARKS).split())
