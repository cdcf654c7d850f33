"""Listings come in; the concepts that the wording of each lies near to go out, for where no label stands in the text.

Each clause is laid into the space by itself: a whole listing says too many things at once to lie near any of them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from nhipcau.engine.match.weights import DEFAULT, MatchWeights
from nhipcau.facts.market import Listing
from nhipcau.language.thesaurus.vocabulary import Vocabulary

_BOUND: Final = re.compile(r"[.,;:/!?\n()]|\s[-\u2013\u2022]\s")
_SHORTEST: Final = 4
_MOST_CLAUSES: Final = 40
_LONGEST: Final = 300
_LANGUAGES: Final = ("vi", "ko", "en")
NEAR: Final = "~"
# A certificate is named or not held: no wording comes near to it.
_NAMED_ALONE: Final = frozenset({"certificate"})


class Closeness(Protocol):
    """A space in which short texts lie near to concepts (``language.space.Space``)."""

    def propose_many(
        self,
        texts: Sequence[str],
        language: str,
        vocabulary: Vocabulary,
        *,
        facets: Container[str],
        most: int,
        least: float,
    ) -> list[list[tuple[str, float]]]:
        """Return for each text the nearest concepts, with a cosine of ``least`` or more."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """A space beside a vocabulary; ``near`` asks it for many listings at once."""

    space: Closeness
    vocabulary: Vocabulary
    weights: MatchWeights = field(default=DEFAULT)

    def near(self, listings: Sequence[Listing]) -> list[dict[str, float]]:
        """Return for each listing the concepts that a clause of it lies near to, with the cosine (0 to 1)."""
        found: list[dict[str, float]] = [{} for _listing in listings]
        for language in _LANGUAGES:
            mine = [at for at, listing in enumerate(listings) if listing.language == language]
            clauses = [(at, clause) for at in mine for clause in clauses_of(listings[at].text)]
            if not clauses:
                continue
            near = self.space.propose_many(
                [clause for _at, clause in clauses],
                language,
                self.vocabulary,
                facets=self.weights.facets.keys() - _NAMED_ALONE,
                most=self.weights.near_most,
                least=self.weights.near_levels[0][0],
            )
            for (at, _clause), concepts in zip(clauses, near, strict=True):
                for concept, likeness in concepts:
                    found[at][concept] = max(round(likeness, 3), found[at].get(concept, 0.0))
        return found


def clauses_of(text: str) -> list[str]:
    """Return what stands between marks, as far as it can say something."""
    parts = (part.strip()[:_LONGEST] for part in _BOUND.split(text[: _MOST_CLAUSES * _LONGEST]))
    return [part for part in parts if len(part) >= _SHORTEST][:_MOST_CLAUSES]


def near_terms(near: Mapping[str, float], weights: MatchWeights) -> frozenset[str]:
    """Return the terms by which an index finds an item whose wording is near to concepts, each at its level."""
    return frozenset(
        near_term(concept, level)
        for concept, likeness in near.items()
        for level in [_level(likeness, weights)]
        if level >= 0
    )


def near_term(concept: str, level: int) -> str:
    """Return the term for being near to a concept."""
    return f"{NEAR}{level}:{concept}"


def _level(likeness: float, weights: MatchWeights) -> int:
    """Return the highest level that a cosine reaches; -1 below the first."""
    return sum(likeness >= least for least, _share in weights.near_levels) - 1
