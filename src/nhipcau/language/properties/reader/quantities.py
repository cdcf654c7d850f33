"""Plain text comes in; its numbers with their units, rates and comparisons go out."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from nhipcau.language.properties.reader.amounts import DIGITS, NUMBER_WORDS, amount, korean_amount, multiplied
from nhipcau.language.properties.reader.plain_text import PlainText, plain_text
from nhipcau.language.properties.reader.unit_words import (
    RATE_BEFORE,
    forms_by_plain,
    rate_code,
    takes_accents,
    unit_expression,
)

_TIMES: Final = frozenset({"minute", "hour", "day", "week", "month", "year"})
_COUNTED: Final = frozenset({"pcs", "sets", "pairs", "person", "VND", "KRW", "USD"})
_MONEY: Final = {"us$": "USD", "usd": "USD", "$": "USD", "vnd": "VND", "krw": "KRW", "won": "KRW", "\u20a9": "KRW", "eur": "EUR", "\u20ac": "EUR"}  # fmt: skip
_MONEY_BEFORE: Final = re.compile(r"(us\$|usd|vnd|krw|won|eur|[$\u20a9\u20ac])[ ]?$")
_UNIT_BEFORE: Final = re.compile(
    r"(?<![a-z])(?P<name>hv|hrc|hbw?|shore ?[ad]|trl|topik|토픽|iso|class|클래스|technology readiness level)"
    r"[ :-]{0,2}(?:level|cap do|cap|muc|bac|단계|수준)?[ :-]{0,2}$",
)
_NAMED: Final = {
    "hv": "HV", "hrc": "HRC", "hb": "HB", "hbw": "HB", "shorea": "ShoreA", "shored": "ShoreD", "trl": "trl", "topik": "topik",
    "토픽": "topik", "iso": "iso", "class": "class", "클래스": "class", "technologyreadinesslevel": "trl",
}  # fmt: skip
_CODE_BEFORE: Final = re.compile(r"(?:[a-z][-_]?|\b(?:iso|iatf|as|en|ks|jis|din|astm|ts|tcvn|qcvn|iec|vda|pn|m|no|dn|ip|grade|[ef]k) ?/?)$|[a-z0-9]/$")
_TO: Final = re.compile(r"[ ]?(?:-|~|\bden\b|\btoi\b|\bto\b|에서)[ ]?(?=\d)")
_SIGN: Final = re.compile(r"(?:±|\+/-|\+-|\u00b1)[ ]?$")


@dataclass(frozen=True, slots=True)
class Quantity:
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

    @property
    def written_unit(self) -> str:
        """The unit with its rate, such as ``pcs/month``."""
        return f"{self.unit}/{self.rate}" if self.rate else self.unit


def find_quantities(text: PlainText, language: str) -> list[Quantity]:
    """Return the quantities of a text in order; numbers inside names of things (SUS304, ISO 9001) are none."""
    found: list[Quantity] = []
    done = 0
    for match in _starts(text.plain):
        if match.start() < done:
            continue
        quantity = _in_words(text, match, language) if match[0][0] not in _FIGURES else _in_figures(text, match, language)
        if quantity:
            found.append(quantity)
            done = quantity.end
    return found


_FIGURES: Final = frozenset("0123456789")


def _starts(plain: str) -> list[re.Match[str]]:
    words = list(_number_words().finditer(plain))
    figures = list(DIGITS.finditer(plain))
    return sorted([*words, *figures], key=lambda match: match.start()) if words else figures


@functools.cache
def _number_words() -> re.Pattern[str]:
    plain = sorted({plain_text(word).plain for word in NUMBER_WORDS}, key=len, reverse=True)
    latin = "|".join(word for word in plain if word.isascii())
    hangul = "|".join(word for word in plain if not word.isascii())
    return re.compile(rf"(?<![a-z가-힣])(?:(?:{latin})(?=[ -][a-z])|(?:{hangul})(?=[ ]?(?:달|주|개월|명|해|년)))")


def _in_words(text: PlainText, match: re.Match[str], language: str) -> Quantity | None:
    """Read half a year, nửa năm, hai tháng, twenty thousand a month; other numbers in words count nothing here."""
    value = _word_value(text, match, language)
    if value is None:
        return None
    factor, end = multiplied(text.plain, match.end(), language)
    if text.plain.startswith((" a ", " an "), end):
        half = match[0] == "half"
        end += 2 if half and text.plain[end + 2] == " " else 3 if half else 0
    unit, rate, finish = _unit_at(text, end, language)
    if unit not in _TIMES | {"person"} and not (rate in _TIMES and factor > 1):
        return None
    return Quantity(match.start(), finish, value * factor, value * factor, unit or "pcs", rate, signed=False)


def _word_value(text: PlainText, match: re.Match[str], language: str) -> Decimal | None:
    for word, value in NUMBER_WORDS.items():
        if plain_text(word).plain == match[0] and text.is_written(match.start(), match.end(), (word,), bare=word.isascii()):
            return Decimal(value) if word.isascii() is False or language == "en" or match[0] == word else None
    return None


def _in_figures(text: PlainText, match: re.Match[str], language: str) -> Quantity | None:
    plain, start = text.plain, match.start()
    named = _UNIT_BEFORE.search(plain, max(0, start - 32), start)
    if named is None and _CODE_BEFORE.search(plain, max(0, start - 8), start):
        return None
    digits, last, end = match[0], "", match.end()
    to = _TO.match(plain, end)
    if to and (further := DIGITS.match(plain, to.end())):
        last, end = further[0], further.end()
    prefix = _MONEY_BEFORE.search(plain, max(0, start - 6), start)
    factor, end = multiplied(plain, end, language)
    unit, rate, finish = _unit_at(text, _after_korean(plain, end), language)
    unit, start = _named_unit(named, unit, start, digits, plain)
    if prefix:
        unit, start = _MONEY[prefix[1]], prefix.start()
    counted = unit in _COUNTED or (not unit and factor == 1)
    value = amount(digits, language, counted=counted)
    if value is None:
        return None
    value *= factor
    value, korean_end = korean_amount(value, plain, end)
    high = amount(last, language, counted=counted) if last else None
    rate, start = _rate_before(plain, start, unit, rate)
    if not unit and factor >= 1000 and language == "vi" and (rate == "person" or factor >= 10**6):
        unit = "VND"
    signed = bool(_SIGN.search(plain, max(0, start - 4), start))
    finish = max(finish, korean_end)
    if finish == end and plain[finish : finish + 1].isalpha() and plain[finish : finish + 1].isascii() and not unit:
        return None
    highest = value if high is None else max(high * factor, value)
    return Quantity(start, finish, value, highest, unit, rate, signed)


def _after_korean(plain: str, end: int) -> int:
    return korean_amount(Decimal(1), plain, end)[1]


def _named_unit(named: re.Match[str] | None, unit: str, start: int, digits: str, plain: str) -> tuple[str, int]:
    """Return the unit that stands before its number (HV 1600, TRL-8, ISO 7), and where the statement begins."""
    if named is None:
        return unit, start
    code = _NAMED[named["name"].replace(" ", "")]
    if code == "iso" and (len(digits) > 1 or plain[start + 1 : start + 2] in "-/:"):
        return "code", start
    return (unit, start) if unit and unit not in {"pcs", "degC"} and code not in {"HV", "HRC"} else (code, named.start())


def _rate_before(plain: str, start: int, unit: str, rate: str) -> tuple[str, int]:
    """Read 월 8만 세트, 연 120만 개, mỗi tháng 60.000 cái: the rate stands before the number."""
    if rate or unit in _TIMES:
        return rate, start
    before = RATE_BEFORE.search(plain, max(0, start - 24), start)
    if before is None or (before.start() and plain[before.start() - 1].isalnum() and plain[before.start()].isalpha()):
        return rate, start
    return str(before.lastgroup), before.start()


def _unit_at(text: PlainText, at: int, language: str) -> tuple[str, str, int]:
    """Return the unit, the rate and where they end; "" where there is none."""
    match = unit_expression().match(text.plain, at)
    if match is None or match.end() == at:
        return "", "", at
    unit, end = "", at
    if match["unit"]:
        code, forms = forms_by_plain()[match["unit"]]
        native = match["unit"] in forms
        bare = native or (language == "vi" and not takes_accents(match["unit"]))
        if not text.is_written(match.start("unit"), match.end("unit"), forms, bare=bare):
            return "", "", at
        unit, end = code, match.end("unit")
    rates = [code for name in ("first", "second") if match[name] and (code := rate_code(match[name]))]
    end = match.end() if rates or match["first"] else end
    return unit, "/".join(rates), end
