from __future__ import annotations

import pytest

from nhipcau.engine.read.read import read_document
from nhipcau.facts.codes import PartyKind as Kind
from nhipcau.facts.reading import AgreementRead


def only(text: str) -> AgreementRead:
    (agreement,) = read_document(text).agreements
    return agreement


def parties(text: str) -> set[str]:
    return {party.name for party in only(text).parties}


@pytest.mark.parametrize(
    "text",
    [
        "Hôm qua, Viện Sao Mai và Tập đoàn Hanul đã ký biên bản ghi nhớ.",
        "Hôm qua, Viện Sao Mai đã ký biên bản ghi nhớ với Tập đoàn Hanul về đào tạo.",
        "Lễ ký kết biên bản ghi nhớ giữa Viện Sao Mai và Tập đoàn Hanul diễn ra hôm qua.",
        "Hôm qua, Viện Sao Mai và Tập đoàn Hanul đã phối hợp tổ chức Lễ ký kết biên bản ghi nhớ.",
        "Viện Sao Mai đón tiếp Tập đoàn Hanul (Hàn Quốc). Hai bên đã ký kết biên bản ghi nhớ.",
        "Tại trụ sở Sở Công Thương, Viện Sao Mai và Tập đoàn Hanul đã ký biên bản ghi nhớ.",
    ],
)
def test_the_parties_stand_around_the_verb(text: str) -> None:
    assert {name.replace(" (Hàn Quốc)", "") for name in parties(text)} == {"Viện Sao Mai", "Tập đoàn Hanul"}


def test_three_parties_sign_one_paper() -> None:
    text = (
        "Hội Cơ khí Sao Mai (SMA), Viện Khuôn mẫu Việt Nam (VMI) và Viện Khuôn mẫu Hàn Quốc (KMI) "
        "đã cùng ký thỏa thuận ba bên."
    )

    assert [party.acronym for party in only(text).parties] == ["SMA", "VMI", "KMI"]


def test_a_short_name_is_resolved_to_the_full_one() -> None:
    text = "Trung tâm Cơ khí Sao Mai (SMC) đón khách từ Viện Vật liệu Daon (DMI). SMC và DMI đã ký biên bản ghi nhớ."

    assert parties(text) == {"Trung tâm Cơ khí Sao Mai (SMC)", "Viện Vật liệu Daon (DMI)"}


def test_who_attends_and_who_hosts_is_no_party() -> None:
    text = (
        "Ngày 2/3/2022, tại Trường Cao đẳng Sông Trà, Viện Sao Mai và Viện Daon (Hàn Quốc) ký biên bản ghi nhớ. "
        "Tham dự buổi lễ có đại diện Hiệp hội Cơ khí và Cục Chế tạo."
    )

    assert parties(text) == {"Viện Sao Mai", "Viện Daon (Hàn Quốc)"}


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Công viên Công nghệ Hanul", "KR", Kind.TECHNOPARK),
        ("Viện Nghiên cứu Gốm Hàn Quốc", "KR", Kind.RESEARCH_INSTITUTE),
        ("Chính quyền thành phố Gyeongju", "KR", Kind.LOCAL_GOVERNMENT),
        ("Sở Công Thương Bắc Ninh", "VN", Kind.GOVERNMENT_AGENCY),
        ("Ngân hàng Cửu Long", "VN", Kind.BANK),
        ("Trường Cao đẳng Nghề Sông Trà", "VN", Kind.COLLEGE),
    ],
)
def test_kind_and_country_are_derived_and_say_from_what(name: str, country: str, kind: Kind) -> None:
    partner = "Viện Daon Hàn Quốc" if country == "VN" else "Viện Sao Mai Việt Nam"
    agreement = only(f"Hôm qua, {name} đã ký biên bản ghi nhớ với {partner}.")
    (party,) = [one for one in agreement.parties if one.name == name]

    assert (party.country, party.kind) == (country, kind)
    assert {one.value for one in party.derived} == {"country", "kind"}


def test_a_noun_that_a_comma_joins_to_names_is_a_party() -> None:
    text = (
        "Trường Cao đẳng Sông Trà đón đoàn khách từ Jeollanam-do. Tại đây, Nhà trường, Chính quyền tỉnh Jeollanam-do, "
        "Viện Nghiên cứu Ô tô và Công ty HB đã ký bản ghi nhớ."
    )

    assert parties(text) == {
        "Trường Cao đẳng Sông Trà",
        "Chính quyền tỉnh Jeollanam-do",
        "Viện Nghiên cứu Ô tô",
        "Công ty HB",
    }


def test_an_acronym_that_nobody_explains_is_the_partner_named_in_full() -> None:
    text = (
        "Lễ ký kết biên bản ghi nhớ giữa Viện Cơ khí Sao Mai và Viện Vật liệu Daon diễn ra hôm qua. "
        "Viện Cơ khí Sao Mai và DMI ký biên bản ghi nhớ."
    )

    assert parties(text) == {"Viện Cơ khí Sao Mai", "Viện Vật liệu Daon"}


def test_a_foreign_legal_form_and_a_branch_belong_to_the_name() -> None:
    text = "Hôm qua, Ngân hàng Saehan chi nhánh Hà Nội và Seorin EnerTech Co., Ltd. đã ký thỏa thuận."

    assert parties(text) == {"Ngân hàng Saehan chi nhánh Hà Nội", "Seorin EnerTech Co., Ltd."}
