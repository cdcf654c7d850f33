"""Gaps and offers come in; which offer closes which gap, and why, goes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from nhipcau.engine.plan.targets import Ring, Target, processes_of, targets, widened
from nhipcau.engine.plan.ways import ADVISERS, CERTIFIERS, SELLS_MACHINES
from nhipcau.facts.errors import BadInput
from nhipcau.facts.market import Comparison, ItemKind
from nhipcau.facts.plan import Aim, Closing, Gap, Phase, Remedy
from nhipcau.language.properties import STEPS, figure, members, within
from nhipcau.language.thesaurus.vocabulary import Vocabulary

_AUDIT_REASON = "plan.why-audit"
_PHASES = {
    ItemKind.PRODUCT: Phase.EQUIP,
    ItemKind.TECHNOLOGY: Phase.EQUIP,
    ItemKind.SITE: Phase.EQUIP,
    ItemKind.TRAINING: Phase.LEARN,
    ItemKind.PLACEMENT: Phase.LEARN,
    ItemKind.EXPERTISE: Phase.ADVISE,
}


def closings(
    gaps: Sequence[Gap], remedies: Iterable[Remedy], concepts: Iterable[str], vocabulary: Vocabulary
) -> tuple[Closing, ...]:
    """Return how offers close gaps; ``concepts`` are those of the enterprise.

    Of the rings of ways the first that somebody offers counts. A certificate is prepared for and, where a certifier is
    on the market, audited: two things to be done, by different offers.
    """
    trade, offers = processes_of(concepts, vocabulary), sorted(remedies, key=lambda one: one.offer)
    return tuple(closing for gap in gaps for closing in _of_gap(gap, offers, trade, vocabulary))


def looked_for(gap: Gap, concepts: Iterable[str], vocabulary: Vocabulary) -> tuple[Target, ...]:
    """Return what to look for on the market: offers of some kinds with one of some concepts (narrower ones named)."""
    trade = processes_of(concepts, vocabulary)
    found = [
        replace(target, concepts=widened(target.concepts, vocabulary))
        for ring in targets(gap, trade, vocabulary)
        for target in ring
    ]
    if gap.requirement.property == "certificate":
        found.append(Target(reason=_AUDIT_REASON, kinds=frozenset({ItemKind.EXPERTISE}), concepts=CERTIFIERS))
    return tuple(found)


def phase_of(remedy: Remedy, vocabulary: Vocabulary) -> Phase:
    """Return the phase that a remedy belongs to."""
    return Phase.AUDIT if _certifies(remedy, vocabulary) else _PHASES[remedy.kind]


def _certifies(remedy: Remedy, vocabulary: Vocabulary) -> bool:
    return bool(remedy.concepts & CERTIFIERS) and not remedy.concepts & widened(ADVISERS, vocabulary)


def _of_gap(gap: Gap, offers: Sequence[Remedy], trade: Iterable[str], vocabulary: Vocabulary) -> Iterator[Closing]:
    prepared: list[Closing] = []
    for ring in targets(gap, trade, vocabulary):
        prepared = [found for offer in offers if (found := _by_ring(gap, offer, ring, vocabulary)) is not None]
        if prepared:
            break
    yield from prepared
    if gap.requirement.property == "certificate":
        yield from _audits(gap, offers, vocabulary)


def _by_ring(gap: Gap, offer: Remedy, ring: Ring, vocabulary: Vocabulary) -> Closing | None:
    for target in ring:
        found = _by_target(gap, offer, target, vocabulary)
        if found is not None and not _certifies(offer, vocabulary):
            return Closing(gap=gap.key, aim=Aim.PREPARE, offer=offer.offer, reason=target.reason, found=found)
    return None


def _by_target(gap: Gap, offer: Remedy, target: Target, vocabulary: Vocabulary) -> str | None:
    """Return the concept (or the place) by which an offer meets a target."""
    if offer.kind not in target.kinds:
        return None
    if gap.requirement.property == "distance_from":
        return offer.place if offer.place and _is_near(gap, offer.place) else None
    if _falls_short(gap, offer):
        return None
    met = offer.concepts & widened(target.concepts, vocabulary)
    return min(
        (one for one in met if _sold(one, offer, vocabulary)),
        key=lambda one: (one not in target.concepts, one),
        default=None,
    )


def _sold(concept: str, offer: Remedy, vocabulary: Vocabulary) -> bool:
    """Tell whether an offer is of that thing: who makes parts names its machines, and does not sell them."""
    if offer.kind is not ItemKind.PRODUCT or vocabulary.concept(concept).facet != "equipment":
        return True
    makes = any(vocabulary.concept(one).facet == "process" for one in offer.concepts if one in vocabulary.concepts)
    return bool(offer.concepts & SELLS_MACHINES) or not makes


def _falls_short(gap: Gap, offer: Remedy) -> bool:
    """Tell whether an offer itself says that it is capable of less than what is asked, such as a press too small."""
    asked = gap.requirement
    try:
        bound = figure(asked.property, asked.value, asked.unit)
    except BadInput:
        return False
    if bound is None or bound[0] not in offer.figures:
        return False
    stated = offer.figures[bound[0]]
    return stated > bound[1] if asked.comparison is Comparison.AT_MOST else stated < bound[1]


def _is_near(gap: Gap, place: str) -> bool:
    if gap.place is None:
        return False
    try:
        reach = figure(gap.requirement.property, gap.requirement.value, gap.requirement.unit)
    except BadInput:
        return False
    return reach is not None and place in within(gap.place, Decimal(reach[1]) / STEPS)


def _audits(gap: Gap, offers: Sequence[Remedy], vocabulary: Vocabulary) -> Iterator[Closing]:
    wanted = members(gap.requirement.property, str(gap.requirement.value), vocabulary)
    enough = widened((one for one in wanted if one in vocabulary.concepts), vocabulary)
    for offer in offers:
        found = sorted(offer.concepts & enough)
        if found and _certifies(offer, vocabulary):
            yield Closing(gap=gap.key, aim=Aim.AUDIT, offer=offer.offer, reason=_AUDIT_REASON, found=found[0])
