from __future__ import annotations

from decimal import Decimal

from nhipcau.engine.plan.gaps import gaps_of
from nhipcau.facts.market import Comparison, Requirement
from nhipcau.facts.matching import Check, Fit, Standing
from nhipcau.language.thesaurus.vocabulary import vocabulary


def asks(name: str, comparison: str, value: Decimal | str, unit: str = "", *, must: bool = True) -> Requirement:
    return Requirement(property=name, comparison=Comparison(comparison), value=value, unit=unit, must=must)


def fit(need: str, *asked: Requirement, standing: Standing = Standing.UNMET) -> Fit:
    checks = tuple(Check(requirement=one, standing=standing) for one in asked)
    return Fit(need=need, offer="offer", score=10, near=True, checks=checks)


IATF = asks("certificate", "has", "IATF 16949:2016")


def test_equal_requirements_of_several_needs_are_one_gap_and_the_hardest_counts() -> None:
    loose, tight = asks("tolerance", "<=", Decimal("0.05"), "mm"), asks("tolerance", "<=", Decimal(20), "µm")
    (gap,) = gaps_of([fit("one", loose), fit("two", tight)], vocabulary())
    assert gap.requirement is tight
    assert gap.needs == ("one", "two")
    assert gap.opens == 2


def test_the_same_certificate_written_in_two_ways_is_one_gap() -> None:
    korean = asks("certificate", "has", "IATF 인증", must=False)
    (gap,) = gaps_of([fit("one", korean), fit("two", IATF)], vocabulary())
    assert gap.must
    assert gap.needs == ("one", "two")
    assert gap.opens == 1


def test_a_gap_opens_the_needs_that_lack_nothing_else_and_those_come_first() -> None:
    press = asks("press_tonnage", ">=", Decimal(350), "t")
    gaps = gaps_of([fit("one", press, IATF), fit("two", IATF)], vocabulary())
    assert [(gap.requirement.property, gap.opens, len(gap.needs)) for gap in gaps] == [
        ("certificate", 1, 2),
        ("press_tonnage", 0, 1),
    ]


def test_what_is_not_stated_is_no_gap_unless_asked_for() -> None:
    silent = fit("one", IATF, standing=Standing.NOT_STATED)
    assert gaps_of([silent], vocabulary()) == ()
    assert len(gaps_of([silent], vocabulary(), standing=Standing.NOT_STATED)) == 1


def test_distances_from_different_places_are_different_gaps() -> None:
    near = asks("distance_from", "<=", Decimal(100), "km")
    places = {"one": "VN-56", "two": "VN-SG", "three": "VN-56"}
    gaps = gaps_of([fit(need, near) for need in places], vocabulary(), places=places)
    assert [(gap.place, gap.needs) for gap in gaps] == [("VN-56", ("one", "three")), ("VN-SG", ("two",))]
