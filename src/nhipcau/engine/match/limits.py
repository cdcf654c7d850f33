"""A requirement comes in; the limit that an index applies, and how an offer stands to the requirement, go out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nhipcau.engine.match.prepared import PLACE, Prepared, figure_of
from nhipcau.engine.match.query import FigureLimit, Limit, MemberLimit, standing
from nhipcau.engine.match.weights import MatchWeights
from nhipcau.facts.market import Attribute, Comparison, Requirement
from nhipcau.facts.matching import Check, Standing
from nhipcau.language.properties import PROPERTIES, STEPS, Form, distance_km, members, satisfied_by, within
from nhipcau.language.thesaurus.vocabulary import Vocabulary

NEVER = frozenset({"nothing"})


def limits_of(need: Prepared, vocabulary: Vocabulary, weights: MatchWeights) -> tuple[tuple[Requirement, Limit], ...]:
    """Return the limit of each requirement that can be compared; musts share their points, wishes theirs."""
    known = [one for one in need.requirements if one.property in PROPERTIES]
    musts = sum(one.must for one in known) or 1
    wishes = sum(not one.must for one in known) or 1
    found: list[tuple[Requirement, Limit]] = []
    for requirement in known:
        points = round(weights.must_met / musts if requirement.must else weights.wish_met / wishes)
        limit = _limit(requirement, need.place, vocabulary, points, weights.must_failed if requirement.must else 0)
        if limit is not None:
            found.append((requirement, limit))
    return tuple(found)


def _limit(requirement: Requirement, place: str | None, vocabulary: Vocabulary, met: int, unmet: int) -> Limit | None:
    known = PROPERTIES[requirement.property]
    if known.form is Form.DISTANCE:
        reach = figure_of(requirement)
        if place is None or reach is None:
            return None
        near = within(place, Decimal(reach[1]) / STEPS)
        return MemberLimit(property=PLACE, any_of=_coded(PLACE, near), must=requirement.must, met=met, unmet=unmet)
    value = figure_of(requirement)
    if value is not None:
        column, bound = value
        at_most = bound if requirement.comparison in {Comparison.AT_MOST, Comparison.EQUAL} else None
        at_least = None if requirement.comparison is Comparison.AT_MOST else bound
        return FigureLimit(
            column=column, at_most=at_most, at_least=at_least, must=requirement.must, met=met, unmet=unmet
        )
    if known.form is not Form.MEMBERS:
        return None
    wanted = members(known.code, str(requirement.value), vocabulary)
    enough = {code for member in wanted for code in satisfied_by(known.code, member, vocabulary)}
    return MemberLimit(
        property=known.code,
        any_of=_coded(known.code, enough) or NEVER,
        without=requirement.comparison is Comparison.HAS_NOT,
        must=requirement.must,
        met=met,
        unmet=unmet,
    )


def _coded(code: str, found: frozenset[str] | set[str]) -> frozenset[str]:
    return frozenset(f"{code}={member}" for member in found)


def checks(
    asked: Sequence[tuple[Requirement, Limit]], need: Prepared, offer: Prepared, vocabulary: Vocabulary
) -> tuple[Check, ...]:
    """Hold every requirement against an offer; one that could not be compared is not stated."""
    limits = {id(requirement): limit for requirement, limit in asked}
    return tuple(_check(one, limits.get(id(one)), need, offer, vocabulary) for one in need.requirements)


def _check(
    requirement: Requirement, limit: Limit | None, need: Prepared, offer: Prepared, vocabulary: Vocabulary
) -> Check:
    how = Standing.NOT_STATED if limit is None else standing(offer.item, limit)
    away = None
    if limit is not None and isinstance(limit, MemberLimit) and limit.property == PLACE and need.place and offer.place:
        away = distance_km(need.place, offer.place)
    found = None if how is Standing.NOT_STATED else _decided_by(limit, how, offer, vocabulary)
    return Check(requirement=requirement, standing=how, found=found, distance=away)


def _decided_by(limit: Limit | None, how: Standing, offer: Prepared, vocabulary: Vocabulary) -> Attribute | None:
    """Return the statement of the offer that decided: the best figure, the member that is wanted, or else the first."""
    if isinstance(limit, FigureLimit):
        best = offer.item.figures.get(limit.column)
        return next((one for one in offer.attributes if figure_of(one) == (limit.column, best)), None)
    if limit is None or limit.property == PLACE:
        return None
    said = [one for one in offer.attributes if one.property == limit.property]
    wanted = (
        one
        for one in said
        if how is Standing.MET
        and _coded(limit.property, members(limit.property, str(one.value), vocabulary)) & limit.any_of
    )
    return next(wanted, said[0] if said else None)
