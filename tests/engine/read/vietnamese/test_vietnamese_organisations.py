from __future__ import annotations

import pytest

from nhipcau.engine.read.page import open_page
from nhipcau.engine.read.vietnamese.organisations import Mention, organisations


def mentions(text: str) -> tuple[Mention, ...]:
    return organisations(open_page(text)[0])


def names(text: str) -> list[str]:
    return [text[one.start : one.end] for one in mentions(text)]


@pytest.mark.parametrize(
    "name",
    [
        "Viện Máy và Vật liệu Hàn Quốc (KIMM)",
        "Trung tâm Khuyến công và Tư vấn phát triển công nghiệp 1 (IPC1)",
        "Trung tâm Tư vấn và giải pháp công nghệ Việt - Hàn (VITASK)",
        "Bộ Thương mại, Công nghiệp và Năng lượng Hàn Quốc (MOTIE)",
        "Sở Lao động, Thương binh và Xã hội tỉnh Hà Nam",
        "Hiệp hội Doanh nhân & Đầu tư Việt Nam - Hàn Quốc (VKBIA)",
        "Trường Cao đẳng Kinh tế - Kỹ thuật Ô Môn",
        "Viện Công nghệ Khuôn và Polyme Gyeonggi (GMPI)",
        "Hiệp hội Doanh nghiệp vừa và nhỏ Gyeonggi",
        "UBND tỉnh Bà Rịa - Vũng Tàu",
    ],
)
def test_a_conjunction_or_a_dash_stands_inside_a_name(name: str) -> None:
    assert names(f"Sáng nay, {name} đã ký biên bản ghi nhớ.") == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hôm qua, Tập đoàn Sao Mai và Viện Cơ khí Daon đã gặp nhau.",
            ["Tập đoàn Sao Mai", "Viện Cơ khí Daon"],
        ),
        ("Hôm qua, Tập đoàn Sao Mai và KOTEX đã gặp nhau.", ["Tập đoàn Sao Mai", "KOTEX"]),
        ("Hôm qua, Trường Đại học Sao Mai và Hanul Motors đã gặp nhau.", ["Trường Đại học Sao Mai", "Hanul Motors"]),
    ],
)
def test_a_conjunction_splits_before_a_head_an_acronym_or_a_foreign_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đoàn đã thăm thị trường Việt Nam và Hàn Quốc.", []),
        ("Trong hội nghị, môi trường đầu tư được nhắc tới nhiều lần.", []),
        ("Năm nay có 9 trường đại học Hàn Quốc tham gia.", []),
        ("Trung tâm phấn đấu hoàn thành kế hoạch.", []),
    ],
)
def test_common_nouns_name_nobody(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_bracket_teaches_the_acronym() -> None:
    (one,) = mentions("Hôm nay, Viện Vật liệu Daon (DMI - Daon Materials Institute, Hàn Quốc) mở cửa.")

    assert (one.core, one.acronym, one.aliases, one.country) == (
        "Viện Vật liệu Daon",
        "DMI",
        ("Daon Materials Institute",),
        "KR",
    )


@pytest.mark.parametrize(
    ("text", "parent"),
    [
        (
            "Ngày 2/3, Trung tâm Cơ khí Sao Mai (SMC) - Cục Chế tạo (Bộ Công Thương) họp.",
            "Cục Chế tạo (Bộ Công Thương)",
        ),
        ("Ngày 2/3, Cục Chế tạo, Bộ Công Thương họp.", "Bộ Công Thương"),
        ("Ngày 2/3, Viện Sao Mai (thuộc Bộ Nhân lực) họp.", "Bộ Nhân lực"),
        ("Ngày 2/3, Trung tâm Cơ khí Sao Mai trực thuộc Cục Chế tạo họp.", "Cục Chế tạo"),
    ],
)
def test_the_body_above_becomes_the_parent(text: str, parent: str) -> None:
    assert mentions(text)[0].parent == parent


def test_a_newspaper_in_brackets_names_no_party() -> None:
    assert names("(QBĐT) - Hôm qua trời mưa.") == []
