"""Nothing comes in; three offices' lists of made-up enterprises, the same each time, go out as spreadsheets.

Syllables are put together so that no firm of such a name exists, and tax codes begin with a province that there is not.
The lists overlap as real ones do: the same factory with another spelling, another telephone, without its number. So
some rows link, some of these disagree, and some leave a pair for a person to decide.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from nhipcau.language.romanise import romanise
from nhipcau.language.text import fold

SOURCES: Final = ("Danh sách mẫu A (Demo)", "Danh sách mẫu B (Demo)", "견본 명단 C (Demo)")
_VIETNAMESE: Final = 4_340
_KOREAN: Final = 600
# How many firms of the first list stand in the second too, and how it has them.
_MOVED: Final = 180
_UNNUMBERED: Final = 160
_NAME_ALONE: Final = 60
# How many firms of either list the Korean one has, without their numbers.
_IN_KOREAN: Final = 200
_ONSETS: Final = (
    "Bơn",
    "Chuôi",
    "Đẫm",
    "Giơng",
    "Hoẵm",
    "Khuyn",
    "Lừm",
    "Mướt",
    "Ngoen",
    "Phươm",
    "Quẩy",
    "Ruộm",
    "Sượng",
    "Toẵn",
    "Vừm",
    "Xoắm",
)
_CODAS: Final = (
    "Ânh",
    "Bửm",
    "Cơn",
    "Điêm",
    "Gưng",
    "Huyn",
    "Kiêng",
    "Loan",
    "Mây",
    "Nhươn",
    "Oanh",
    "Pha",
    "Quơn",
    "Sen",
    "Tuyn",
    "Uyên",
    "Vêm",
    "Yên",
)
_HANGUL: Final = ("가람", "나루", "다솔", "라온", "마루", "바름", "새온", "아라", "자람", "하늬", "포른", "토담")
_TRADES: Final = (
    ("Cơ khí", "Mechanical", "정밀"),
    ("Nhựa kỹ thuật", "Engineering Plastics", "플라스틱"),
    ("Khuôn mẫu", "Mould", "금형"),
    ("Điện tử", "Electronics", "전자"),
    ("Linh kiện ô tô", "Auto Parts", "오토텍"),
    ("Dệt may", "Textile", "섬유"),
    ("Bao bì", "Packaging", "패키징"),
    ("Gốm sứ", "Ceramics", "세라믹"),
)
_PLACES: Final = ("Hà Nội", "Hải Phòng", "Bắc Ninh", "Thái Nguyên", "Đồng Nai", "Đà Nẵng", "Nghệ An", "Cần Thơ")
_KOREAN_PLACES: Final = ("충청북도", "전라남도", "경기도", "부산광역시")
_WEIGHTS: Final = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_BUSINESS_WEIGHTS: Final = (1, 3, 7, 1, 3, 7, 1, 3, 5)


@dataclass(frozen=True, slots=True)
class _Firm:
    """One enterprise that does not exist."""

    name: str
    english: str
    number: str
    street: str
    place: str
    phone: str
    year: int


def lists() -> tuple[tuple[str, str, bytes], ...]:
    """Return source, file name and bytes of each list."""
    chance = Random(3)  # noqa: S311 -- the same list each time, no secret
    firms = [_vietnamese(chance, number) for number in range(_VIETNAMESE)]
    korean = [_korean(chance, number) for number in range(_KOREAN)]
    half = len(firms) // 2
    shared = chance.sample(firms[:half], _MOVED + _UNNUMBERED + _NAME_ALONE)
    second = [*firms[half:], *_otherwise(shared)]
    third = [*korean, *(replace(firm, phone="") for firm in chance.sample(firms, _IN_KOREAN))]
    return (
        (SOURCES[0], "danh-sach-mau-a.csv", _table(_VIETNAMESE_HEADS, firms[:half], ";")),
        (SOURCES[1], "danh-sach-mau-b.csv", _table(_OTHER_HEADS, second, ",")),
        (SOURCES[2], "gyeonbon-c.csv", _table(_KOREAN_HEADS, third, "\t")),
    )


_VIETNAMESE_HEADS: Final = (
    "Tên doanh nghiệp",
    "Tên tiếng Anh",
    "Mã số thuế",
    "Địa chỉ",
    "Tỉnh/Thành phố",
    "Điện thoại",
    "Năm thành lập",
)
_OTHER_HEADS: Final = ("Company name", "English name", "Tax code", "Address", "Province", "Phone", "Founded")
_KOREAN_HEADS: Final = ("업체명", "영문명", "사업자등록번호", "소재지", "지역", "전화번호", "설립연도")


def _table(heads: tuple[str, ...], firms: list[_Firm], separator: str) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(heads)
    for firm in firms:
        korean = heads is _KOREAN_HEADS and not firm.number.startswith("000")
        number = "" if korean else firm.number
        writer.writerow((firm.name, firm.english, number, firm.street, firm.place, firm.phone, firm.year))
    return text.getvalue().encode("utf-8-sig")


def _vietnamese(chance: Random, number: int) -> _Firm:
    trade = chance.choice(_TRADES)
    own = f"{chance.choice(_ONSETS)} {chance.choice(_CODAS)} {chance.choice(_CODAS)}"
    form = chance.choice(("Công ty TNHH", "Công ty Cổ phần"))
    return _Firm(
        name=f"{form} {trade[0]} {own}",
        english=f"{fold(own).title()} {trade[1]} Co., Ltd" if chance.random() < 0.5 else "",
        number=_tax_code(number),
        street=f"{1 + number % 400} đường Mẫu số {1 + number % 97}",
        place=chance.choice(_PLACES),
        phone=f"09{number:08d}",
        year=chance.randint(1990, 2020),
    )


def _korean(chance: Random, number: int) -> _Firm:
    trade = chance.choice(_TRADES)
    own = chance.choice(_HANGUL) + chance.choice(_HANGUL)
    return _Firm(
        name=f"(주){own}{trade[2]}",
        english=f"{romanise(own).title()} {trade[1]} Co., Ltd.",
        number=_business_number(number),
        street=f"견본로 {1 + number % 300}",
        place=chance.choice(_KOREAN_PLACES),
        phone=f"010-0{number // 1000:03d}-{number % 10000:04d}",
        year=chance.randint(1970, 2018),
    )


def _otherwise(firms: list[_Firm]) -> list[_Firm]:
    """Return firms as another office wrote them down.

    Some moved since, under their number; some have no number but a telephone; of some there is no more than a name in a
    province, which is never enough to link.
    """
    moved, unnumbered = firms[:_MOVED], firms[_MOVED : _MOVED + _UNNUMBERED]
    return [
        *(_moved(firm) for firm in moved),
        *(replace(firm, name=fold(firm.name).title(), number="", english="") for firm in unnumbered),
        *(replace(firm, number="", street="", phone="") for firm in firms[_MOVED + _UNNUMBERED :]),
    ]


def _moved(firm: _Firm) -> _Firm:
    """Return a firm in capitals, with the telephone and the year that its other office knows."""
    name = firm.name.replace("Công ty TNHH", "CTY TNHH").upper()
    return replace(firm, name=name, phone=f"08{firm.phone[2:]}", year=firm.year + 1)


def _tax_code(number: int) -> str:
    while True:
        digits = f"99{number * 7 % 10_000_000:07d}"
        check = 10 - sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11
        if check < 10:
            return f"{digits}{check}"
        number += 1_000_003


def _business_number(number: int) -> str:
    digits = f"000{90_0000 + number:06d}"
    total = sum(weight * int(digit) for weight, digit in zip(_BUSINESS_WEIGHTS, digits, strict=True))
    total += int(digits[8]) * 5 // 10
    check = (10 - total % 10) % 10
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}{check}"
