# ruff: noqa: E501 -- a phrase a line
from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nhipcau.facts.errors import BadInput
from nhipcau.facts.market import Comparison, ItemKind
from nhipcau.language.properties import PROPERTIES, Said, figure, read_statements
from nhipcau.language.thesaurus.vocabulary import vocabulary

_PRODUCT, _SITE, _COURSE = ItemKind.PRODUCT, ItemKind.SITE, ItemKind.TRAINING
_EXPERT, _INTERNS, _KNOWLEDGE = ItemKind.EXPERTISE, ItemKind.PLACEMENT, ItemKind.TECHNOLOGY


def read(text: str, language: str, kind: ItemKind = _PRODUCT, *, sought: bool = False) -> tuple[Said, ...]:
    return read_statements(text, language, kind, vocabulary(), sought=sought)


def values(text: str, language: str, kind: ItemKind, code: str) -> list[tuple[str, str]]:
    return [(str(said.value), said.unit) for said in read(text, language, kind) if said.property == code]


@pytest.mark.parametrize(
    ("text", "language", "kind", "code", "value", "unit"),
    [
        ("Nhận tiện chi tiết, dung sai ±0,01 mm.", "vi", _PRODUCT, "tolerance", "0.01", "mm"),
        ("Kích thước chuẩn trong ±0,05mm", "vi", _PRODUCT, "tolerance", "0.05", "mm"),
        ("chênh lệch không quá 0,02 mm", "vi", _PRODUCT, "tolerance", "0.02", "mm"),
        ("Sizes kept inside 0.003 mm.", "en", _PRODUCT, "tolerance", "0.003", "mm"),
        ("Deviation +/-0.02 mm.", "en", _PRODUCT, "tolerance", "0.02", "mm"),
        ("허용오차 ±0.005 mm - 소물 사출", "ko", _PRODUCT, "tolerance", "0.005", "mm"),
        ("치수 편차 50미크론.", "ko", _PRODUCT, "tolerance", "50", "µm"),
        ("연 120만 개 생산", "ko", _PRODUCT, "capacity", "1200000", "pcs/year"),
        ("월 8만 세트", "ko", _PRODUCT, "capacity", "80000", "sets/month"),
        ("공급 가능량 월 5천EA", "ko", _PRODUCT, "capacity", "5000", "pcs/month"),
        ("can ship 1.2M pcs/year", "en", _PRODUCT, "capacity", "1200000", "pcs/year"),
        ("about twenty thousand a month", "en", _PRODUCT, "capacity", "20000", "pcs/month"),
        ("Output 480 tons p.a.", "en", _PRODUCT, "capacity", "480", "t/year"),
        ("mỗi kỳ ra hàng 60.000 cái/tháng", "vi", _PRODUCT, "capacity", "60000", "pcs/month"),
        ("khả năng cung ứng 900K đôi mỗi tháng", "vi", _PRODUCT, "capacity", "900000", "pairs/month"),
        ("khoảng 15 tấn mỗi tháng", "vi", _PRODUCT, "capacity", "15", "t/month"),
        ("We run a 600t press.", "en", _PRODUCT, "press_tonnage", "600", "t"),
        ("Biggest press 280 ton.", "en", _PRODUCT, "press_tonnage", "280", "t"),
        ("thiết bị nặng nhất 60 tấn", "vi", _PRODUCT, "press_tonnage", "60", "t"),
        ("가장 큰 기계 6,400 kN", "ko", _PRODUCT, "press_tonnage", "6400", "kN"),
        ("smallest batch 300 units", "en", _PRODUCT, "min_order", "300", "pcs"),
        ("Lô nhỏ nhất 1.000 sp.", "vi", _PRODUCT, "min_order", "1000", "pcs"),
        ("lô nhỏ nhất 20 nghìn sp", "vi", _PRODUCT, "min_order", "20000", "pcs"),
        ("최소 200SET", "ko", _PRODUCT, "min_order", "200", "sets"),
        ("5천족부터 주문 가능", "ko", _PRODUCT, "min_order", "5000", "pairs"),
        ("We need 3 days.", "en", _PRODUCT, "lead_time", "3", "day"),
        ("three-day turnaround", "en", _PRODUCT, "lead_time", "3", "day"),
        ("Xong trong vòng 20 ngày.", "vi", _PRODUCT, "lead_time", "20", "day"),
        ("đặt hàng xong 10 hôm là có", "vi", _PRODUCT, "lead_time", "10", "day"),
        ("소요기간 10일", "ko", _PRODUCT, "lead_time", "10", "day"),
        ("14일 안에 드립니다", "ko", _PRODUCT, "lead_time", "14", "day"),
        ("굳기 1100 HV", "ko", _PRODUCT, "hardness", "1100", "HV"),
        ("about HV 1600", "en", _PRODUCT, "hardness", "1600", "HV"),
        ("굳기 90° Shore A.", "ko", _PRODUCT, "hardness", "90", "Shore A"),
        ("dày 1,2 ly", "vi", _PRODUCT, "thickness", "1.2", "ly"),
        ("Dài nhất 0,22 m.", "vi", _PRODUCT, "part_size", "0.22", "m"),
        ("가장 긴 제품 450mm", "ko", _PRODUCT, "part_size", "450", "mm"),
        ("Nặng đến 1,5kg", "vi", _PRODUCT, "part_weight", "1.5", "kg"),
        ("khu vực sạch ISO 7", "vi", _PRODUCT, "cleanroom", "7", ""),
        ("phòng sạch cấp class 10,000", "vi", _SITE, "cleanroom", "class 10000", ""),
        ("클래스 10000 클린룸", "ko", _SITE, "cleanroom", "class 10000", ""),
        ("dùng tới 600 VDC", "vi", _PRODUCT, "voltage", "600", "V"),
        ("소요기간 10일", "ko", _COURSE, "duration", "10", "day"),
        ("12 months in total", "en", _COURSE, "duration", "12", "month"),
        ("half a year at most", "en", _COURSE, "duration", "0.5", "year"),
        ("thực tập nửa năm", "vi", _INTERNS, "duration", "0.5", "year"),
        ("tầm $250/ngày", "vi", _EXPERT, "price", "250", "USD/day"),
        ("charge USD 90,000", "en", _KNOWLEDGE, "price", "90000", "USD"),
        ("Học phí 8 trieu/hoc viên.", "vi", _COURSE, "price", "8000000", "VND"),
        ("요금 USD 1,400/월", "ko", _SITE, "price", "1400", "USD/month"),
        ("비용 ㎡당 월 12달러", "ko", _SITE, "price", "12", "USD/m2/month"),
        ("Room for 30.", "en", _COURSE, "seats", "30", "person"),
        ("monthly capacity 3 million pcs", "en", _PRODUCT, "capacity", "3000000", "pcs/month"),
        ("output of 40 million placements a month", "en", _PRODUCT, "capacity", "40000000", "pcs/month"),
        ("Mỗi tháng 50.000 áo.", "vi", _PRODUCT, "capacity", "50000", "pcs/month"),
        ("연간 생산능력 1,200톤", "ko", _PRODUCT, "capacity", "1200", "t/year"),
        ("35 presses from 80 to 1,000 tons", "en", _PRODUCT, "press_tonnage", "1000", "t"),
        ("máy ép 80T–450T", "vi", _PRODUCT, "press_tonnage", "80|450", "t"),
        ("생산능력: 일 20,000pcs", "ko", _PRODUCT, "capacity", "20000", "pcs/day"),
        ("Largest part 600 x 400 x 300 mm", "en", _PRODUCT, "part_size", "600", "mm"),
        ("Minimum lot: one piece.", "en", _PRODUCT, "min_order", "1", "pcs"),
        ("over 30 years in die casting", "en", _EXPERT, "experience", "30", "year"),
        ("day rate EUR 400", "en", _EXPERT, "price", "400", "EUR/day"),
        ("하루 8시간, 5일 과정", "ko", _COURSE, "duration", "5", "day"),
        ("한국어능력시험 3급", "ko", _INTERNS, "language", "TOPIK 3", ""),
        ("기술성숙도 7단계", "ko", _KNOWLEDGE, "trl", "7", ""),
        ("Mỗi lớp 15 chỗ", "vi", _COURSE, "seats", "15", "person"),
        ("24명까지", "ko", _COURSE, "seats", "24", "person"),
        ("6 years on the job", "en", _EXPERT, "experience", "6", "year"),
        ("경력 12년", "ko", _EXPERT, "experience", "12", "year"),
        ("성숙도 TRL-8;", "ko", _KNOWLEDGE, "trl", "8", ""),
        ("Công nghệ ở mức TRL 3.", "vi", _KNOWLEDGE, "trl", "3", ""),
        ("Language TOPIK 3.", "en", _INTERNS, "language", "TOPIK 3", ""),
        ("넓이 80 ㎡", "ko", _SITE, "floor_area", "80", "m2"),
        ("임대공장 800평 전후", "ko", _SITE, "floor_area", "800", "pyeong"),
        ("supply 630 kVA", "en", _SITE, "power", "630", "kVA"),
        ("Có thể nhận từ ngày 04/05/2026", "vi", _EXPERT, "start_date", "2026-05-04", ""),
        ("2026.04.15 이후 가능", "ko", _SITE, "start_date", "2026-04-15", ""),
        ("free from 4 May 2026", "en", _EXPERT, "start_date", "2026-05-04", ""),
        ("trình độ cao đẳng", "vi", _INTERNS, "degree", "cao đẳng", ""),
        ("전문대 졸업 이상", "ko", _INTERNS, "degree", "전문대", ""),
        ("cơ sở đặt ở Long An", "vi", _PRODUCT, "place", "VN-41", ""),
        ("You find us in Binh Dinh.", "en", _PRODUCT, "place", "VN-31", ""),
        ("박닌에 있습니다", "ko", _SITE, "place", "VN-56", ""),
    ],
)
def test_what_people_write_is_read(text: str, language: str, kind: ItemKind, code: str, value: str, unit: str) -> None:
    assert values(text, language, kind, code) == [(one, unit) for one in value.split("|")]


@pytest.mark.parametrize(
    ("text", "language", "code", "words"),
    [
        ("Raw material NBR, EPDM, we need 14 days", "en", "material", ["NBR", "EPDM"]),
        ("chất liệu gồm ADC12, ALDC8, mỗi kỳ ra hàng 60.000 cái/tháng", "vi", "material", ["ADC12", "ALDC8"]),
        ("원재료 S45C/SCM435; 보유 인증서 ISO 9001.", "ko", "material", ["S45C", "SCM435"]),
        ("천연고무(NR), 니트릴고무(NBR) 사용", "ko", "material", ["천연고무(NR)", "니트릴고무(NBR)"]),
        ("Certificate on the wall: ISO 14001 + IATF 16949.", "en", "certificate", ["ISO 14001", "IATF 16949"]),
        ("giấy chứng nhận: IATF 16949/ISO 9001", "vi", "certificate", ["IATF 16949", "ISO 9001"]),
        ("UL, IATF 16949, ISO 9001 취득.", "ko", "certificate", ["UL", "IATF 16949", "ISO 9001"]),
    ],
)
def test_lists_are_read_name_by_name(text: str, language: str, code: str, words: list[str]) -> None:
    found = [said for said in read(text, language) if said.property == code]
    assert [said.value for said in found] == words
    assert not any(said.denied for said in found)


@pytest.mark.parametrize(
    ("text", "language", "kind", "words"),
    [
        ("Trao đổi được bằng tiếng Hàn và tiếng Việt.", "vi", _EXPERT, ["tiếng Hàn", "tiếng Việt"]),
        ("we talk English and Korean", "en", _SITE, ["English", "Korean"]),
        ("베트남어·한국어 대화 가능", "ko", _EXPERT, ["베트남어", "한국어"]),
        ("수업은 베트남어·한국어", "ko", _COURSE, ["베트남어", "한국어"]),
        ("Evening Korean for supervisors", "en", _COURSE, []),
        ("Tiếng Hàn giao tiếp cho quản lý", "vi", _COURSE, []),
    ],
)
def test_a_language_that_is_spoken_is_told_from_one_that_is_taught(
    text: str, language: str, kind: ItemKind, words: list[str]
) -> None:
    assert [said.value for said in read(text, language, kind) if said.property == "language"] == words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("chưa có IATF 16949", "vi"),
        ("Hiện vẫn chưa lấy được IATF 16949.", "vi"),
        ("IATF 16949: chưa", "vi"),
        ("IATF 16949 미보유", "ko"),
        ("IATF 16949 인증은 없습니다", "ko"),
        ("We do not have IATF 16949.", "en"),
        ("not yet IATF 16949", "en"),
        ("IATF 16949 đang làm hồ sơ, chưa được cấp", "vi"),
        ("IATF 16949 (in progress)", "en"),
        ("IATF 16949 취득 예정", "ko"),
    ],
)
def test_a_certificate_that_is_not_there_yet_is_said_to_be_missing(text: str, language: str) -> None:
    found = [said for said in read(text, language) if said.property == "certificate"]
    assert found
    assert all(said.denied for said in found)


def test_what_is_held_is_told_from_what_is_missing_beside_it() -> None:
    said = read("IATF 16949는 아직 없습니다만 ISO 9001은 있습니다.", "ko")
    assert [(one.value, one.denied) for one in said] == [("IATF 16949", True), ("ISO 9001", False)]


def test_help_with_a_certificate_does_not_hold_it() -> None:
    assert read("ISO 9001 취득 지원", "ko", _EXPERT) == ()


def test_know_how_is_a_right_only_beside_others() -> None:
    assert read("Plastic pyrolysis know-how, continuous feed", "en", _KNOWLEDGE) == ()
    (said,) = read("Rights held: know-how.", "en", _KNOWLEDGE)
    assert said.value == "know-how"


def test_a_technology_states_its_rights() -> None:
    said = read("quyền: cấp phép không độc quyền, đã được cấp bằng sáng chế", "vi", _KNOWLEDGE)
    assert [one.value for one in said] == ["cấp phép không độc quyền", "đã được cấp bằng sáng chế"]


@pytest.mark.parametrize(
    ("text", "language", "comparison"),
    [
        ("máy 200 tấn trở lên", "vi", Comparison.AT_LEAST),
        ("프레스 200톤 이상", "ko", Comparison.AT_LEAST),
        ("press of at least 200 t", "en", Comparison.AT_LEAST),
        ("dung sai không quá 0,02 mm", "vi", Comparison.AT_MOST),
        ("공차 0.02mm 이하", "ko", Comparison.AT_MOST),
        ("tolerance not more than 0.02 mm", "en", Comparison.AT_MOST),
        ("tolerance 0.02 mm", "en", None),
    ],
)
def test_a_requirement_keeps_how_it_compares(text: str, language: str, comparison: Comparison | None) -> None:
    assert [said.comparison for said in read(text, language, sought=True)] == [comparison]


def test_of_a_range_an_offer_means_the_better_end_and_a_need_the_one_that_is_enough() -> None:
    offered = read("75 to 80 Shore, batches from 300-500 pcs", "en")
    wanted = read("75 to 80 Shore, batches from 300-500 pcs", "en", sought=True)
    assert [said.value for said in offered] == [Decimal(80), Decimal(300)]
    assert [said.value for said in wanted] == [Decimal(75), Decimal(500)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thép SUS304, DC04, C3604, tiêu chuẩn ISO 9001:2015, 5S nghiêm, 14 máy Nhật đời 2018", "vi"),
        ("can be ready in 2026, call +84 912 345 678", "en"),
        ("Gia công đẹp, 3 ca, 24/7", "vi"),
        ("2004년 설립 이후 꾸준히 성장", "ko"),
    ],
)
def test_figures_that_belong_to_names_state_nothing(text: str, language: str) -> None:
    assert [said for said in read(text, language) if said.property != "certificate"] == []


def test_a_word_without_its_accents_is_not_taken_for_another() -> None:
    assert read("3 days can be enough for 2000 can cho ban", "en") == ()


def test_a_decomposed_text_keeps_its_offsets() -> None:
    text = "Dung sai ±0,01 mm, giao trong 5 nga\u0300y."
    (tolerance, lead_time) = read(text, "vi")
    assert text[tolerance.start : tolerance.end] == "0,01 mm"
    assert text[lead_time.start : lead_time.end] == "5 nga\u0300y"


_PIECES = st.sampled_from(
    ["dung sai ", "±0,01", "월 8만 ", "tấn/tháng", " 600t press", "ISO 9001, ", "원재료 ", "(", ")", " - ", ", ", "1.2M", "/", "tiếng Hàn",
     "한국어 가능", "chưa có ", "HV ", "TRL-", "2026.04.15", "½", "İ", "\ud800", "\u0300", "đ", "9" * 30, "có", "nửa năm", "년", " a month"],
)  # fmt: skip


@settings(max_examples=150)
@given(
    text=st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map("".join)),
    language=st.sampled_from(["vi", "ko", "en", "xx"]),
    kind=st.sampled_from(list(ItemKind)),
    sought=st.booleans(),
)
def test_any_text_is_read_with_true_spans_and_possible_values(
    text: str, language: str, kind: ItemKind, *, sought: bool
) -> None:
    for said in read(text, language, kind, sought=sought):
        assert 0 <= said.start < said.end <= len(text)
        assert said.property == "place" or kind in PROPERTIES[said.property].kinds
        try:
            figure(said.property, said.value, said.unit)
        except BadInput as refused:
            assert refused.code == "error.property-unknown"  # noqa: PT017 -- a place is no property with a column


@pytest.mark.parametrize(
    "piece", ["9", "1,", "월", "chưa ", "ISO ", "a / ", "원재료 A, ", "(", "tấn ", "1 - ", "0,01 mm "]
)
def test_a_long_text_of_one_thing_is_read_to_its_end(piece: str) -> None:
    text = (piece * 50_000)[:50_000]
    assert all(said.end <= len(text) for said in read(text, "vi"))
