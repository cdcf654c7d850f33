"""How an offer stands to needs comes in; what it lacks goes out, equal requirements as one gap, the hardest of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nhipcau.facts.errors import BadInput
from nhipcau.facts.market import Comparison, Requirement
from nhipcau.facts.matching import Check, Fit, Standing
from nhipcau.facts.plan import Gap
from nhipcau.language.properties import PROPERTIES, Form, figure, members
from nhipcau.language.thesaurus.vocabulary import Vocabulary


def gaps_of(
    fits: Iterable[Fit],
    vocabulary: Vocabulary,
    *,
    standing: Standing = Standing.UNMET,
    places: Mapping[str, str | None] | None = None,
) -> tuple[Gap, ...]:
    """Return the requirements that stand so, those that hold up the most needs first.

    ``places`` says where a need is, for the requirement to be near. What is not stated is a question, never a gap.
    """
    found: dict[str, Gap] = {}
    for fit in fits:
        missed = [check for check in fit.checks if check.standing is standing]
        musts = {_key(check.requirement, "", vocabulary) for check in missed if check.requirement.must}
        for check in missed:
            place = (places or {}).get(fit.need)
            gap = _gap(check, fit.need, place or "", vocabulary)
            alone = check.requirement.must and len(musts) == 1
            known = found.get(gap.key)
            if known is None:
                found[gap.key] = replace(gap, opens=int(alone))
            else:
                found[gap.key] = _both(known, gap, opens=known.opens + int(alone and fit.need not in known.needs))
    return tuple(sorted(found.values(), key=lambda gap: (not gap.must, -gap.opens, -len(gap.needs), gap.key)))


def _gap(check: Check, need: str, place: str, vocabulary: Vocabulary) -> Gap:
    asked = check.requirement
    return Gap(
        key=_key(asked, place, vocabulary),
        requirement=asked,
        standing=check.standing,
        needs=(need,),
        must=asked.must,
        found=check.found,
        place=place or None if asked.property == "distance_from" else None,
        distance=check.distance,
    )


def _both(one: Gap, other: Gap, *, opens: int) -> Gap:
    harder = other if _is_harder(other.requirement, one.requirement) else one
    return replace(
        harder, needs=tuple(dict.fromkeys((*one.needs, *other.needs))), must=one.must or other.must, opens=opens
    )


def _key(asked: Requirement, place: str, vocabulary: Vocabulary) -> str:
    """Return what two requirements share that differ in nothing but how far they go."""
    known = PROPERTIES.get(asked.property)
    if known is not None and known.form is Form.DISTANCE:
        return f"{asked.property}|{place}"
    bound = _figure(asked)
    if bound is not None:
        end = f"={bound[1]}" if asked.comparison is Comparison.EQUAL else asked.comparison
        return f"{bound[0]}|{end}"
    if known is not None and known.form is Form.MEMBERS:
        codes = ",".join(sorted(members(known.code, str(asked.value), vocabulary)))
        return f"{asked.property}|{asked.comparison}|{codes}"
    return f"{asked.property}|{asked.comparison}|{asked.value} {asked.unit}"


def _is_harder(one: Requirement, other: Requirement) -> bool:
    first, second = _figure(one), _figure(other)
    if first is None or second is None:
        return False
    return first[1] < second[1] if one.comparison is Comparison.AT_MOST else first[1] > second[1]


def _figure(asked: Requirement) -> tuple[str, int] | None:
    try:
        return figure(asked.property, asked.value, asked.unit)
    except BadInput:
        return None
