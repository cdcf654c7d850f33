"""A seed and a size come in; made-up offers and needs of a market, as an index takes them, go out.

Shaped like a market, not copied from one: half the listings are products; a listing has a dozen concepts drawn from a
Zipf-like distribution over 2,000, a place, two or three figures and certificates, some of them not stated. A need
asks for six concepts with their neighbours in a tree of eight branches, three bounds and two lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from nhipcau.engine.match.query import FigureLimit, Item, Limit, MemberLimit, Query, Slot
from nhipcau.facts.market import ItemKind

KINDS: Final = tuple(ItemKind)
KIND_SHARES: Final = (0.5, 0.15, 0.12, 0.11, 0.07, 0.05)
CONCEPTS, A_LISTING, A_NEED, BRANCHES = 2_000, 12, 6, 8
COLUMNS: Final = tuple(f"figure{number}:unit" for number in range(12))
A_COLUMN, FIGURES = 10_000, 3
CERTIFICATES, PLACES = 20, 34
_BATCH: Final = 10_000


def offers(size: int, seed: int = 2026) -> Iterator[Item]:
    """Draw offers, a few thousand at a time."""
    for start in range(0, size, _BATCH):
        yield from _drawn(start, min(_BATCH, size - start), np.random.default_rng([seed, start]))


def _drawn(start: int, count: int, chance: np.random.Generator) -> Iterator[Item]:
    kinds = chance.choice(len(KINDS), count, p=KIND_SHARES).tolist()
    concepts = _concepts(chance, (count, A_LISTING)).tolist()
    columns = chance.integers(0, len(COLUMNS), (count, FIGURES)).tolist()
    figures = chance.integers(0, A_COLUMN, (count, FIGURES)).tolist()
    certificates = chance.integers(0, CERTIFICATES, (count, 2)).tolist()
    has_certificates = (chance.random(count) < 0.6).tolist()
    places = chance.integers(0, PLACES, count).tolist()
    boosts = chance.integers(0, 50, count).tolist()
    for row in range(count):
        members = {f"place=VN-{places[row]}"}
        if has_certificates[row]:
            members.update(f"certificate={code}" for code in certificates[row])
        yield Item(
            id=f"offer-{start + row:07}",
            kind=KINDS[kinds[row]],
            terms=frozenset([TERMS[concept] for concept in concepts[row]]),
            figures=dict(zip([COLUMNS[column] for column in columns[row]], figures[row], strict=True)),
            members=frozenset(members),
            stated=_STATED[has_certificates[row]],
            boost=boosts[row],
        )


def needs(count: int, seed: int = 7) -> Iterator[Query]:
    """Draw needs, as often of a kind as offers are."""
    chance = np.random.default_rng(seed)
    for number in range(count):
        concepts = dict.fromkeys(_concepts(chance, A_NEED).tolist())
        yield Query(
            id=f"need-{number:05}",
            kind=KINDS[int(chance.choice(len(KINDS), p=KIND_SHARES))],
            slots=tuple(_slot(concept) for concept in concepts),
            limits=tuple(_limits(chance)),
            floor=300,
        )


def _concepts(
    chance: np.random.Generator, shape: int | tuple[int, int]
) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return _RANKED[np.searchsorted(_UPTO, chance.random(shape))]


def _slot(concept: int) -> Slot:
    """Look for a concept, less for what stands below or above it, least for what stands beside it."""
    points = int(30 * np.log(1 / _FREQUENCY[concept]))
    below = [child for child in range(concept * BRANCHES + 1, (concept + 1) * BRANCHES + 1) if child < CONCEPTS]
    above = (concept - 1) // BRANCHES
    beside = range(above * BRANCHES + 1, (above + 1) * BRANCHES + 1) if concept else ()
    shares = {concept: 100, **dict.fromkeys(below, 90)}
    if concept:
        shares.setdefault(above, 60)
    for other in beside:
        if other < CONCEPTS:
            shares.setdefault(other, 40)
    alternatives = tuple((TERMS[other], points * share // 100) for other, share in shares.items())
    return Slot(about=TERMS[concept], alternatives=alternatives)


def _limits(chance: np.random.Generator) -> Iterator[Limit]:
    for column, must in zip(chance.choice(len(COLUMNS), 3, replace=False).tolist(), (True, True, False), strict=True):
        bound = int(chance.integers(A_COLUMN // 4, A_COLUMN * 3 // 4))
        least, most = (bound, None) if chance.random() < 0.5 else (None, bound)
        yield FigureLimit(
            column=COLUMNS[column],
            at_least=least,
            at_most=most,
            must=must,
            met=300 if must else 100,
            unmet=-3000 * must,
        )
    wanted = frozenset({f"certificate={int(chance.integers(0, CERTIFICATES))}"})
    yield MemberLimit(property="certificate", any_of=wanted, must=bool(chance.random() < 0.5), met=300, unmet=-500)
    near = chance.choice(PLACES, 6, replace=False).tolist()
    yield MemberLimit(property="place", any_of=frozenset(f"place=VN-{code}" for code in near), must=False, met=100)


_STATED: Final = {True: frozenset({"place", "certificate"}), False: frozenset({"place"})}
TERMS: Final = tuple(f"concept-{number}" for number in range(CONCEPTS))
_RANKED: Final = np.random.default_rng(1).permutation(CONCEPTS)
_BY_RANK: Final = 1 / np.arange(1, CONCEPTS + 1)
_UPTO: Final = np.cumsum(_BY_RANK / _BY_RANK.sum())
_FREQUENCY: Final = (_BY_RANK / _BY_RANK.sum())[np.argsort(_RANKED)]
