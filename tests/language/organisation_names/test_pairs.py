from __future__ import annotations

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.language.organisation_names import alike, analyse, unlike
from nhipcau.language.places import Place, places
from nhipcau.language.text import fold

LINES = Path(__file__).with_name("pairs.tsv").read_text(encoding="utf-8").splitlines()
ROWS = list(csv.DictReader(LINES, delimiter="\t"))
SURE = 0.85
SURELY_NOT = 0.6
NEARLY = 0.93


def provinces(country: str) -> list[Place]:
    return [place for place in places().values() if place.country == country and place.level == "province"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['left']} / {row['right']}")
def test_judges_a_pair_of_names_as_people_do(row: dict[str, str]) -> None:
    left, right = analyse(row["left"]), analyse(row["right"])
    degree, apart = alike(left, right), unlike(left, right)

    if row["verdict"] == "same":
        assert not apart
        assert degree >= SURE
    elif row["verdict"] == "apart":
        assert apart or degree < SURELY_NOT
    else:
        assert not apart
        assert degree < NEARLY


@pytest.mark.parametrize("province", provinces("VN"), ids=lambda place: place.code)
def test_knows_a_provinces_departments_and_committee_in_three_languages(province: Place) -> None:
    vi, en, ko = (province.name(language) for language in ("vi", "en", "ko"))
    ko = ko.removesuffix("성")
    department = (
        f"Sở Công Thương tỉnh {vi}",
        f"SO CONG THUONG {fold(vi).upper()}",
        f"{en} Department of Industry and Trade",
        f"{ko}성 산업무역국",
    )
    committee = (f"UBND tỉnh {vi}", f"{en} Provincial People's Committee", f"{ko}성 인민위원회")

    for one, other in itertools.combinations(department, 2):
        assert not unlike(analyse(one), analyse(other))
        assert alike(analyse(one), analyse(other)) > SURE
    for one, other in itertools.combinations(committee, 2):
        assert alike(analyse(one), analyse(other)) > SURE
    assert unlike(analyse(department[0]), analyse(committee[0]))


@pytest.mark.parametrize("province", provinces("KR"), ids=lambda place: place.code)
def test_knows_a_provinces_technopark_under_every_spelling_of_the_province(province: Place) -> None:
    wanted = analyse(f"{province.name('ko')}테크노파크")

    for name in (*province.names["vi"], *province.names["en"]):
        assert not unlike(wanted, analyse(f"{name} Techno Park"))
        assert alike(wanted, analyse(f"Công viên công nghệ {name}")) > SURE


@pytest.mark.parametrize("country", ["VN", "KR"])
def test_no_two_provinces_share_a_body(country: str) -> None:
    for one, other in itertools.combinations(provinces(country), 2):
        left, right = analyse(f"Sở Công Thương {one.name('vi')}"), analyse(f"{other.name('ko')} 산업무역국")

        assert [told.kind for told in unlike(left, right)] == ["place"]


def test_says_what_tells_two_bodies_apart() -> None:
    told = unlike(analyse("Công ty Dệt may số 1"), analyse("Công ty Cơ khí số 2"))

    assert [(one.kind, one.left, one.right) for one in told] == [
        ("number", "1", "2"),
        ("trade", "garment, textile", "machinery"),
    ]


def test_a_number_that_only_one_name_has_is_doubtful_and_no_veto() -> None:
    numbered, plain = analyse("Công ty Xây dựng số 1"), analyse("Công ty Xây dựng")

    assert not unlike(numbered, plain)
    assert alike(numbered, plain) < NEARLY


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_degree_and_difference_goes_both_ways(left: str, right: str) -> None:
    one, other = analyse(left), analyse(right)

    assert 0 <= alike(one, other) <= 1
    assert [(told.kind, told.right, told.left) for told in unlike(other, one)] == [
        (told.kind, told.left, told.right) for told in unlike(one, other)
    ]
    assert alike(one, one) == 1
    assert not unlike(one, one)
