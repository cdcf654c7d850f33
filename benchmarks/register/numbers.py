"""A random generator comes in; tax codes with right check digits, telephone numbers and their spellings go out."""

from __future__ import annotations

from random import Random

_VN_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_KR_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)
_BEFORE_2018 = {"038": "0168", "032": "0162", "070": "0120"}  # Vietnamese mobile numbers lost a digit in 2018


def vietnamese_check(nine: str) -> int:
    """Return the tenth digit of a Vietnamese tax code; 10 means that no such code is given out."""
    return 10 - sum(weight * int(digit) for weight, digit in zip(_VN_WEIGHTS, nine, strict=True)) % 11


def korean_check(nine: str) -> int:
    """Return the tenth digit of a Korean business registration number."""
    total = sum(weight * int(digit) for weight, digit in zip(_KR_WEIGHTS, nine, strict=True))
    return (10 - (total + 5 * int(nine[8]) // 10) % 10) % 10


def tax_code(draw: Random, country: str) -> str:
    """Draw a tax code of the country that checks."""
    if country == "KR":
        nine = f"{draw.randrange(101, 900)}{draw.choice(('81', '86', '87', '82', '88'))}{draw.randrange(10_000):04d}"
        return nine + str(korean_check(nine))
    while True:
        nine = f"{draw.randrange(1, 64):02d}{draw.randrange(10_000_000):07d}"
        check = vietnamese_check(nine)
        if check < 10:
            return nine + str(check)


def spelled_tax_code(draw: Random, code: str, country: str) -> str:
    """Write a tax code as lists do: with points and dashes, with Excel's traces."""
    style = draw.random()
    if country == "KR":
        return f"{code[:3]}-{code[3:5]}-{code[5:]}" if style < 0.7 else code
    head, branch = code[:10], code[10:]
    if branch:
        return f"{head}-{branch}" if style < 0.8 else head + branch
    if style < 0.86:
        return head
    if style < 0.91:
        return f"{head[:4]} {head[4:7]} {head[7:]}"
    if style < 0.94:
        return f"'{head}"
    if style < 0.97 and head.startswith("0"):
        return head[1:] + (".0" if style < 0.955 else "")
    return f"MST: {head}"


def telephone(draw: Random, country: str, area: str) -> str:
    """Draw a national number with its leading nought, as digits."""
    if country == "KR":
        if draw.random() < 0.2:
            return f"010{draw.randrange(20_000_000, 99_999_999)}"
        return f"{area}{draw.randrange(200, 900)}{draw.randrange(10_000):04d}"
    if draw.random() < 0.45:
        return draw.choice(("090", "091", "098", "097", "086", "032", "070", "038")) + f"{draw.randrange(10**7):07d}"
    rest = 11 - len(area) - 1
    return f"{area}{draw.choice('3367')}{draw.randrange(10**rest):0{rest}d}"


def spelled_telephone(draw: Random, number: str, country: str) -> str:
    """Write a telephone number as lists do."""
    code = "82" if country == "KR" else "84"
    style = draw.random()
    if number[:3] in _BEFORE_2018 and country == "VN" and draw.random() < 0.1:
        number = _BEFORE_2018[number[:3]] + number[3:]
    rest = number[1:]
    if style < 0.3:
        return number
    if style < 0.5:
        return f"+{code} {rest[:2]} {rest[2:5]} {rest[5:]}"
    if style < 0.65:
        return f"(+{code}) {rest[:-7]}-{rest[-7:-4]}-{rest[-4:]}"
    if style < 0.8:
        return f"{number[:-7]}-{number[-7:-4]}-{number[-4:]}"
    if style < 0.9:
        return f"{number[:4]}.{number[4:7]}.{number[7:]}"
    if style < 0.94:
        return f"({number[:-7]}) {number[-7:]} ext. {draw.randrange(10, 99)}"
    return f"{code}{rest}"


def wrong_digit(draw: Random, code: str) -> str:
    """Mistype a code: another digit, or two neighbours swapped."""
    at = draw.randrange(len(code) - 1)
    if draw.random() < 0.5 and code[at] != code[at + 1]:
        return code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    return code[:at] + str((int(code[at]) + draw.randrange(1, 10)) % 10) + code[at + 1 :]
