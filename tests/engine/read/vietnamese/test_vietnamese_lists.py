from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document


def told(text: str) -> list[list[str]]:
    return [
        [party.name for party in one.parties]
        for one in read_document(text).agreements
        if one.status.value in {"signed", "exchanged"}
    ]


@pytest.mark.parametrize("bullet", ["-", "+", "•", "▲", "✅", "1.", "a)"])
def test_every_bullet_of_a_list_of_papers_is_an_agreement(bullet: str) -> None:
    text = (
        "Chiều 23/6/2023, các doanh nghiệp đã trao 2 biên bản ghi nhớ:\n"
        f"{bullet} MOU giữa Tập đoàn Sao Mai và Tập đoàn Hanul về nhiệt điện;\n"
        f"{bullet} Công ty Sông Trà và Công ty Daon Energy về hydro xanh."
    )

    assert told(text) == [["Tập đoàn Sao Mai", "Tập đoàn Hanul"], ["Công ty Sông Trà", "Công ty Daon Energy"]]


def test_a_list_of_partners_takes_the_host_of_the_line_before() -> None:
    text = (
        "Điểm nhấn là phần ký kết giữa Hiệp hội Du lịch Sao Mai (SMT) với 2 đối tác:\n"
        "+ Hiệp hội Lữ hành Daon: biên bản ghi nhớ về trao đổi khách;\n"
        "+ Hãng hàng không Hanul Air: thỏa thuận mở đường bay thuê chuyến."
    )

    assert told(text) == [
        ["Hiệp hội Du lịch Sao Mai (SMT)", "Hiệp hội Lữ hành Daon"],
        ["Hiệp hội Du lịch Sao Mai (SMT)", "Hãng hàng không Hanul Air"],
    ]


def test_partners_behind_a_preposition_are_papers_of_their_own() -> None:
    text = (
        "Ngày 7/11/2024, Trung tâm Cơ khí Sao Mai (SMC) đã ký kết 02 bản ghi nhớ. Trong đó, với Viện Ô tô Daon, hai "
        "bên sẽ đào tạo kỹ thuật viên. Với Công viên Công nghệ Hanul, SMC sẽ giới thiệu nhà cung cấp."
    )

    assert [set(parties) for parties in told(text)] == [
        {"Trung tâm Cơ khí Sao Mai (SMC)", "Viện Ô tô Daon"},
        {"Trung tâm Cơ khí Sao Mai (SMC)", "Công viên Công nghệ Hanul"},
    ]
