"""The weights by which records are compared where nothing else was estimated: log2(m/u), level by level.

Estimated with Splink (expectation maximisation) on a generated register of 100,000 records, see
``benchmarks/register``; a full run over an office's own register estimates its own.
"""

from __future__ import annotations

from typing import Final

from nhipcau.facts.record import Bands, Weights

# How far each field is to be trusted beside the others: see ``calibration``.
SLOPES: Final = {"name": 0.83, "place": 0.89, "address": 0.92, "phone": 0.78, "domain": 0.77, "people": 0.97}
DEFAULT: Final = Weights(
    prior=-15.0,
    levels={
        "identifier": {"same": 18.0, "different": -5.4},
        "name": {
            "same": 12.0,
            "other-name": 12.0,
            "core": 4.8,
            "near": 3.0,
            "nearly": 2.3,
            "acronym": 4.2,
            "different": -3.1,
        },
        "place": {"same": 4.2, "different": -6.9},
        "address": {"same": 13.4, "street": -1.3, "different": -3.8},
        "phone": {"same": 12.3, "different": -3.0},
        "domain": {"same": 11.0, "different": -1.5},
        "people": {"shared": 9.5, "different": -6.1},
    },
)
DEFAULT_BANDS: Final = Bands()
