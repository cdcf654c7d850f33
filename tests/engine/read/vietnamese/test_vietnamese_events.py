from __future__ import annotations

import pytest

from nhipcau.engine.read.page import open_page
from nhipcau.engine.read.read import read_document
from nhipcau.engine.read.vietnamese.events import signings
from nhipcau.facts.codes import AgreementStatus as Status
from nhipcau.facts.codes import AgreementType as Type


def statuses(text: str) -> list[Status]:
    return [signing.status for signing in signings(open_page(text)[0])]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Hôm qua, Viện A Sao và Viện B Daon đã ký biên bản ghi nhớ.", Status.SIGNED),
        ("Hai bên vừa chính thức ký kết thỏa thuận hợp tác.", Status.SIGNED),
        ("Các bên đã trao 6 văn kiện hợp tác.", Status.EXCHANGED),
        ("Viện A Sao và Viện B Daon sẽ ký biên bản ghi nhớ vào tháng 9.", Status.PLANNED),
        ("Sắp ký thỏa thuận đưa lao động sang Hàn Quốc.", Status.PLANNED),
        ("Hai bên mong muốn tiến tới ký kết biên bản ghi nhớ.", Status.PLANNED),
        ("Lễ ký kết thỏa thuận dự kiến diễn ra vào tháng 9.", Status.PLANNED),
        ("Năm ngoái hai bên từng ký thỏa thuận tương tự.", Status.EARLIER),
        ("Trước đó, hai bên đã ký biên bản ghi nhớ.", Status.EARLIER),
    ],
)
def test_modality_comes_from_the_words_around_the_verb(text: str, status: Status) -> None:
    assert statuses(text) == [status]


@pytest.mark.parametrize(
    "text", ["Sinh viên ở ký túc xá hợp tác tốt.", "Ông trao đổi về tình hình hợp tác.", "Thư ký ghi chép."]
)
def test_other_words_are_no_signings(text: str) -> None:
    assert statuses(text) == []


@pytest.mark.parametrize(
    ("paper", "kind"),
    [
        ("biên bản ghi nhớ", Type.MOU),
        ("MOU", Type.MOU),
        ("ý định thư", Type.LOI),
        ("hợp đồng cung ứng", Type.CONTRACT),
        ("phụ lục thỏa thuận", Type.AMENDMENT),
        ("thỏa thuận hợp tác", Type.AGREEMENT),
    ],
)
def test_the_paper_tells_the_type(paper: str, kind: Type) -> None:
    (agreement,) = read_document(f"Hôm qua, Viện Sao Mai và Viện Daon (Hàn Quốc) đã ký {paper}.").agreements

    assert agreement.type is kind


def test_every_line_of_a_list_is_an_agreement() -> None:
    text = (
        "Tại diễn đàn ngày 3/4/2023, các bên đã trao 3 văn kiện, gồm:\n"
        "1. Biên bản ghi nhớ giữa Viện Sao Mai và Viện Daon về đào tạo thợ hàn;\n"
        "2. Hợp đồng cung cấp linh kiện giữa Công ty Sông Trà và Công ty Hanul Precision;\n"
        "3. Ý định thư giữa Ngân hàng Cửu Long và Ngân hàng Saetbyeol về tài trợ thương mại."
    )
    told = read_document(text).agreements

    assert [(one.type, [party.name for party in one.parties]) for one in told] == [
        (Type.MOU, ["Viện Sao Mai", "Viện Daon"]),
        (Type.CONTRACT, ["Công ty Sông Trà", "Công ty Hanul Precision"]),
        (Type.LOI, ["Ngân hàng Cửu Long", "Ngân hàng Saetbyeol"]),
    ]
    assert {one.status for one in told} == {Status.EXCHANGED}
    assert {one.date.value for one in told} == {"2023-04-03"}


def test_a_courtesy_call_reports_nothing_signed() -> None:
    text = "Ngày 5/6/2024, Trường Đại học Sao Mai tiếp đoàn Tập đoàn Hanul. Hai bên trao đổi về khả năng hợp tác."

    assert read_document(text).agreements == ()


_TALK = {
    "a courtesy call": (
        "Sáng 3/4/2024, Sở Công Thương Sao Mai tiếp đoàn Tập đoàn Hanul. Hai bên ký sổ lưu niệm; chưa có văn bản nào "
        "được ký kết."
    ),
    "a workshop": (
        "Sáng 9/6/2023, Hiệp hội Sao Mai tổ chức tọa đàm về ký kết hợp đồng với doanh nghiệp Hàn Quốc. Đại diện Công "
        "ty Hanul chia sẻ kinh nghiệm."
    ),
    "a treaty": "Hiệp định VKFTA được ký ngày 5/5/2015 đã giúp Tập đoàn Hanul và Công ty Sông Trà xuất khẩu thuận lợi.",
    "an earlier paper": (
        "Hai bên trao đổi về việc triển khai bản ghi nhớ hợp tác được ký kết giữa Viện Sao Mai và Viện Daon."
    ),
    "praise": "Thủ tướng hoan nghênh Tập đoàn Hanul ký kết các thỏa thuận hợp tác với Công ty Sông Trà.",
}


@pytest.mark.parametrize("text", _TALK.values(), ids=_TALK.keys())
def test_talk_about_papers_reports_no_signing(text: str) -> None:
    assert Status.SIGNED not in {one.status for one in read_document(text).agreements}
