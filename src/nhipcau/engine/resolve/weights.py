"""The weights by which records are compared where nothing else was estimated: log2(m/u), level by level.

Estimated with Splink (expectation maximisation) on a generated register of 100,000 records, see
``benchmarks/register``; a full run over an office's own register estimates its own.
"""

from __future__ import annotations

from typing import Final

from nhipcau.facts.record import Bands, Weights

DEFAULT: Final = Weights(
    prior=-16.0,
    levels={
        "identifier": {"same": 16.0, "different": -6.0},
        "name": {
            "same": 11.0,
            "other-name": 9.5,
            "core": 8.0,
            "near": 6.0,
            "nearly": 4.5,
            "acronym": 5.0,
            "different": -5.0,
        },
        "place": {"same": 4.0, "different": -3.0},
        "address": {"same": 12.0, "street": 7.0, "different": -2.0},
        "phone": {"same": 12.0, "different": -2.0},
        "domain": {"same": 11.0, "different": -2.0},
        "people": {"shared": 10.0, "different": -2.0},
    },
)
DEFAULT_BANDS: Final = Bands()
