"""How much each thing counts when a need meets an offer: the one settings object of matching, in points and shares.

Estimated on the *develop* half of the judged set in ``benchmarks/market``; see docs/decisions/0013.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


def _facets() -> dict[str, float]:
    return {
        "product": 1.0,
        "technology": 1.0,
        "skill": 1.0,
        "process": 0.9,
        "service": 0.8,
        "site": 0.8,
        "defect": 0.6,
        "material": 0.5,
        "equipment": 0.5,
        "measurement": 0.3,
        "certificate": 0.2,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchWeights:
    """All figures of matching.

    ``topic`` are the points of an offer that has everything looked for; the facets share them by weight and rarity.
    ``narrower``, ``broader``, ``sibling`` and ``related`` are the shares of a concept's points that a neighbour in the
    thesaurus gets, by how many steps away it is. ``words`` is the share of the topic that plain words get beside
    concepts. ``floor`` is the share of the topic from which an offer is the right thing.
    """

    topic: int = 1000
    facets: Mapping[str, float] = field(default_factory=_facets)
    narrower: tuple[float, ...] = (0.95, 0.9, 0.85)
    broader: tuple[float, ...] = (0.6, 0.35)
    sibling: float = 0.4
    related: float = 0.35
    proposed: float = 0.5
    words: float = 0.2
    floor: float = 0.3
    must_met: int = 300
    wish_met: int = 100
    must_failed: int = -3000
    near_place: int = 20
    same_language: int = 0
    deal: int = 10
    most_deals: int = 5


DEFAULT: Final = MatchWeights()
