from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.engine.read.page import LONGEST_TEXT
from nhipcau.engine.read.read import READER_VERSION, read_document
from nhipcau.engine.read.record import to_record
from nhipcau.facts.span import Span

ARTICLES = (
    (
        "Thêm một bản ghi nhớ\n\nNgày\u00a02/3/2022, Trung tâm Cơ khí Sao Mai (SMC) - Cục Chế tạo "
        "(Bộ Công Thương) và "
        "Viện Vật liệu Daon, Hàn Quốc (DMI) "
        "ký biên bản ghi nhớ về chuyển giao công nghệ đúc, trị giá 4,5 triệu USD.\n\n"
        "Phó Giám đốc DMI Kim Min Soo và Giám đốc SMC Đỗ Thu Hà ký biên bản ghi nhớ.\n\nTheo đó, hai bên sẽ đào tạo 50 "
        "kỹ sư; "
        "trao đổi chuyên gia. Biên bản có hiệu lực 3 năm. Nghị quyết 115/NQ-CP ngày 6/8/2020 đặt mục tiêu 45%."
    ),
    (
        "다온테크노파크는 지난 14일 베트남 사오마이기술원과 업무협약(MOU)을 체결했다고 15일 "
        "밝혔다. 이번 협약으로 양 기관은 기술이전과 "
        "전문가 교류를 추진한다. 김민수 다온테크노파크 원장은 “협력을 확대하겠다”고 말했다. 2024.06.15 10:22"
    ),
    (
        "SEOUL, June 15, 2024 - Daon Technopark (DTP) and Sao Mai Institute of Technology signed a memorandum of "
        "understanding on "
        "technology transfer. The two sides will train 50 engineers. Kim Min-soo, president of DTP, said the deal is "
        "worth $4.5 million."
    ),
)


def spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif is_dataclass(value):
        for item in fields(value):
            yield from spans(getattr(value, item.name))


def assert_quotes_stand(text: str) -> None:
    reading = read_document(text)
    for span in spans(reading):
        assert text[span.start : span.end] == span.quote
        assert span.quote


@pytest.mark.parametrize("article", ARTICLES)
def test_every_quote_stands_in_the_text_as_it_was_given(article: str) -> None:
    assert read_document(article).agreements
    for form in (article, unicodedata.normalize("NFD", article), "\ufeff" + article.replace(" ", "\u00a0")):
        assert_quotes_stand(form)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ARTICLES), st.data())
def test_every_quote_stands_in_a_damaged_text(article: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(article)))
    end = data.draw(st.integers(start, len(article)))
    noise = data.draw(st.text(alphabet="ký giữa và (),.;-–\n\u00a0\u0301\u200b한0A”", max_size=40))

    assert_quotes_stand(article[:start] + noise + article[end:])


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=400))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    assert_quotes_stand(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "ký", "(", "giữa", "\u0301", "Hợp tác giữa và với.", "1/6/2021"])
def test_a_text_without_an_agreement_gives_none(text: str) -> None:
    assert read_document(text).agreements == ()


@pytest.mark.parametrize(
    "unit",
    [
        "ký kết ",
        "Trung tâm Hỗ Trợ ",
        "(",
        "Công ty A, ",
        "1.234,5 tỷ USD ",
        " ",
        "giữa A và B ",
        "x",
        "\n",
        "ông Nguyễn Văn An, ",
    ],
)
def test_a_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = unit * (200_000 // len(unit))

    assert_quotes_stand(text)


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    text = "Trời mưa. " * (LONGEST_TEXT // 10 + 10) + ARTICLES[0]

    assert read_document(text).agreements == ()


def test_a_page_wrapped_at_a_width_reads_as_if_it_were_not() -> None:
    wrapped = (
        "Trước thực tế ấy, nhiều hộ dân trên địa bàn rất phấn khởi khi biết tin Trung tâm\n"
        "Khuyến nông Sông Trà và Viện Máy nông nghiệp Nongsim (NAMI) vừa ký với nhau bản\n"
        "ghi nhớ hợp tác. Cụ thể, NAMI cho mượn dài hạn dây chuyền sấy, bố trí kỹ sư lắp\n"
        "đặt và hướng dẫn bà con cách sử dụng máy sấy trong suốt cả mùa vụ thu hoạch tới\n"
        "đây. Đây là lần thứ ba trong vòng một năm các đơn vị tìm hiểu vùng nguyên liệu."
    )
    (agreement,) = read_document(wrapped).agreements

    assert [party.acronym for party in agreement.parties] == [None, "NAMI"]
    assert agreement.parties[0].span is not None
    assert agreement.parties[0].span.quote == "Trung tâm\nKhuyến nông Sông Trà"


def test_the_given_date_of_the_page_wins_over_the_one_it_shows() -> None:
    text = "Thứ Sáu, 26/11/2021 18:02:00 +07:00\n\nHôm 20/11, Viện Sao Mai và Viện Daon (Hàn Quốc) ký biên bản ghi nhớ."

    assert read_document(text).agreements[0].date.value == "2021-11-20"
    assert read_document(text, published="2020-12-01").agreements[0].date.value == "2020-11-20"


def test_a_text_in_another_language_gives_figures_but_no_agreement() -> None:
    reading = read_document("Подписан меморандум о сотрудничестве между институтами.")

    assert reading.agreements == ()
    assert reading.language == "und"


def test_a_record_has_the_agreed_shape() -> None:
    record = to_record(read_document(ARTICLES[0]), "x")
    agreements = record["agreements"]
    assert isinstance(agreements, list)
    first = agreements[0]
    assert isinstance(first, dict)

    assert set(record) == {"id", "language", "agreements", "figures", "legal_acts", "published", "reader", "dropped"}
    assert record["reader"] == READER_VERSION
    assert first["type"] == "MOU"
    assert set(first) >= {"type", "status", "evidence", "cluster", "parties", "people", "witnesses", "date", "place"}
    assert set(first) >= {"sectors", "activities", "term"}
    assert isinstance(first["evidence"], dict)
    assert set(first["evidence"]) == {"start", "end", "quote"}
