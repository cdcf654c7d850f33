"""A number and a seed come in; that many made-up bodies with names in three languages are put into the database.

Few syllables, so that thousands of firms share name, trade and place, as in life; nobody real stands in it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Final

from django.apps import apps
from django.db import transaction  # noqa: TID251 -- a million rows go past the verbs

from nhipcau.facts.organisation import Name
from nhipcau.language.romanise import romanise
from nhipcau.programme.name_keys import folded
from nhipcau.store.fill_search import fill, insert

_SYLLABLES: Final = (
    *("An", "Bình", "Phát", "Hòa", "Thịnh", "Long", "Minh", "Tân", "Việt", "Nam", "Đông", "Tây", "Sơn", "Hải", "Hưng"),
    *("Phú", "Quang", "Thành", "Tiến", "Đại", "Gia", "Bảo", "Kim", "Ngọc", "Hồng", "Hoàng", "Đức", "Trung", "Nghĩa"),
    *("Thuận", "Lộc", "Phúc", "Khang", "Cường", "Lâm", "Giang", "Hà", "Vân", "Thiên", "Anh", "Đạt", "Toàn", "Vinh"),
    *("Xuân", "Thu", "Mai", "Lan", "Nhật"),
)
_TRADES: Final = (
    ("Cơ khí", "기계", "Machinery"), ("Điện tử", "전자", "Electronics"), ("Nhựa", "플라스틱", "Plastics"),
    ("Khuôn mẫu", "금형", "Mould"), ("Thép", "철강", "Steel"), ("Dệt may", "섬유", "Textile"),
    ("Gốm sứ", "세라믹", "Ceramics"),
    ("Hóa chất", "화학", "Chemical"), ("Ô tô", "자동차", "Automotive"), ("Phần mềm", "소프트", "Software"),
    ("Năng lượng", "에너지", "Energy"), ("Xây dựng", "건설", "Construction"), ("Thực phẩm", "식품", "Food"),
)  # fmt: skip
_PLACES: Final = (
    "Hà Nội", "Hải Phòng", "Bắc Ninh", "Bắc Giang", "Nghệ An", "Đà Nẵng", "Bình Dương", "Đồng Nai", "Long An",
    "Thái Nguyên",
)  # fmt: skip
_FORMS: Final = ("Công ty TNHH", "Công ty Cổ phần", "Công ty TNHH MTV", "Doanh nghiệp tư nhân", "Hợp tác xã")
_KOREAN: Final = tuple("삼성대한현우진영동서남광태신유정원일세경명해금은수청백산천호")
_EVERY_KOREAN: Final = 5
_AGREEMENTS: Final = 5_000


def names_of(number: int, chance: random.Random) -> tuple[str, tuple[Name, ...]]:
    """Return the country and the names of the ``number``-th body."""
    trade = chance.choice(_TRADES)
    if number % _EVERY_KOREAN == 0:
        short = "".join(chance.choices(_KOREAN, k=chance.choice((2, 2, 3))))
        english = f"{romanise(short).capitalize()} {trade[2]}"
        names = [Name(f"{short}{trade[1]} 주식회사", "ko", "official"), Name(f"{english} Co., Ltd", "en", "alias")]
        if chance.random() < 0.3:
            names.append(Name("".join(chance.choices("ABCDEGHIKLMNOPRSTUV", k=4)), "und", "acronym"))
        return "KR", tuple(names)
    own = " ".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3))))
    where = f" {chance.choice(_PLACES)}" if chance.random() < 0.3 else ""
    names = [Name(f"{chance.choice(_FORMS)} {trade[0]} {own}{where}", "vi", "official")]
    if chance.random() < 0.4:
        names.append(Name(f"{folded(own).title()} {trade[2]} JSC", "en", "alias"))
    return "VN", tuple(names)


def bodies(number: int, seed: int = 7) -> Iterator[tuple[str, str, tuple[Name, ...]]]:
    """Return id, country and names of so many bodies."""
    chance = random.Random(seed)
    for at in range(number):
        country, names = names_of(at, chance)
        yield f"{at:013d}", country, names


@transaction.atomic
def write(number: int) -> None:
    """Put the bodies and some agreements between them into an empty database, then let the index be filled."""
    insert(
        "organisations",
        ("id", "title", "country", "identifiers", "chosen", "demo", "version", "sort", "search", "signed"),
        (_row(key, country, names) for key, country, names in bodies(number)),
    )
    insert(
        "organisation_names",
        ("organisation_id", "position", "text", "language", "kind"),
        (
            (key, position, name.text, name.language, name.kind)
            for key, _, names in bodies(number)
            for position, name in enumerate(names)
        ),
    )
    _agreements(number)
    fill(lambda name: apps.get_model("store", name))


def _row(key: str, country: str, names: tuple[Name, ...]) -> tuple[str | int, ...]:
    title, search = names[0].text, " | ".join(folded(name.text) for name in names)
    return (key, title, country, "[]", "[]", False, 1, folded(title), search, 0)


def _agreements(number: int) -> None:
    chance = random.Random(11)
    pairs = [(f"agr-{at}", chance.randrange(number), chance.randrange(number)) for at in range(_AGREEMENTS)]
    columns = ("id", "title", "type", "status", "created_at", "has_place", "place_search", "demo", "version", "search")
    moment = "2024-01-01 00:00:00+00:00"
    insert(
        "agreements",
        columns,
        ((key, key, "MOU", "signed", moment, False, "", False, 1, key) for key, *_ in pairs),
    )
    insert(
        "agreement_parties",
        ("agreement_id", "position", "organisation_id", "name"),
        ((key, at, f"{one:013d}", "") for key, *both in pairs for at, one in enumerate(both)),
    )
