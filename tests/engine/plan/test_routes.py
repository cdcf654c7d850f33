from __future__ import annotations

from decimal import Decimal

import pytest

from nhipcau.engine.plan.gaps import gaps_of
from nhipcau.engine.plan.remedies import closings, looked_for
from nhipcau.engine.plan.routes import left_out, open_gaps, routes
from nhipcau.engine.plan.ways import BY_FAMILY, CERTIFIERS, LANGUAGE_CLASSES, RUBBER, SELLS_MACHINES, WAYS
from nhipcau.facts.market import Comparison, ItemKind, Requirement
from nhipcau.facts.matching import Check, Fit, Standing
from nhipcau.facts.plan import Aim, Cost, Gap, Phase, Remedy, Variant
from nhipcau.language.properties import PROPERTIES
from nhipcau.language.thesaurus.vocabulary import vocabulary

SHOP = ("injection-moulding", "small-moulded-parts")


def gap(name: str, comparison: str, value: str, unit: str = "", *, must: bool = True, place: str | None = None) -> Gap:
    worth = Decimal(value) if value.replace(".", "").isdigit() else value
    asked = Requirement(property=name, comparison=Comparison(comparison), value=worth, unit=unit, must=must)
    fit = Fit(
        need="need", offer="shop", score=1, near=True, checks=(Check(requirement=asked, standing=Standing.UNMET),)
    )
    return gaps_of([fit], vocabulary(), places={"need": place})[0]


def remedy(
    name: str, kind: str, *concepts: str, days: int | None = 5, cost: int | None = 100, **more: object
) -> Remedy:
    priced = Cost(amount=Decimal(cost)) if cost is not None else None
    given = {"offer": name, "kind": ItemKind(kind), "concepts": frozenset(concepts), "days": days, "cost": priced}
    return Remedy(**given, **more)  # type: ignore[arg-type]  # parts of a remedy


IATF = gap("certificate", "has", "IATF 16949")
PRESS = gap("press_tonnage", ">=", "350", "t")


def closed_by(one: Gap, *offers: Remedy) -> list[tuple[str, str, str]]:
    return [(found.offer, found.aim.value, found.found) for found in closings([one], offers, SHOP, vocabulary())]


@pytest.mark.parametrize(
    ("one", "offer"),
    [
        (IATF, remedy("o", "expertise", "iatf-implementation")),
        (IATF, remedy("o", "training", "iatf-16949")),
        (gap("certificate", "has", "VDA 6.3"), remedy("o", "training", "core-tools")),
        (gap("certificate", "has", "ISO 14001"), remedy("o", "expertise", "iso-14001-implementation")),
        (gap("certificate", "has", "BSCI"), remedy("o", "expertise", "labour-law-skill")),
        (gap("tolerance", "<=", "0.02", "mm"), remedy("o", "training", "metrology-skill")),
        (gap("tolerance", "<=", "0.02", "mm"), remedy("o", "expertise", "injection-tuning")),
        (PRESS, remedy("o", "product", "injection-moulding-machine")),
        (PRESS, remedy("o", "expertise", "shared-machining-capacity")),
        (gap("capacity", ">=", "200000", "pcs/month"), remedy("o", "expertise", "smed")),
        (gap("lead_time", "<=", "10", "day"), remedy("o", "training", "production-planning")),
        (gap("language", "has", "ko"), remedy("o", "training", "korean-language-class")),
        (gap("language", "has", "ko"), remedy("o", "expertise", "interpreting-service")),
        (gap("hardness", ">=", "58", "HRC"), remedy("o", "expertise", "heat-treatment-expertise")),
        (gap("hardness", ">=", "70", "Shore A"), remedy("o", "expertise", "rubber-expertise")),
        (gap("surface", "has", "mạ niken"), remedy("o", "expertise", "plating-expertise")),
        (gap("cleanroom", "<=", "7"), remedy("o", "expertise", "cleanroom-construction")),
        (gap("distance_from", "<=", "60", "km", place="VN-56"), remedy("o", "site", "rental-factory", place="VN-HN")),
    ],
)
def test_an_offer_closes_the_gap_that_it_helps_with(one: Gap, offer: Remedy) -> None:
    assert [found[0] for found in closed_by(one, offer)] == ["o"]


@pytest.mark.parametrize(
    ("one", "offer"),
    [
        (PRESS, remedy("o", "training", "injection-tuning")),
        (PRESS, remedy("o", "product", "injection-moulding-machine", "injection-moulding")),
        (
            PRESS,
            remedy("o", "product", "injection-moulding-machine", figures={"press_tonnage:kN": 1_961_330_000}),
        ),
        (IATF, remedy("o", "product", "iatf-16949")),
        (gap("hardness", ">=", "70", "Shore A"), remedy("o", "expertise", "heat-treatment-expertise")),
        (gap("language", "has", "ko"), remedy("o", "training", "english-language-class")),
        (gap("distance_from", "<=", "60", "km", place="VN-56"), remedy("o", "site", "rental-factory", place="VN-SG")),
        (gap("material", "has-not", "PVC"), remedy("o", "expertise", "plastics-skill")),
        (gap("start_date", "<=", "2026-12-01"), remedy("o", "training", "lean-expertise")),
    ],
)
def test_what_does_not_help_closes_nothing(one: Gap, offer: Remedy) -> None:
    assert closed_by(one, offer) == []


def test_a_course_is_looked_for_where_a_level_of_korean_is_asked_and_no_interpreter() -> None:
    topik = gap("language", ">=", "TOPIK 4")
    assert closed_by(topik, remedy("o", "expertise", "interpreter")) == []
    assert closed_by(topik, remedy("o", "training", "korean-language-class")) != []


def test_the_next_ring_counts_only_where_nobody_offers_the_first() -> None:
    general, own = (
        remedy("general", "expertise", "standards-consulting"),
        remedy("own", "expertise", "iatf-implementation"),
    )
    assert [found[0] for found in closed_by(IATF, general)] == ["general"]
    assert [found[0] for found in closed_by(IATF, general, own)] == ["own"]


def test_a_certificate_is_prepared_for_and_then_audited_by_another() -> None:
    prepares = remedy("consultant", "expertise", "iatf-implementation", days=120)
    audits = remedy("body", "expertise", "certification-body", "iatf-16949", days=5)
    closed = closings([IATF], [prepares, audits], SHOP, vocabulary())
    assert [(one.offer, one.aim) for one in closed] == [("consultant", Aim.PREPARE), ("body", Aim.AUDIT)]
    cheapest, fastest = routes([IATF], [prepares, audits], closed, vocabulary())
    assert [(step.offer_id, step.phase, step.starts) for step in cheapest.steps] == [
        ("consultant", Phase.ADVISE, 0),
        ("body", Phase.AUDIT, 120),
    ]
    assert cheapest.days == fastest.days == 125


def test_a_consultant_who_works_with_a_certifier_prepares_and_does_not_audit() -> None:
    package = remedy("package", "expertise", "iatf-implementation", "certification-body", "iatf-16949")
    assert closed_by(IATF, package) == [("package", "prepare", "iatf-16949")]


def test_who_brings_a_standard_into_the_factory_comes_before_a_course_about_it() -> None:
    course, adviser = remedy("course", "training", "iatf-16949"), remedy("adviser", "expertise", "iatf-16949")
    assert [found[0] for found in closed_by(IATF, course, adviser)] == ["adviser"]


def test_the_cheapest_and_the_fastest_route_stand_side_by_side() -> None:
    slow = remedy("slow", "expertise", "iatf-implementation", days=200, cost=1_000)
    quick = remedy("quick", "expertise", "iatf-implementation", days=90, cost=9_000)
    closed = closings([IATF], [slow, quick], SHOP, vocabulary())
    found = {route.variant: route for route in routes([IATF], [slow, quick], closed, vocabulary())}
    assert [step.offer_id for step in found[Variant.CHEAPEST].steps] == ["slow"]
    assert [step.offer_id for step in found[Variant.FASTEST].steps] == ["quick"]
    assert found[Variant.FASTEST].cost == 9_000


def test_totals_say_at_least_where_something_is_not_stated() -> None:
    silent = remedy("silent", "expertise", "iatf-implementation", days=None, cost=None)
    machine = remedy("machine", "product", "injection-moulding-machine", days=60, cost=50_000)
    closed = closings([IATF, PRESS], [silent, machine], SHOP, vocabulary())
    route = routes([IATF, PRESS], [silent, machine], closed, vocabulary())[0]
    assert (route.days, route.undated, route.unpriced) == (60, 1, 1)
    assert route.cost == 50_000


def test_a_wish_is_closed_where_it_comes_along_and_else_left_out() -> None:
    wish = gap("lead_time", "<=", "10", "day", must=False)
    both = remedy("both", "expertise", "iatf-implementation", "production-planning")
    alone = remedy("alone", "expertise", "production-planning")
    closed = closings([IATF, wish], [both, alone], SHOP, vocabulary())
    found = routes([IATF, wish], [both, alone], closed, vocabulary())
    assert [step.offer_id for step in found[0].steps] == ["both"]
    assert left_out([IATF, wish], closed, found) == ()
    single = remedy("single", "expertise", "iatf-implementation")
    closed = closings([IATF, wish], [single, alone], SHOP, vocabulary())
    assert left_out([IATF, wish], closed, routes([IATF, wish], [single, alone], closed, vocabulary())) == (wish.key,)
    closed = closings([wish], [alone], SHOP, vocabulary())
    assert [step.offer_id for step in routes([wish], [alone], closed, vocabulary())[0].steps] == ["alone"]


def test_what_nobody_closes_is_open() -> None:
    closed = closings([IATF, PRESS], [remedy("o", "expertise", "iatf-implementation")], SHOP, vocabulary())
    assert open_gaps([IATF, PRESS], closed) == (PRESS.key,)
    assert routes([PRESS], [], (), vocabulary()) == ()


def test_more_than_sixteen_things_are_planned_in_parts_and_not_proven() -> None:
    certificates = [one for one in vocabulary().concepts.values() if one.facet == "certificate"][:40]
    named = [gap("certificate", "has", one.label("en")) for one in certificates]
    gaps = {one.key: one for one in named}
    offers = [remedy(f"o{number:02}", "training", one.id) for number, one in enumerate(certificates)]
    closed = closings(list(gaps.values()), offers, SHOP, vocabulary())
    route = routes(list(gaps.values()), offers, closed, vocabulary())[0]
    assert not route.exact
    assert {one.gap for step in route.steps for one in step.closes} == {one.gap for one in closed}


def test_every_concept_and_property_of_the_table_is_known() -> None:
    ways = [way for rings in (*WAYS.values(), RUBBER) for ring in rings for way in ring]
    named = {one for way in ways for one in way.concepts}
    named |= {*LANGUAGE_CLASSES.values(), *CERTIFIERS, *SELLS_MACHINES, *BY_FAMILY}
    named |= {one for several in BY_FAMILY.values() for one in several}
    assert named - set(vocabulary().concepts) == set()
    assert set(WAYS) - set(PROPERTIES) == set()


@pytest.mark.parametrize("one", [IATF, PRESS, gap("tolerance", "<=", "0.02", "mm")])
def test_whatever_closes_a_gap_is_what_was_looked_for(one: Gap) -> None:
    wanted = looked_for(one, SHOP, vocabulary())
    for concept in ("iatf-implementation", "metrology-skill", "injection-moulding-machine", "certification-body"):
        for kind in ItemKind:
            offer = remedy("o", kind.value, concept)
            if closed_by(one, offer):
                assert any(kind in target.kinds and concept in target.concepts for target in wanted)
