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
        "material": 0.4,
        "equipment": 0.5,
        "measurement": 0.3,
        "certificate": 0.2,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchWeights:
    """All figures of matching.

    ``topic`` are the points of an offer that has everything looked for; the facets share them by weight and rarity.
    ``narrower``, ``broader``, ``sibling`` and ``related`` are the shares of a concept's points that a neighbour in the
    thesaurus gets, by how many steps away it is. ``near_levels`` are (cosine, share): what an offer gets of a concept's
    points whose wording lies so near to it; of each clause the ``near_most`` nearest count. A concept that a need's own
    wording only lies near to weighs its cosine to the power of ``near_power``. ``words`` is the share of the topic that
    plain words get beside concepts. ``floor`` is the share of the topic from which an offer is found at all,
    ``right_thing`` the percent of the best topic found from which an offer is the right thing (``ranking``),
    ``likely`` the share of the topic that at least one match must have, or it is said that nobody offers it.
    """

    topic: int = 1000
    facets: Mapping[str, float] = field(default_factory=_facets)
    narrower: tuple[float, ...] = (0.95, 0.9, 0.85)
    broader: tuple[float, ...] = (0.6, 0.35)
    sibling: float = 0.4
    related: float = 0.7
    near_levels: tuple[tuple[float, float], ...] = (
        (0.3, 0.15),
        (0.4, 0.25),
        (0.5, 0.4),
        (0.6, 0.55),
        (0.7, 0.7),
        (0.8, 0.85),
    )
    near_most: int = 8
    near_power: float = 3.0
    near_kin: float = 0.6
    words: float = 0.1
    floor: float = 0.01
    right_thing: int = 20
    likely: float = 0.08
    must_met: int = 800
    wish_met: int = 350
    must_failed: int = -400
    near_place: int = 20
    same_language: int = 0
    deal: int = 10
    most_deals: int = 5


DEFAULT: Final = MatchWeights()
