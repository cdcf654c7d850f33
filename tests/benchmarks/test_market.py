from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.market.families import Asked, NeedText, families
from benchmarks.market.generate import HALVES, Half, market, write
from benchmarks.market.judge import judge, measure, meets
from benchmarks.market.offers import drafts
from benchmarks.market.places import PROVINCES, distance, near_limit
from benchmarks.market.units import other_unit

KINDS: Final = {"product", "technology", "expertise", "training", "placement", "site"}
FACTORS: Final = {
    "mm": 1.0, "µm": 0.001, "cm": 10.0, "m": 1000.0, "day": 1.0, "week": 7.0, "month": 30.0, "hour": 1 / 24,
    "kVA": 1.0, "MVA": 1000.0, "m2": 1.0, "ha": 10_000.0, "pyeong": 3.3,
}  # fmt: skip


@pytest.fixture(scope="module")
def halves() -> dict[str, Half]:
    return {half: market(half) for half in HALVES}


def draw(seed: int) -> Random:
    return Random(seed)  # noqa: S311 -- seeded, to draw the same again


def asked(name: str, op: str, value: str, unit: str = "", *, must: bool = True) -> Asked:
    return Asked(name, op, value, unit, must)


def need(*asks: Asked, place: str | None = None) -> NeedText:
    return NeedText("vi", place, "Cần gia công.", asks)


def test_the_same_seed_writes_the_same_market_again(halves: dict[str, Half], tmp_path: Path) -> None:
    write(tmp_path, 7)
    for half, made in halves.items():
        for file, rows in (("needs", made.needs), ("offers", made.offers), ("qrels", made.qrels)):
            lines = (tmp_path / half / f"{file}.jsonl").read_text(encoding="utf-8").splitlines()
            assert [json.loads(line) for line in lines] == rows


def test_another_seed_draws_other_offers() -> None:
    family = families("report")[0]
    assert list(drafts(family, "report", 7)) != list(drafts(family, "report", 8))


def test_the_market_is_as_large_and_as_mixed_as_was_promised(halves: dict[str, Half]) -> None:
    needs = [one for half in halves.values() for one in half.needs]
    offers = [one for half in halves.values() for one in half.offers]
    assert len(needs) >= 180
    assert len(offers) >= 2_400
    assert {one["kind"] for one in needs} == {one["kind"] for one in offers} == KINDS
    assert set(Counter(one["language"] for one in needs).values()) == {len(needs) // 3}


def test_the_halves_share_no_family_no_need_and_no_text_of_an_offer() -> None:
    develop, report = (families(half) for half in HALVES)
    assert not {family.name for family in develop} & {family.name for family in report}
    for one, other in zip(*(texts(half) for half in HALVES), strict=True):
        assert not one & other


def texts(half: str) -> tuple[set[str], set[str]]:
    read = families(half)
    return {one.text for family in read for one in family.needs}, {one.text for family in read for one in family.texts}


@pytest.mark.parametrize("half", HALVES)
def test_what_a_need_asks_can_be_met_and_missed_by_what_its_family_states(half: str) -> None:
    for family in families(half):
        for one in family.needs:
            assert len({ask.property for ask in one.asks}) == len(one.asks)
            for ask in one.asks:
                if ask.property == "distance_from":
                    answers = {meets(ask, None, one.place, name) for name in family.pools["places"].values}
                else:
                    pool = family.pools[ask.pool_name()]
                    answers = {meets(ask, ((value, pool.unit),), None, None) for value in pool.values}
                assert answers == {True, False}, (family.name, ask)


def test_every_need_has_offers_of_every_grade_and_some_that_are_wrong(halves: dict[str, Half]) -> None:
    for half in halves.values():
        grades = defaultdict(set)
        reasons = defaultdict(set)
        for row in half.qrels:
            grades[row["need"]].add(row["grade"])
            reasons[row["need"]].add(row["why"])
        assert all(found == {0, 1, 2, 3} for found in grades.values())
        assert all(found >= {"fit", "near miss", "related", "lookalike", "other"} for found in reasons.values())


def test_grades_follow_from_what_is_unmet_and_what_is_not_stated(halves: dict[str, Half]) -> None:
    for half in halves.values():
        needs = {one["id"]: one for one in half.needs}
        for row in half.qrels:
            if row["why"] not in {"fit", "near miss"}:
                assert not row["unmet"]
                continue
            musts = {one["property"] for one in needs[row["need"]]["requirements"] if one["must"]}
            failed = not musts.isdisjoint(row["unmet"])
            assert row["grade"] == (1 if failed else 2 if row["unmet"] or row["not_stated"] else 3)


def test_judgements_agree_with_the_fields_of_the_records_alone(halves: dict[str, Half]) -> None:
    held = 0
    for half in halves.values():
        needs, offers = ({one["id"]: one for one in rows} for rows in (half.needs, half.offers))
        for row in half.qrels:
            if row["why"] not in {"fit", "near miss"}:
                continue
            for requirement in needs[row["need"]]["requirements"]:
                fields = [
                    one for one in offers[row["offer"]]["attributes"] if one["property"] == requirement["property"]
                ]
                met = met_by(requirement, fields)
                if met is not None:
                    held += 1
                    assert (requirement["property"] in row["unmet"]) is not met
                    assert requirement["property"] not in row["not_stated"]
    assert held > 3_000


def met_by(requirement: dict[str, Any], fields: list[dict[str, Any]]) -> bool | None:
    """Judge a requirement again in another way than the generator does; nothing where that cannot be done simply."""
    unit = requirement.get("unit", "")
    if not fields or requirement["property"] in {"material", "ip_status"}:
        return None  # an own word of the language may stand there
    if requirement["op"] == "has":
        names = {one["value"] for one in fields}
        more = {"IATF 16949", "AS9100"} if requirement["value"] == "ISO 9001" else set()
        return not names.isdisjoint({requirement["value"], *more})
    if unit not in FACTORS or not all(one.get("unit") in FACTORS for one in fields):
        return None
    limit = requirement["value"] * FACTORS[unit]
    figures = [one["value"] * FACTORS[one["unit"]] for one in fields]
    if requirement["op"] == "<=":
        return bool(min(figures) <= limit * 1.000001)
    return bool(max(figures) >= limit * 0.999999)


def test_no_offer_lies_near_the_limit_of_a_distance(halves: dict[str, Half]) -> None:
    for half in halves.values():
        for family, one in half.asked.values():
            for ask in one.asks:
                if ask.property == "distance_from" and one.place:
                    places = {draft.place for draft in half.truth.values() if draft.family == family and draft.place}
                    assert not any(near_limit(one.place, place, float(ask.value)) for place in places)


def test_what_fails_a_wish_is_a_fit_and_what_fails_a_must_a_near_miss() -> None:
    wanted = need(asked("tolerance", "<=", "0.02", "mm"), asked("certificate", "has", "ISO 9001", must=False))
    fit = judge(wanted, {"tolerance": (("15", "µm"),), "certificate": (("ISO 14001", ""),)}, None)
    assert (fit.grade, fit.why, fit.unmet) == (2, "fit", ("certificate",))
    near = judge(wanted, {"tolerance": (("30", "µm"),)}, None)
    assert (near.grade, near.why, near.unmet, near.not_stated) == (1, "near miss", ("tolerance",), ("certificate",))


def test_a_certificate_that_is_denied_is_unmet_and_one_that_is_not_named_is_not_stated() -> None:
    wanted = need(asked("certificate", "has", "IATF 16949"))
    assert judge(wanted, {"certificate": ()}, None).unmet == ("certificate",)
    assert judge(wanted, {}, None).not_stated == ("certificate",)


def test_iatf_includes_iso_9001_and_not_the_other_way_round() -> None:
    assert meets(asked("certificate", "has", "ISO 9001"), (("IATF 16949", ""),), None, None)
    assert not meets(asked("certificate", "has", "IATF 16949"), (("ISO 9001", ""),), None, None)


def test_levels_and_days_are_compared_by_rank() -> None:
    assert meets(asked("language", ">=", "TOPIK 2"), (("TOPIK 3", ""),), None, None)
    assert meets(asked("degree", ">=", "bachelor"), (("master", ""),), None, None)
    assert not meets(asked("cleanroom", "<=", "ISO 6"), (("ISO 7", ""),), None, None)
    assert meets(asked("start_date", "<=", "2026-05-15"), (("2026-05-10", ""),), None, None)


def test_neighbouring_provinces_are_near_and_the_two_countries_far() -> None:
    assert 15 < distance("Bắc Ninh", "Bắc Giang") < 25
    assert 2_400 < distance("Hà Nội", "Busan") < 3_000
    assert all(distance(name, name) == 0 for name in PROVINCES)


@given(st.integers(), st.sampled_from([("lead_time", "day"), ("power", "kVA"), ("price", "USD"), ("tolerance", "mm")]))
def test_another_unit_says_the_same(seed: int, of: tuple[str, str]) -> None:
    name, unit = of
    value = str(draw(seed).choice((1, 3, 7, 21, 60, 400, 2500)))
    said = other_unit(draw(seed), name, value, unit, "en")
    assert measure(name, *said) == pytest.approx(measure(name, value, unit))
