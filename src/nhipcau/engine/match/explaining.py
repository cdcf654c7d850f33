"""A need's query and an offer come in; the fit with every part of its score, said, goes out."""

from __future__ import annotations

from collections.abc import Iterator

from nhipcau.engine.match.asking import Asking
from nhipcau.engine.match.limits import checks
from nhipcau.engine.match.plain_words import PREFIX, as_written
from nhipcau.engine.match.prepared import Prepared
from nhipcau.engine.match.query import Limit, Slot, limit_points, standing
from nhipcau.engine.match.wording import NEAR
from nhipcau.facts.market import Requirement
from nhipcau.facts.matching import Check, Fit, Part, Standing
from nhipcau.facts.message import Message
from nhipcau.language.thesaurus.vocabulary import Vocabulary


def explain(asking: Asking, offer: Prepared, vocabulary: Vocabulary) -> Fit:
    """Return the fit of an offer; the points of its parts add up to what any index gives for it."""
    held = checks(asking.limits, asking.need, offer, vocabulary)
    parts = (*_topic(asking, offer, vocabulary), *_limits(asking, offer, held), *_record(offer))
    return Fit(
        need=asking.need.listing.id,
        offer=offer.listing.id,
        score=sum(part.points for part in parts),
        near=any(check.requirement.must and check.standing is Standing.UNMET for check in held),
        parts=parts,
        checks=held,
    )


def _topic(asking: Asking, offer: Prepared, vocabulary: Vocabulary) -> Iterator[Part]:
    known = vocabulary.concepts
    words: list[str] = []
    for_words = 0
    for slot in asking.query.slots:
        points, term = _best(slot, offer)
        if not points:
            continue
        if slot.about.startswith(PREFIX):
            words.append(term)
            for_words += points
        elif term.startswith(NEAR):
            said = Message("match.concept-near", {"asked": known[slot.about]})
            yield Part(code="wording", points=points, said=said)
        else:
            code = f"match.concept-{_relation(slot.about, term, vocabulary)}"
            said = Message(code, {"asked": known[slot.about], "found": known[term]})
            yield Part(code="concept", points=points, said=said)
    if words:
        written = as_written(words, asking.need.listing.text, asking.need.listing.language)
        said = Message("match.words", {"count": len(written), "words": ", ".join(written)})
        yield Part(code="words", points=for_words, said=said)


def _best(slot: Slot, offer: Prepared) -> tuple[int, str]:
    return max(
        ((points, term) for term, points in slot.alternatives if term in offer.item.terms), default=(0, slot.about)
    )


def _relation(asked: str, found: str, vocabulary: Vocabulary) -> str:
    if asked == found:
        return "same"
    if found in vocabulary.descendants(asked):
        return "narrower"
    if found in vocabulary.ancestors(asked):
        return "broader"
    return "related" if found in vocabulary.concept(asked).related else "sibling"


def _limits(asking: Asking, offer: Prepared, held: tuple[Check, ...]) -> Iterator[Part]:
    by_requirement = {id(check.requirement): check for check in held}
    for requirement, limit in asking.limits:
        points = limit_points(limit, standing(offer.item, limit))
        if points:
            yield Part(code=_kind(requirement), points=points, said=_said(by_requirement[id(requirement)]))
    extra: tuple[Limit, ...] = asking.query.limits[len(asking.limits) :]
    for limit in extra:
        points = limit_points(limit, standing(offer.item, limit))
        if points:
            yield Part(code="place", points=points, said=Message("match.near-place", {"place": offer.place}))


def _kind(requirement: Requirement) -> str:
    return "must" if requirement.must else "wish"


def _said(check: Check) -> Message:
    code = f"match.requirement-{check.standing}"
    if check.distance is not None:
        return Message(f"{code}-distance", {"requirement": check.requirement, "distance": check.distance})
    return Message(code, {"requirement": check.requirement, "found": check.found})


def _record(offer: Prepared) -> Iterator[Part]:
    if offer.item.boost:
        said = Message("match.deals", {"count": offer.listing.deals})
        yield Part(code="record", points=offer.item.boost, said=said)
