"""Weighed pairs, and which of them are known to be one body or two, come in; how far to trust each field goes out.

Fellegi and Sunter's weights add up only where fields are independent, and they never quite are: a firm's web domain
repeats its name, its people share its address. Records that carry an identifier on both sides tell which pairs are
which, and a logistic regression on them gives every field a slope (1: as independent as the model thinks, 0: says
nothing new) for the pairs that carry none. The slopes are drawn towards the ones they start from (ridge), so that
few known pairs change little.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Vector = NDArray[np.float64]

_PULL: Final = 20.0
_LARGEST: Final = 35.0
_RAREST: Final = 1e-9


def slopes(weights: Vector, same: Vector, start: Vector, *, mistaken: float) -> Vector:
    """Return intercept and slopes (in log2 odds) that fit the known pairs.

    ``weights`` is pairs × fields, log2; ``same`` is 1 for one body and 0 for two; ``start`` is the intercept and
    slopes to be drawn to; ``mistaken`` is how often one body carries two identifiers all the same, for identifiers
    are mistyped too. Slopes are never negative: agreement never speaks against. L-BFGS-B on the penalised likelihood.
    """
    design = np.column_stack([np.ones(len(weights)), weights]) * np.log(2)
    pull = np.array([0.0] + [_PULL] * (len(start) - 1))

    def loss(found: Vector) -> tuple[float, Vector]:
        match = 1 / (1 + np.exp(-np.clip(design @ found, -_LARGEST, _LARGEST)))
        seen = np.clip((1 - mistaken) * match, _RAREST, 1 - _RAREST)
        drawn = found - start
        misfit = -float(np.sum(same * np.log(seen) + (1 - same) * np.log(1 - seen))) + float(pull @ drawn**2) / 2
        push = ((1 - same) / (1 - seen) - same / seen) * (1 - mistaken) * match * (1 - match)
        return misfit, design.T @ push + pull * drawn

    bounds = [(None, None)] + [(0.0, None)] * (len(start) - 1)
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x)
