"""Lines that say the same in several languages come in; a space goes out (latent semantic indexing)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import svds

from nhipcau.facts.errors import BadInput
from nhipcau.language.space.features import PARTS, features
from nhipcau.language.space.space import Space

LANGUAGES: Final = ("vi", "ko", "en")
DIMENSIONS: Final = 600
_LEAST_LINES: Final = 20
# A feature of one line alone places nothing.
_LEAST_OFTEN: Final = 2
# A direction is kept in this many steps up to five deviations: more make the file larger and nothing better.
_STEPS: Final = 15
_DEVIATIONS: Final = 5
_BYTE: Final = 127
_FEW: Final = 1000

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
    ordered = _directions(matrix, dimensions)
    scales = np.maximum(ordered.std(axis=0) * _DEVIATIONS / _STEPS, np.finfo(np.float32).tiny).astype(np.float32)
    return Space(
        rows={name: row for row, name in enumerate(names)},
        weights=weights,
        directions=np.clip(np.rint(ordered / scales), -_BYTE, _BYTE).astype(np.int8),
        scales=scales,
        made_of=digest(given),
    )


def _directions(matrix: csr_matrix, dimensions: int) -> NDArray[np.float32]:
    """Return features by directions, the directions along which lines differ most first."""
    if min(matrix.shape) <= max(_FEW, dimensions):
        directions = np.linalg.svd(matrix.toarray(), full_matrices=False)[2][:dimensions].T
    else:
        # The start is given, so that no random number is drawn.
        start = 1 + np.cos(np.arange(min(matrix.shape), dtype=np.float32)) / 2
        _, sizes, found = svds(matrix, k=dimensions, v0=start)
        directions = found[np.argsort(-sizes)].T
    furthest = np.abs(directions).argmax(axis=0)
    signs = np.where(directions[furthest, np.arange(directions.shape[1])] < 0, -1, 1)
    return (directions * signs).astype(np.float32)


def digest(lines: Iterable[Line]) -> str:
    """Return what tells whether a space was trained from these lines."""
    return hashlib.sha256("\n".join("\t".join(line) for line in lines).encode()).hexdigest()


def _with_parts(line: Line) -> Iterator[Line]:
    yield line
    parts = [cell.split(PARTS) for cell in line if cell]
    if len(parts) == len(line) and len(parts[0]) > 1 and len({len(one) for one in parts}) == 1:
        yield from zip(*parts, strict=True)


def _counted(line: Line) -> Counter[str]:
    return Counter(
        name for language, cell in zip(LANGUAGES, line, strict=True) if cell for name in features(cell, language)
    )


def _weighed(counted: Sequence[Counter[str]]) -> tuple[list[str], csr_matrix, NDArray[np.float32]]:
    """Return the features that are kept, lines by features with rows of length one, and how rare each feature is."""
    often = Counter(name for one in counted for name in one)
    names = sorted(name for name, times in often.items() if times >= _LEAST_OFTEN)
    rows = {name: row for row, name in enumerate(names)}
    rare = np.array([np.log((1 + len(counted)) / (1 + often[name])) for name in names], dtype=np.float32)
    kept = [{rows[name]: times for name, times in sorted(one.items()) if name in rows} for one in counted]
    places = [row for one in kept for row in one]
    amounts = np.log1p([times for one in kept for times in one.values()])
    bounds = np.cumsum([0, *(len(one) for one in kept)])
    matrix = csr_matrix((amounts, places, bounds), shape=(len(kept), len(names)), dtype=np.float32) @ diags(rare)
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scaled = diags(np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0)) @ matrix
    return names, scaled.astype(np.float32).tocsr(), rare
