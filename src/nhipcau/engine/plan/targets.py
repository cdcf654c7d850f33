"""A gap and the processes of an enterprise come in; the concepts that help, ring by ring, and why, go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from nhipcau.engine.plan.ways import BY_FAMILY, IN_LANGUAGE, LANGUAGE_CLASSES, PEOPLE, RUBBER, WAYS, Way
from nhipcau.facts.market import Comparison, ItemKind
from nhipcau.facts.plan import Gap
from nhipcau.language.properties import members
from nhipcau.language.thesaurus.vocabulary import Vocabulary

_TAUGHT: Final = frozenset({ItemKind.TRAINING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Concepts that help, each with everything narrower, when an offer of these kinds has them."""

    reason: str
    kinds: frozenset[ItemKind]
    concepts: frozenset[str]


Ring = tuple[Target, ...]


def targets(gap: Gap, trade: Iterable[str], vocabulary: Vocabulary) -> tuple[Ring, ...]:
    """Return what helps to close a gap, the surest ring first; empty where nothing on a market does."""
    asked = gap.requirement
    if asked.comparison is Comparison.HAS_NOT:
        return ()
    wanted = members(asked.property, str(asked.value), vocabulary) if isinstance(asked.value, str) else frozenset()
    if asked.property == "language":
        return tuple(_ring(ways, (), (), vocabulary) for ways in _language(wanted, gap.key))
    known = frozenset(one for one in wanted if one in vocabulary.concepts)
    if asked.property == "surface":
        known = _named(str(asked.value), vocabulary)
    table = RUBBER if gap.key.startswith("hardness:Shore") else WAYS.get(asked.property, ())
    rings = [_ring(ways, known, trade, vocabulary) for ways in table]
    if asked.property == "certificate":
        rings.insert(2, _ring(tuple(_family(known, vocabulary)), (), (), vocabulary))
    return tuple(ring for ring in rings if ring)


def processes_of(concepts: Iterable[str], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the processes among the concepts of an enterprise, or else those that its products are made by."""
    known = [vocabulary.concepts[one] for one in concepts if one in vocabulary.concepts]
    own = {one.id for one in known if one.facet == "process"}
    products = [one for one in known if one.facet == "product"]
    return frozenset(own or {other for one in products for other in one.related if _is(other, "process", vocabulary)})


def widened(concepts: Iterable[str], vocabulary: Vocabulary) -> frozenset[str]:
    """Return concepts with everything narrower."""
    found = set(concepts)
    return frozenset(found.union(*(vocabulary.descendants(one) for one in found)))


def _ring(ways: tuple[Way, ...], asked: Iterable[str], trade: Iterable[str], vocabulary: Vocabulary) -> Ring:
    found = []
    for way in ways:
        concepts = {one for one in way.concepts if one in vocabulary.concepts}
        concepts |= _related(asked, way.of_asked, vocabulary) | _related(trade, way.of_trade, vocabulary)
        if concepts or way.reason == "plan.why-site-near":
            found.append(Target(reason=way.reason, kinds=way.kinds, concepts=frozenset(concepts)))
    return tuple(found)


def _related(concepts: Iterable[str], facets: tuple[str, ...], vocabulary: Vocabulary) -> set[str]:
    """Return what is related to concepts, or else to the nearest broader ones, and the concepts themselves."""
    found: set[str] = set()
    for one in concepts:
        nearest = sorted({one: 0, **vocabulary.ancestors(one)}.items(), key=lambda item: (item[1], item[0]))
        for facet in facets:
            found |= next(filter(None, (_kin(other, facet, vocabulary) for other, _steps in nearest)), frozenset())
    return found


def _kin(concept: str, facet: str, vocabulary: Vocabulary) -> frozenset[str]:
    own = {concept} if _is(concept, facet, vocabulary) else set()
    return frozenset(own | {other for other in vocabulary.concept(concept).related if _is(other, facet, vocabulary)})


def _is(concept: str, facet: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.concept(concept).facet == facet


def _named(value: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the processes that a coating names: coatings are compared by their chemical signs, not by concepts."""
    tags = {tag.concept for language in ("vi", "ko", "en") for tag in vocabulary.tag(value, language)}
    return frozenset(one for one in tags if _is(one, "process", vocabulary))


def _language(wanted: Iterable[str], key: str) -> Iterator[tuple[Way, ...]]:
    """Yield who teaches a language, or, where no level of it is asked for, who interprets."""
    level = key.startswith("language:")
    codes = {"ko"} if level else set(wanted)
    classes = tuple(LANGUAGE_CLASSES[code] for code in sorted(codes) if code in LANGUAGE_CLASSES)
    taught = Way(reason="plan.why-language", kinds=_TAUGHT, concepts=classes or ("language-skill",))
    yield (taught,) if level else (taught, IN_LANGUAGE)


def _family(certificates: Iterable[str], vocabulary: Vocabulary) -> Iterator[Way]:
    for one in certificates:
        families: Mapping[str, int] = {one: 0, **vocabulary.ancestors(one)}
        for family in sorted(families, key=lambda other: (families[other], other)):
            if family in BY_FAMILY:
                yield Way(reason="plan.why-standards", kinds=PEOPLE, concepts=BY_FAMILY[family])
                break
