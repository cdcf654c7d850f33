from __future__ import annotations

import pytest

from nhipcau.engine.resolve.blocks import block_keys
from nhipcau.engine.resolve.compare import band_of, compare, probability
from nhipcau.engine.resolve.place import place
from nhipcau.facts.record import Band, Bands, Record

MINH_PHAT = Record(
    id="a",
    names=("Công ty TNHH Cơ khí Minh Phát",),
    country="VN",
    identifiers=("VN-MST:0100112437",),
    address="Số 12 đường Lê Hồng Phong, Bắc Ninh",
    place="Bắc Ninh",
    phone="0912 345 678",
    people=("Nguyễn Văn Hòa",),
)


def _record(record_id: str, name: str, **parts: object) -> Record:
    return Record(id=record_id, names=(name,), **parts)  # type: ignore[arg-type]  # parts of a record


def test_the_same_tax_code_and_name_link_through_another_legal_form_and_without_diacritics() -> None:
    other = _record("b", "MINH PHAT MECHANICAL CO., LTD", country="VN", identifiers=("0100112437",))
    pair = compare(MINH_PHAT, other)
    assert pair.band is Band.LINK
    assert ("identifier", "same") in {(reason.field, reason.level) for reason in pair.reasons}


def test_two_tax_codes_are_two_bodies_whatever_else_agrees() -> None:
    other = Record(
        id="b",
        names=MINH_PHAT.names,
        country="VN",
        identifiers=("VN-MST:0309532909",),
        address=MINH_PHAT.address,
        place=MINH_PHAT.place,
        phone=MINH_PHAT.phone,
        people=MINH_PHAT.people,
    )
    pair = compare(MINH_PHAT, other)
    assert pair.band is Band.APART
    assert [veto.code for veto in pair.vetoes] == ["veto.identifier"]


def test_a_firm_is_never_linked_by_its_name_alone() -> None:
    pair = compare(MINH_PHAT, _record("b", "Công ty Cổ phần Cơ khí Minh Phát"))
    assert pair.band is Band.REVIEW


def test_a_firm_of_the_same_name_in_another_province_is_another_firm() -> None:
    here, there = (
        _record("a", "Công ty TNHH Nhựa Minh Phát", place="Bắc Ninh"),
        _record("b", "Nhựa Minh Phát", place="Cần Thơ"),
    )
    assert compare(here, there).band is Band.APART


def test_the_same_province_lifts_a_firm_that_is_known_by_name_alone_no_further_than_doubtful() -> None:
    here, there = (
        _record("a", "Công ty TNHH Nhựa Minh Phát", place="Bắc Ninh"),
        _record("b", "Nhựa Minh Phát", place="Bac Ninh"),
    )
    assert compare(here, there).band is Band.REVIEW


def test_two_firms_of_one_trade_in_one_province_are_no_doubtful_pair() -> None:
    here = _record("a", "Công ty TNHH Cơ khí Ngoen Sen Bửm", place="Bắc Ninh")
    assert compare(here, _record("b", "Công ty CP Cơ khí Ngoen Kiêng Tuyn", place="Bắc Ninh")).band is Band.APART


def test_the_weights_shown_add_up_to_the_score() -> None:
    pair = compare(_record("a", "Nhựa Minh Phát", place="Bắc Ninh"), _record("b", "Nhựa Minh Phat", place="Cần Thơ"))
    assert pair.score == pytest.approx(probability(pair.prior + sum(reason.weight for reason in pair.reasons)))


def test_without_a_number_name_phone_and_address_together_are_enough() -> None:
    other = _record(
        "b", "Cty CP cơ khí Minh Phát", address="12 Le Hong Phong, Bac Ninh", place="Bac Ninh", phone="+84912345678"
    )
    assert compare(MINH_PHAT, other).band is Band.LINK


@pytest.mark.parametrize(
    ("left", "right", "veto"),
    [
        ("Chungbuk Technopark", "Chungnam Technopark", "veto.place"),
        ("충북테크노파크", "Chungnam Technopark", "veto.place"),
        ("Jeollanam-do", "Jeollabuk-do", "veto.place"),
        ("Công ty Xây dựng số 1", "Công ty Xây dựng số 2", "veto.number"),
        ("Công ty TNHH Điện tử Minh Phát", "Công ty TNHH Nhựa Minh Phát", "veto.trade"),
        ("Đại học Quốc gia Hà Nội", "Bộ Công Thương", "veto.head"),
    ],
)
def test_what_tells_two_names_apart_is_a_veto(left: str, right: str, veto: str) -> None:
    pair = compare(_record("a", left), _record("b", right))
    assert pair.band is Band.APART
    assert veto in [message.code for message in pair.vetoes]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Chungbuk Technopark", "충북테크노파크"),
        ("Chungbuk Techno Park", "Chungbuk Technopark"),
        ("Jeollanam-do", "전라남도"),
        ("Viện Kỹ thuật và Công nghệ Ceramic Hàn Quốc (KICET)", "한국세라믹기술원"),
    ],
)
def test_a_public_body_is_known_by_its_name_in_any_language(left: str, right: str) -> None:
    assert compare(_record("a", left), _record("b", right)).band is Band.LINK


def test_a_pair_is_judged_alike_from_both_sides() -> None:
    other = _record("b", "Cơ khí Minh Phát", phone="0912345678", place="Hà Nội")
    there, back = compare(MINH_PHAT, other), compare(other, MINH_PHAT)
    assert (there.score, there.band) == (back.score, back.band)


def test_thresholds_belong_to_the_office() -> None:
    assert band_of(0.8, Bands(), vetoed=False) is Band.REVIEW
    assert band_of(0.8, Bands(link=0.7), vetoed=False) is Band.LINK
    assert band_of(0.8, Bands(review=0.9), vetoed=False) is Band.APART


def test_log_odds_become_a_probability() -> None:
    assert probability(0) == 0.5
    assert probability(5_000) <= 1
    assert probability(-5_000) >= 0


def test_records_of_one_body_meet_under_a_key() -> None:
    other = _record("b", "MINH PHAT MECHANICAL CO., LTD", country="VN")
    assert block_keys(MINH_PHAT) & block_keys(other)


def test_a_new_record_is_linked_where_one_candidate_alone_is_surely_it() -> None:
    same = _record("b", "Minh Phát Mechanical JSC", country="VN", identifiers=("0100112437",), phone="0912345678")
    placed = place(MINH_PHAT, [same, _record("c", "Công ty Cơ khí Minh Phát")])
    assert (placed.band, placed.pairs[0].right) == (Band.LINK, "b")


def test_a_new_record_that_is_like_nothing_is_new() -> None:
    assert place(MINH_PHAT, [_record("b", "Trường Đại học Cần Thơ")]).band is Band.APART


@pytest.mark.parametrize("name", ["", " ", "\u202e", "a" * 5_000, "\x00\x01", "((((", "|", "\ud7ff" * 50])
def test_no_name_is_too_strange(name: str) -> None:
    pair = compare(_record("a", name), MINH_PHAT)
    assert pair.band is not Band.LINK
