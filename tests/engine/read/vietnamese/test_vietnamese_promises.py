from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import FigureRole, Strength

OPENING = "Ngày 2/3/2022, Trung tâm Cơ khí Sao Mai (SMC) và Viện Vật liệu Daon (DMI) ký biên bản ghi nhớ.\n\n"


def clauses(text: str) -> list[str]:
    reading = read_document(OPENING + text)
    return [item.span.quote for item in reading.agreements[0].activities if item.span]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Theo biên bản ghi nhớ, hai bên sẽ đào tạo 50 kỹ sư, trao đổi chuyên gia và tổ chức hội thảo hằng năm.",
            ["đào tạo 50 kỹ sư", "trao đổi chuyên gia", "tổ chức hội thảo hằng năm"],
        ),
        (
            "SMC phối hợp cùng DMI triển khai tư vấn cải tiến tại nhà máy, hỗ trợ doanh nghiệp tìm kiếm đối tác.",
            ["triển khai tư vấn cải tiến tại nhà máy", "hỗ trợ doanh nghiệp tìm kiếm đối tác"],
        ),
        (
            "Nội dung hợp tác gồm: chuyển giao công nghệ đúc; đào tạo giảng viên; chia sẻ thông tin thị trường.",
            ["chuyển giao công nghệ đúc", "đào tạo giảng viên", "chia sẻ thông tin thị trường"],
        ),
        (
            "Hai bên sẽ nghiên cứu và phát triển vật liệu đúc mới. Đào tạo nguồn nhân lực chất lượng cao.",
            ["nghiên cứu và phát triển vật liệu đúc mới", "Đào tạo nguồn nhân lực chất lượng cao"],
        ),
    ],
)
def test_promises_are_cut_into_clauses(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "SMC được thành lập năm 2010 với nhiệm vụ đào tạo tư vấn viên và hỗ trợ doanh nghiệp.",
        "Hai bên đã trao đổi về tình hình đào tạo trong thời gian qua.",
        "“Chúng tôi mong muốn chia sẻ kinh nghiệm với các bạn”, ông Kim nói.",
        "Hai bên sẽ thắt chặt hơn nữa mối quan hệ hợp tác.",
    ],
)
def test_background_talk_and_courtesies_promise_nothing(text: str) -> None:
    assert clauses(text) == []


def test_what_stands_behind_about_is_the_purpose() -> None:
    (agreement,) = read_document(
        "Hôm qua, Viện Sao Mai và Viện Daon (Hàn Quốc) ký thỏa thuận về chuyển giao công nghệ đúc."
    ).agreements

    assert [(item.code, item.strength) for item in agreement.activities] == [("tech-transfer", Strength.PURPOSE)]


def test_figures_of_a_promise_are_commitments_and_others_context() -> None:
    figures = read_document(
        OPENING + "Theo đó, hai bên sẽ đào tạo 50 kỹ sư.\n\nCả nước hiện có 9.000 doanh nghiệp Hàn Quốc."
    ).figures

    assert {figure.value: figure.role for figure in figures} == {50: FigureRole.COMMITMENT, 9000: FigureRole.CONTEXT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bản ghi nhớ đề cập hai việc chính. Một là đưa công nghệ đúc vào Việt Nam. Hai là đào tạo kỹ sư đúc.",
            ["đưa công nghệ đúc vào Việt Nam", "đào tạo kỹ sư đúc"],
        ),
        (
            "Theo nội dung ký kết, DMI sẽ tiếp nhận sinh viên thực tập; trao đổi giảng viên và chuyên gia.",
            ["tiếp nhận sinh viên thực tập", "trao đổi giảng viên và chuyên gia"],
        ),
        ("Phía DMI hứa rằng sẽ gửi tài liệu đào tạo.", ["gửi tài liệu đào tạo"]),
    ],
)
def test_ordinals_and_reported_promises_are_read(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_the_country_is_no_craft() -> None:
    (agreement,) = read_document(OPENING + "Hai bên sẽ đưa công nghệ Hàn Quốc vào Việt Nam.").agreements

    assert "mechanical" not in {one.code for one in agreement.sectors if one.span and "Hàn" in one.span.quote}
