from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import PersonFunction as Function
from nhipcau.facts.reading import PersonRead

OPENING = "Ngày 2/3/2022, Trung tâm Cơ khí Sao Mai (SMC) và Viện Vật liệu Daon (DMI) ký biên bản ghi nhớ.\n\n"


def people(text: str) -> dict[str, PersonRead]:
    return {person.name: person for person in read_document(OPENING + text).agreements[0].people}


def test_a_caption_gives_the_signatories() -> None:
    found = people("Phó Giám đốc DMI Kim Min Soo và Quyền Giám đốc SMC Đỗ Thu Hà đại diện hai bên ký biên bản ghi nhớ.")

    assert {name: (one.function, one.role, one.org) for name, one in found.items()} == {
        "Kim Min Soo": (Function.SIGNATORY, "Phó Giám đốc", "DMI"),
        "Đỗ Thu Hà": (Function.SIGNATORY, "Quyền Giám đốc", "SMC"),
    }


def test_who_speaks_is_a_speaker_and_no_signatory() -> None:
    found = people("Phát biểu tại lễ ký, ông Kim Min Soo – Viện trưởng DMI bày tỏ tin tưởng vào hợp tác.")

    assert found["Kim Min Soo"].function is Function.SPEAKER
    assert found["Kim Min Soo"].role == "Viện trưởng"


def test_the_last_of_several_posts_counts() -> None:
    found = people("Ông Trần Hải Sơn - Ủy viên Ban Chấp hành – Chủ tịch Hội Cơ khí cho biết hai bên sẽ hợp tác.")

    assert (found["Trần Hải Sơn"].role or "").startswith("Chủ tịch")


def test_who_stands_in_a_list_of_witnesses_is_one() -> None:
    reading = read_document(
        "Dưới sự chứng kiến của Thứ trưởng Bộ Công Thương Lê Thu Hà, Viện Sao Mai và Viện Daon (Hàn Quốc) đã ký "
        "thỏa thuận."
    )
    (agreement,) = reading.agreements

    assert [person.function for person in agreement.people] == [Function.WITNESS]
    assert [witness.name for witness in agreement.witnesses] == ["Lê Thu Hà"]


def test_bodies_and_groups_are_witnesses_too() -> None:
    text = "Lễ ký được chứng kiến bởi đại diện Đại học Sông Trà, Viện Đất hiếm và Văn phòng Cục Chế tạo."
    (agreement,) = read_document(OPENING + text).agreements

    assert [witness.name for witness in agreement.witnesses] == [
        "Đại học Sông Trà",
        "Viện Đất hiếm",
        "Văn phòng Cục Chế tạo",
    ]


def test_a_bystander_is_left_out() -> None:
    assert people("Ông Lê Văn Ba ở xã Sông Trà chia sẻ niềm vui.") == {}


@pytest.mark.parametrize(
    "line",
    [
        "Đại diện ký: Ông Đỗ Văn Vũ - Chủ tịch SMC; Ông Park Sang Jin - Viện trưởng DMI.",
        "Ký biên bản về phía SMC có TS. Đỗ Văn Vũ, Giám đốc; về phía DMI có TS. Park Sang Jin, Viện trưởng.",
        "Ảnh: Ký kết biên bản. Từ trái qua: ông Đỗ Văn Vũ; ông Park Sang Jin.",
    ],
)
def test_a_line_names_who_signs(line: str) -> None:
    found = people(line)

    assert {found["Đỗ Văn Vũ"].function, found["Park Sang Jin"].function} == {Function.SIGNATORY}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Phó Chủ tịch UBND tỉnh Vi Thị Hồng Loan dự lễ.", "Vi Thị Hồng Loan"),
        ("Giám đốc KOTRA TP.HCM Bang Joo Seok cho hay thị trường tốt.", "Bang Joo Seok"),
        ("Dự lễ có Tổng Lãnh sự Hàn Quốc tại Đà Nẵng Kang Boo Mi.", "Kang Boo Mi"),
    ],
)
def test_a_name_behind_a_level_or_a_body_is_a_person(line: str, name: str) -> None:
    assert name in people(line)
