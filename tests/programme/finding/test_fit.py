from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhipcau.facts.organisation import Name
from nhipcau.programme.finding.fit import Fit, asked, fit

KICET = (
    Name("Viện Kỹ thuật và Công nghệ Ceramic Hàn Quốc", "vi", "official"),
    Name("한국 세라믹기술원", "ko", "official"),
    Name("KICET", "und", "acronym"),
)
STEEL = (Name("Công ty TNHH Thép Hòa Phát", "vi", "official"),)


@pytest.mark.parametrize(
    ("typed", "names", "how", "which"),
    [
        ("kicet", KICET, Fit.EQUAL, 2),
        ("KIC", KICET, Fit.START, 2),
        ("thép hòa phát", STEEL, Fit.EQUAL, 0),
        ("cong ty tnhh th", STEEL, Fit.START, 0),
        ("cty thep hoa", STEEL, Fit.START, 0),
        ("ceramic han", KICET, Fit.INSIDE, 0),
        ("quốc ceramic", KICET, Fit.WORDS, 0),
        ("ㅎㄱㅅㄹㅁ", KICET, Fit.START, 1),
        ("thep hao phat", STEEL, Fit.SLIP, 0),
    ],
)
def test_how_well_it_fits(typed: str, names: tuple[Name, ...], how: Fit, which: int) -> None:
    found = fit(asked(typed), names)
    assert found is not None
    assert found[0] in ({how} if how is not Fit.START or typed[0] != "ㅎ" else {Fit.START, Fit.INITIALS})
    assert found[1] == which


def test_look_alikes_do_not_fit_as_the_thing_itself() -> None:
    found = fit(asked("Chungbuk Technopark"), (Name("Chungnam Technopark", "en", "official"),))
    assert found is None


def test_a_person_fits_by_any_spelling() -> None:
    lee = (Name("이득운", "ko", "official"),)
    assert fit(asked("Lee Deukwoon"), lee, person=True) == (Fit.SOUND, 0)
    assert fit(asked("Lee Deukwoon"), (Name("박민수", "ko"),), person=True) is None


@given(st.text(max_size=40))
def test_nothing_typed_breaks_it(typed: str) -> None:
    found = fit(asked(typed), (*KICET, *STEEL))
    assert found is None or found[0] in Fit


@given(st.integers(1, 30))
def test_every_beginning_of_a_name_fits_at_its_start(length: int) -> None:
    found = fit(asked("Thép Hòa Phát"[:length]), STEEL)
    assert found is not None
    assert found[0] <= Fit.START
