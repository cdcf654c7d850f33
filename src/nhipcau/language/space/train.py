"""Lines that say the same in several languages come in; a space goes out (latent semantic indexing)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix, diags

from nhipcau.facts.errors import BadInput
from nhipcau.language.space.directions import directions
from nhipcau.language.space.features import PARTS, features
from nhipcau.language.space.space import Space, Vectors

LANGUAGES: Final = ("vi", "ko", "en")
DIMENSIONS: Final = 700
_LEAST_LINES: Final = 20
# A feature of one line alone places nothing.
_LEAST_OFTEN: Final = 2
# A direction is kept in this many steps up to five deviations: more make the file larger and nothing better.
_STEPS: Final = 15
_DEVIATIONS: Final = 5
_BYTE: Final = 127
# How much a map shies away from going far, and how much short directions are lengthened.
_RIDGE: Final = 0.01
_LENGTHENED: Final = -0.5
_SHORTEST: Final = 1e-3

Line = tuple[str, str, str]
"""What is said in Vietnamese, Korean and English; a language that is missing is empty."""


def train(lines: Iterable[Line], dimensions: int = DIMENSIONS) -> Space:
    """Return the space that the lines span; the same lines give the same space on one kind of machine.

    A line in parts ("heading > part > part", as many in every language) is learnt as a whole and part by part.
    """
    given = tuple(lines)
    every = tuple(dict.fromkeys(one for line in given for one in _with_parts(line)))
    if len(every) < _LEAST_LINES:
        raise BadInput("error.too-few-lines", lines=len(every), least=_LEAST_LINES)
    names, matrix, weights = _weighed([_counted(line) for line in every])
    ordered, sizes = directions(matrix, dimensions)
    lengths = np.maximum(sizes, sizes.max() * _SHORTEST) ** _LENGTHENED
    scales = np.maximum(ordered.std(axis=0) * _DEVIATIONS / _STEPS, np.finfo(np.float32).tiny).astype(np.float32)
    return Space(
        rows={name: row for row, name in enumerate(names)},
        weights=weights,
        directions=np.clip(np.rint(ordered / scales), -_BYTE, _BYTE).astype(np.int8),
        scales=scales,
        maps=_maps(every, names, weights, ordered, matrix @ ordered * lengths),
        made_of=digest(given),
    )


def digest(lines: Iterable[Line]) -> str:
    """Return what tells whether a space was trained from these lines."""
    return hashlib.sha256("\n".join("\t".join(line) for line in lines).encode()).hexdigest()


def _with_parts(line: Line) -> Iterator[Line]:
    yield line
    parts = [cell.split(PARTS) for cell in line if cell]
    if len(parts) == len(line) and len(parts[0]) > 1 and len({len(one) for one in parts}) == 1:
        yield from zip(*parts, strict=True)


def _maps(
    every: Sequence[Line], names: Sequence[str], weights: Vectors, ordered: Vectors, whole: Vectors
) -> dict[str, Vectors]:
    """Return for each language what leads from its part of a line to the ``whole`` line (ridge regression).

    Without it a text lies where the features of one language alone put it, and each language puts it a little aside.
    """
    rows = {name: row for row, name in enumerate(names)}
    found = {}
    for place, language in enumerate(LANGUAGES):
        said = [at for at, line in enumerate(every) if line[place]]
        alone = _scaled([Counter(features(every[at][place], language)) for at in said], rows, weights) @ ordered
        square = alone.T @ alone
        shy = _RIDGE * max(np.trace(square) / len(square), _SHORTEST) * np.eye(len(square), dtype=np.float32)
        found[language] = np.linalg.solve(square + shy, alone.T @ whole[said]).astype(np.float32)
    return found


def _counted(line: Line) -> Counter[str]:
    return Counter(
        name for language, cell in zip(LANGUAGES, line, strict=True) if cell for name in features(cell, language)
    )


def _weighed(counted: Sequence[Counter[str]]) -> tuple[list[str], csr_matrix, Vectors]:
    """Return the features that are kept, lines by features with rows of length one, and how rare each feature is."""
    often = Counter(name for one in counted for name in one)
    names = sorted(name for name, times in often.items() if times >= _LEAST_OFTEN)
    rows = {name: row for row, name in enumerate(names)}
    rare = np.array([np.log((1 + len(counted)) / (1 + often[name])) for name in names], dtype=np.float32)
    return names, _scaled(counted, rows, rare), rare


def _scaled(counted: Sequence[Counter[str]], rows: Mapping[str, int], rare: Vectors) -> csr_matrix:
    """Return lines by features, the rows of length one."""
    kept = [{rows[name]: times for name, times in sorted(one.items()) if name in rows} for one in counted]
    places = [row for one in kept for row in one]
    amounts = np.log1p([times for one in kept for times in one.values()])
    bounds = np.cumsum([0, *(len(one) for one in kept)])
    matrix = csr_matrix((amounts, places, bounds), shape=(len(kept), len(rows)), dtype=np.float32) @ diags(rare)
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scaled = diags(np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0)) @ matrix
    return scaled.astype(np.float32).tocsr()
