# ruff: noqa: E501 -- a pattern a line
"""Plain text comes in; its numbers with their units, rates and comparisons go out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from nhipcau.language.properties.reader.amounts import DIGITS, amount, korean_amount, multiplied
from nhipcau.language.properties.reader.cues import NumberWord
from nhipcau.language.properties.reader.plain_text import PlainText
from nhipcau.language.properties.reader.unit_words import (
    NOUN_AND_RATE,
    PER_BEFORE,
    RATE_BEFORE,
    forms_by_plain,
    rate_code,
    takes_accents,
    unit_expression,
)

_TIMES: Final = frozenset({"minute", "hour", "day", "week", "month", "year"})
_NOUNS: Final = frozenset({"", "pcs", "sets", "pairs"})
# Fewer of something unknown a day are trucks or shifts, not goods.
_MANY: Final = 100
_IN_WORDS: Final = _TIMES | {"person", "pcs", "sets", "pairs"}
_COUNTED: Final = frozenset({"class", "pcs", "sets", "pairs", "person", "VND", "KRW", "USD"})
_MONEY: Final = {"us$": "USD", "usd": "USD", "$": "USD", "vnd": "VND", "krw": "KRW", "won": "KRW", "\u20a9": "KRW", "eur": "EUR", "\u20ac": "EUR"}  # fmt: skip
_UNIT_BEFORE: Final = re.compile(
    r"(?<![a-z])(?P<name>hv|hrc|hbw?|shore ?[ad]|trl|topik|토픽|한국어능력시험|iso|class|클래스|technology readiness level)"
    r"[ :-]{0,2}(?:level|cap do|cap|muc|bac|단계|수준)?[ :-]{0,2}$",
)
_NAMED: Final = {
    "hv": "HV", "hrc": "HRC", "hb": "HB", "hbw": "HB", "shorea": "ShoreA", "shored": "ShoreD", "trl": "trl", "topik": "topik",
    "토픽": "topik", "한국어능력시험": "topik", "iso": "iso", "class": "class", "클래스": "class", "technologyreadinesslevel": "trl",
}  # fmt: skip
_STANDARDS: Final = frozenset(
    {"iso", "iatf", "ks", "jis", "din", "astm", "ts", "tcvn", "qcvn", "iec", "vda", "pn", "dn", "ip"}
)
_WORD_END: Final = re.compile(r"[a-z]+$")
# Days of the calendar are read elsewhere; their figures are no quantities.
_CALENDAR: Final = re.compile(
    r"(?:19|20)\d\d(?: ?년(?: ?\d{1,2} ?월(?: ?\d{1,2} ?일)?)?|[-./]\d{1,2}(?:[-./]\d{1,2})?(?!\d))"
    r"|\d{1,2}(?: ?월(?: ?\d{1,2} ?일|(?! ?\d))|[/.-]\d{1,2}[/.-](?:19|20)?\d\d(?!\d)|[/-](?:19|20)\d\d| thang \d{1,2}(?!\d)"
    r"|(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:19|20)\d\d)",
)
_BESIDE: Final = re.compile(r"(?:[ ]?(?:mm|cm|m)?[ ]?[x\u00d7*][ ]?\d+(?:[.,]\d+)?){1,3}(?!\d)")
# Eight hours a day are no course of eight hours.
_A_DAY_BEFORE: Final = re.compile(r"(?:하루에?|매일|매주|moi ngay|moi tuan|hang ngay|daily|per day|a day)[ ]?$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEARS: Final = ("nam", "doi", "since", " in", "year", "from", " tu", "established", "founded")
_TO: Final = re.compile(r"[ ]?(?:-|~|\bden\b|\btoi\b|\bto\b|에서)[ ]?(?=\d)")
_SIGNS: Final = ("±", "+/-", "+-")
_NAMES: Final = ("hv", "hrc", "hb", "hbw", "shore a", "shore d", "shorea", "shored", "trl", "topik", "토픽", "한국어능력시험", "iso", "class", "클래스", "level", "cap", "cap do", "muc", "bac", "단계", "수준")  # fmt: skip
_RATE_HINT: Final = re.compile(
    "월|연|한 ?달|매[년달주]|하루|일[ 일산]|1일|주[간당]|moi|hang|mot|month|year|annual|daily|day|hour|weekly|per|당"
)


class Quantity(NamedTuple):
    """A number at ``start:end`` with the code of its unit ("" for none); ``low`` differs from ``high`` for a range.

    ``signed`` says that it is a deviation to both sides. ``rate`` is what the unit is for: ``month`` of pieces a month.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    rate: str
    signed: bool


def find_quantities(text: PlainText, in_words: Sequence[NumberWord], language: str) -> list[Quantity]:
    """Return the quantities of a text in order; numbers inside names of things (SUS304, ISO 9001) are none.

    ``in_words`` are the numbers in words that stand in the text.
    """
    found: list[Quantity] = []
    done = 0
    for start, end, value in _starts(text.plain, in_words):
        if start < done:
            continue
        day = None if value else _CALENDAR.match(text.plain, start)
        if day:
            done = day.end()
            continue
        if not value and _is_in_a_name(text.plain, start, done) and not _is_named(text.plain, start):
            continue
        quantity = _in_words(text, start, end, value, language) if value else _in_figures(text, start, end, language)
        if quantity:
            found.append(quantity)
            done = quantity.end
    return found


def _starts(plain: str, in_words: Sequence[NumberWord]) -> list[tuple[int, int, Decimal | None]]:
    found: list[tuple[int, int, Decimal | None]] = [(*match.span(), None) for match in DIGITS.finditer(plain)]
    return sorted([*found, *in_words], key=lambda one: (one[0], -one[1])) if in_words else found


def _in_words(text: PlainText, start: int, at: int, value: Decimal, language: str) -> Quantity | None:
    """Read half a year, nửa năm, hai tháng, twenty thousand a month; other numbers in words count nothing here."""
    factor, end = multiplied(text.plain, at, language)
    if value < 1 and text.plain.startswith((" a ", " an "), end):
        end = text.plain.index("a", end) + (2 if text.plain[end + 2] == "n" else 1)
    unit, rate, finish = _unit_at(text, end, language)
    if unit not in _IN_WORDS and not (rate in _TIMES and factor > 1):
        return None
    return Quantity(start, finish, value * factor, value * factor, unit or "pcs", rate, signed=False)


def _in_figures(text: PlainText, start: int, end: int, language: str) -> Quantity | None:
    plain, digits, last = text.plain, text.plain[start:end], ""
    before = plain[max(0, start - 32) : start].rstrip(" :-")
    named = _UNIT_BEFORE.search(plain, max(0, start - 32), start) if before.endswith(_NAMES) else None
    beside = _BESIDE.match(plain, end)
    if beside:
        return _of_a_piece(text, (start, beside.end()), language)
    to = _TO.match(plain, end)
    if to and (further := DIGITS.match(plain, to.end())):
        last, end = further[0], further.end()
    factor, end = multiplied(plain, end, language)
    unit, rate, finish = _unit_at(text, _after_korean(plain, end), language)
    if unit == "person" and plain[finish : finish + 1] == "당":
        return None
    if unit in _TIMES and (rate in _TIMES or _A_DAY_BEFORE.search(plain, max(0, start - 12), start)):
        return None
    unit, begin = _named_unit(named, unit, start, digits, plain)
    unit, begin = _with_money_before(before, unit, begin, plain)
    value = amount(digits, language, counted=unit in _COUNTED or (not unit and factor == 1))
    if value is None:
        return None
    high = amount(last, language, counted=unit in _COUNTED) if last else None
    value, korean_end = korean_amount(value * factor, plain, end)
    highest = max(value, korean_amount(high * factor, plain, end)[0]) if high else value
    rate, begin = _rate_before(plain, begin, unit, rate)
    if not unit and language == "vi" and factor >= 1000 and (rate == "person" or factor >= 10**6):
        unit = "VND"
    if unit in {"", "year"} and _YEAR.fullmatch(digits) and (unit or before.endswith(_BEFORE_YEARS)):
        return None
    finish = max(finish, korean_end)
    if not unit and finish == end and _is_letter(plain[finish : finish + 1]):
        return None
    if not rate and unit in _NOUNS:
        rate, finish = _rate_behind_noun(plain, finish, value)
    signed = before.endswith(_SIGNS) or plain[max(0, start - 4) : start].rstrip().endswith(_SIGNS)
    return Quantity(begin, finish, value, highest, unit, rate, signed)


def _of_a_piece(text: PlainText, span: tuple[int, int], language: str) -> Quantity | None:
    """Read 600 x 400 x 300 mm: the longest side is the size."""
    start, end = span
    sides = [amount(side[0], language, counted=False) for side in DIGITS.finditer(text.plain, start, end)]
    unit, _rate, finish = _unit_at(text, end, language)
    longest = max((side for side in sides if side is not None), default=None)
    return Quantity(start, finish, longest, longest, unit, "", signed=False) if longest and unit else None


def _is_letter(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def _is_named(plain: str, start: int) -> bool:
    """Tell whether the unit stands before the number, as in HV1600 and TRL-8."""
    return plain[max(0, start - 32) : start].rstrip(" :-").endswith(_NAMES) and (
        _UNIT_BEFORE.search(plain, max(0, start - 32), start) is not None
    )


def _is_in_a_name(plain: str, start: int, done: int) -> bool:
    """Tell whether figures belong to the name of a thing: SUS304, ISO 9001, HT-200, 1/2; not 80T-450T."""
    before = plain[start - 1 : start]
    if _is_letter(before):
        return True
    if before == ":" and plain[start - 2 : start - 1].isdigit():
        return True
    if before in {"-", "_", "/"} and not (before == "-" and done == start - 1):
        return plain[start - 2 : start - 1].isalnum() and plain[start - 2 : start - 1].isascii()
    word = _WORD_END.search(plain, max(0, start - 5), start - 1) if before == " " else None
    return word is not None and word[0] in _STANDARDS


def _with_money_before(before: str, unit: str, start: int, plain: str) -> tuple[str, int]:
    for sign, currency in _MONEY.items():
        if before.endswith(sign):
            return currency, plain.rindex(sign, 0, start)
    return unit, start


def _after_korean(plain: str, end: int) -> int:
    return korean_amount(Decimal(1), plain, end)[1]


def _named_unit(named: re.Match[str] | None, unit: str, start: int, digits: str, plain: str) -> tuple[str, int]:
    """Return the unit that stands before its number (HV 1600, TRL-8, ISO 7), and where the statement begins."""
    if named is None:
        return unit, start
    code = _NAMED[named["name"].replace(" ", "")]
    if code == "iso" and (len(digits) > 1 or plain[start + 1 : start + 2] in {"-", "/", ":"}):
        return "code", start
    return (
        (unit, start) if unit and unit not in {"pcs", "degC"} and code not in {"HV", "HRC"} else (code, named.start())
    )


def _rate_before(plain: str, start: int, unit: str, rate: str) -> tuple[str, int]:
    """Read 월 8만 세트, 연 120만 개, mỗi tháng 60.000 cái, ㎡당 월 12달러: the rate stands before the number."""
    if unit in _TIMES or _TIMES.intersection(rate.split("/")):
        return rate, start
    first = max(0, start - 24)
    hint = _RATE_HINT.search(plain, first, start)
    before = RATE_BEFORE.search(plain, first, start) if hint else None
    rates = [rate] if rate else []
    if before and not (before.start() and plain[before.start() - 1].isalnum() and plain[before.start()].isalpha()):
        rates.append(str(before.lastgroup))
        start = before.start()
    each = PER_BEFORE.search(plain, max(0, start - 5), start) if hint else None
    if each:
        rates.insert(0, forms_by_plain()[each[1]][0][0])
        start = each.start()
    return "/".join(rates), start


def _unit_at(text: PlainText, at: int, language: str) -> tuple[str, str, int]:
    """Return the unit, the rate and where they end; "" where there is none."""
    match = unit_expression().match(text.plain, at)
    if match is None or match.end() == at:
        return "", "", at
    unit, end = "", at
    if match["unit"]:
        unit = _code_of(text, match, language)
        if not unit:
            return "", "", at
        end = match.end("unit")
        if match["inner"]:
            unit, end = forms_by_plain()[match["inner"]][0][0], match.end("inner") + 1
    if match["first"] and match["first"].strip() == "tpa":
        unit = "t"
    rates = [code for name in ("first", "second") if match[name] and (code := rate_code(match[name]))]
    return unit, "/".join(rates), match.end() if rates or match["first"] else end


def _rate_behind_noun(plain: str, at: int, value: Decimal) -> tuple[str, int]:
    """Read 50.000 chiếc áo mỗi tháng, 40 million placements a month: what is counted stands between."""
    match = NOUN_AND_RATE.match(plain, at) if value >= _MANY else None
    return (rate_code(match["rate"]) or "", match.end()) if match else ("", at)


def _code_of(text: PlainText, match: re.Match[str], language: str) -> str:
    """Return the unit that is meant: with the accents that are written, đ is a currency and d a day."""
    start, end = match.span("unit")
    spelt = match["unit"]
    if spelt == "월":
        return ""
    written = text.lower[start:end]
    choices = forms_by_plain()[spelt]
    for code, forms in choices:
        if written in forms:
            return code
    bare = language == "vi" and not takes_accents(spelt)
    for code, forms in choices:
        if text.is_written(start, end, forms, bare=bare):
            return code
    return ""
