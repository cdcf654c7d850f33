"""A telephone number as a source wrote it comes in; its international form (E.164) goes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

_LONGEST: Final = 120
_PUNCTUATION: Final = {ord(mark): None for mark in " .-()'\t\u00a0"}
_EXTENSION: Final = re.compile(
    r"(?i)(?:\(?\s*(?:ext|x(?=[\s.:]*\d)|máy|nhánh|số lẻ|lẻ|nội bộ|내선|교환)|#).*", re.DOTALL
)
_NEXT_NUMBER: Final = re.compile(r"[/;,|&\n~]|\s[-–—]\s|hoặc|và|또는|\bor\b")
_NOT_A_DIGIT: Final = re.compile(r"[^0-9]+")
# What a spreadsheet makes of a number that it took for a quantity: its decimal nought is no digit of the number, and
# of the short form "2.1E+08" nobody knows the digits.
_AS_QUANTITY: Final = re.compile(r"([0-9]{7,15})\.0{1,2}")
_SHORTENED: Final = re.compile(r"[0-9][.,][0-9]+E\+?[0-9]+", re.IGNORECASE)

_VIETNAMESE: Final = re.compile(r"[35789]\d{8}|2\d{9}|1[89]00\d{4}(?:\d\d)?")
# Seoul 2, provinces 31 to 64, mobile 1x, internet 70, free 80, personal 50x, and the numbers without area: 1588-1234.
_KOREAN: Final = re.compile(r"2\d{7,8}|[3-6][1-6]\d{7,8}|10\d{8}|1[16789]\d{7,8}|[78]0\d{7,8}|50\d{8,9}|1[568]\d{6}")
_ELSEWHERE: Final = re.compile(r"[1-9]\d{7,14}")


def _pairs(written: str) -> Mapping[str, str]:
    return dict(pair.split(":") for pair in written.split())


# Mobile numbers of eleven digits lost one in September 2018.
_OLD_MOBILE: Final = _pairs(
    "120:70 121:79 122:77 126:76 128:78 123:83 124:84 125:85 127:81 129:82 162:32 163:33 164:34 165:35 166:36 167:37 "
    "168:38 169:39 186:56 188:58 199:59"
)
# Areas were numbered anew in 2017. Old codes that look like a mobile number of today (033, 08, …) are left out.
_OLD_AREA_OF_THREE: Final = _pairs(
    "230:215 231:213 240:204 241:222 280:208 281:209 320:220 321:221 350:228 351:226 500:262 501:261 510:235 511:236 "
    "650:274 651:271 710:292 711:293 780:290 781:291"
)
_OLD_AREA_OF_TWO: Final = _pairs(
    "20:214 22:212 25:205 26:206 27:207 29:216 30:229 31:225 53:233 54:234 57:257 60:260 61:251 62:252 63:263 64:254 "
    "66:276 67:277 68:259 72:272 73:273 74:294 75:275"
)


def canonical_phone(text: str, country: str | None = None) -> str | None:
    """Return the first number of ``text`` as "+84912345678"; None where it is none.

    ``country`` is ISO 3166-1 alpha-2: whose number it is where no country code stands before it. Without a country a
    number that fits one country alone is that country's.
    """
    if len(text) > _LONGEST:
        return None
    if text.endswith((".0", ".00")):
        quantity = _AS_QUANTITY.fullmatch(text.strip(" '"))
        text = quantity[1] if quantity else text
    digits = text.translate(_PUNCTUATION)
    if digits.isascii() and digits.removeprefix("+").isdigit() and (number := _number(digits, country)):
        return number
    return _number(_first_number(text), country)


def _number(digits: str, country: str | None) -> str | None:
    if digits.startswith(("+", "00")):
        return _international(digits.lstrip("+0"))
    return _at_home(digits, country)


def _first_number(text: str) -> str:
    """Return the digits of the first number, with its plus."""
    if _SHORTENED.fullmatch(text.strip()):
        return ""
    written = _EXTENSION.sub("", unicodedata.normalize("NFKC", text))
    for part in _NEXT_NUMBER.split(written):
        digits = _NOT_A_DIGIT.sub("", part)
        if len(digits) > 6:
            return f"+{digits}" if "+" in part.partition(digits[0])[0] else digits
    return ""


def _international(digits: str) -> str | None:
    code = digits[:2]
    national = _NATIONAL.get(code)
    if national is not None:
        number = national(digits[2:])
        return f"+{code}{number}" if number else None
    return f"+{digits}" if _ELSEWHERE.fullmatch(digits) else None


def _at_home(digits: str, country: str | None) -> str | None:
    """Return a number of the country itself, or of another whose code stands there without its plus."""
    if country:
        code = _CODES.get(country)
        number = _NATIONAL[code](digits) if code else None
        if number:
            return f"+{code}{number}"
    else:
        fitting = [f"+{code}{number}" for code, read in _NATIONAL.items() if (number := read(digits))]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return _international(digits) if digits[:2] in _NATIONAL else None


def _vietnamese(digits: str) -> str | None:
    """Return a Vietnamese number without its nought, under the area and mobile codes of today."""
    number = digits[1:] if digits[:1] == "0" else digits
    if len(number) == 10:
        if number[0] == "1" and number[:3] in _OLD_MOBILE:
            number = _OLD_MOBILE[number[:3]] + number[3:]
        elif number[:3] in _OLD_AREA_OF_THREE:
            number = _OLD_AREA_OF_THREE[number[:3]] + number[3:]
    elif len(number) == 9:
        if number[0] == "4" and number[1] > "1":
            number = "2" + number
        elif number[:2] in _OLD_AREA_OF_TWO:
            number = _OLD_AREA_OF_TWO[number[:2]] + number[2:]
    return number if _VIETNAMESE.fullmatch(number) else None


def _korean(digits: str) -> str | None:
    number = digits[1:] if digits[:1] == "0" else digits
    return number if _KOREAN.fullmatch(number) else None


_CODES: Final[Mapping[str, str]] = {"VN": "84", "KR": "82"}
_NATIONAL: Final[Mapping[str, Callable[[str], str | None]]] = {"84": _vietnamese, "82": _korean}
