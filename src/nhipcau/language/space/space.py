"""A trained space is read from its file; texts come in, and vectors, nearest texts and proposed concepts go out."""

from __future__ import annotations

import functools
import importlib.resources
import zlib
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from math import log1p
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix

from nhipcau.facts.errors import BadInput
from nhipcau.language.space.features import PARTS, SHARED, features
from nhipcau.language.thesaurus.vocabulary import Vocabulary

SHIPPED: Final = "shipped.npz"
_HEARD_DIMENSIONS: Final = 512
# How much what is shared by all languages counts beside what was learnt: numbers, Latin words, sounds.
_HEARD_WEIGHT: Final = 0.4
# How many times more the last part of a line in parts is counted.
_LAST_PART: Final = 2
_AT_ONCE: Final = 512
_MAP: Final = "map_"

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Near:
    """The ``place`` in the pool of something near, and the cosine."""

    place: int
    similarity: float


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """What was learnt of each feature: its ``weight`` and, as whole numbers, its place in as many ``directions``.

    ``maps`` leads from what a text in one language says to what all would.
    ``made_of`` is the digest of what it was trained from.
    """

    rows: Mapping[str, int]
    weights: Vectors
    directions: NDArray[np.int8]
    scales: Vectors
    maps: Mapping[str, Vectors]
    made_of: str = ""
    _concepts: dict[tuple[int, str], tuple[list[str], Vectors]] = field(default_factory=dict, repr=False)

    @classmethod
    def load(cls, path: Path) -> Space:
        """Return a space from a file that ``save`` wrote."""
        try:
            return _read(path.read_bytes())
        except (ValueError, KeyError, EOFError, zlib.error, BadZipFile) as wrong:
            raise BadInput("error.not-a-space", file=str(path)) from wrong

    @classmethod
    @functools.cache
    def shipped(cls) -> Space:
        """Return the space of the package; it is read when first asked for."""
        return _read(importlib.resources.files(__package__).joinpath(SHIPPED).read_bytes())

    def save(self, path: Path) -> None:
        """Write the space to a file."""
        arrays: dict[str, Any] = {
            "names": np.frombuffer("\n".join(self.rows).encode(), dtype=np.uint8),
            "weights": self.weights.astype(np.float16),
            "directions": self.directions,
            "scales": self.scales,
            **{_MAP + language: one.astype(np.float16) for language, one in self.maps.items()},
            "made_of": np.frombuffer(self.made_of.encode(), dtype=np.uint8),
        }
        with path.open("wb") as file:
            np.savez_compressed(file, **arrays)

    def vectors(self, texts: Sequence[str], language: str) -> Vectors:
        """Return a vector a text, each of length one (or zero, where nothing of the text is known)."""
        made = [self._some(texts[at : at + _AT_ONCE], language) for at in range(0, len(texts), _AT_ONCE)]
        return np.vstack(made) if made else np.zeros((0, self._width), dtype=np.float32)

    def nearest(self, queries: Vectors, pool: Vectors, most: int = 10) -> list[tuple[Near, ...]]:
        """Return for each query the nearest of the pool, the nearest first, ties by place."""
        return [_best(one @ pool.T, most) for one in queries]

    def propose(
        self, text: str, language: str, vocabulary: Vocabulary, facet: str | None = None, most: int = 5
    ) -> list[tuple[str, float]]:
        """Return concepts whose labels lie nearest to a short text (a field, not a whole listing), with the cosine."""
        ids, pool = self._concept_vectors(vocabulary, language)
        similar = pool @ self.vectors([text], language)[0]
        wanted = [place for place, one in enumerate(ids) if facet in (None, vocabulary.concept(one).facet)]
        near = _best(similar[wanted], most)
        return [(ids[wanted[one.place]], one.similarity) for one in near if one.similarity > 0]

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
        """Return for each of many short texts the nearest concepts of some facets, with a cosine of ``least`` or more.

        They come in no order; it is quick because it does not sort. A text of which no word was ever learnt is near to
        nothing, whatever it sounds like.
        """
        ids, pool = self._concept_vectors(vocabulary, language)
        wanted = np.array([place for place, one in enumerate(ids) if vocabulary.concept(one).facet in facets])
        chosen = pool[wanted].T
        found: list[list[tuple[str, float]]] = []
        for at in range(0, len(texts), _AT_ONCE):
            some = texts[at : at + _AT_ONCE]
            similar = self.vectors(some, language) @ chosen
            similar[[not self._knows(text, language) for text in some]] = 0
            nearest = np.argpartition(-similar, min(most, len(wanted) - 1), axis=1)[:, :most]
            for row, places in zip(similar, nearest, strict=True):
                found.append([(ids[wanted[one]], float(row[one])) for one in places if row[one] >= least])
        return found

    def _knows(self, text: str, language: str) -> bool:
        """Tell whether a word of the language itself was learnt."""
        return any(name in self.rows for name in _counted(text, language) if not name.startswith(SHARED))

    @property
    def _width(self) -> int:
        return int(self.directions.shape[1]) + _HEARD_DIMENSIONS

    def _some(self, texts: Sequence[str], language: str) -> Vectors:
        counted = [_counted(text, language) for text in texts]
        learnt = _unit(self._learnt(counted) @ self.maps[language])
        heard = _unit(self._heard(counted))
        return _unit(np.hstack([learnt, heard * np.float32(_HEARD_WEIGHT**0.5)]))

    def _learnt(self, counted: Sequence[Counter[str]]) -> Vectors:
        rows = [[(self.rows[name], times) for name, times in one.items() if name in self.rows] for one in counted]
        known, places = np.unique([row for one in rows for row, _ in one], return_inverse=True)
        known = known.astype(np.int64)
        amounts = np.log1p(np.array([times for one in rows for _, times in one], dtype=np.float32))
        bounds = np.cumsum([0, *(len(one) for one in rows)])
        matrix = csr_matrix((amounts * self.weights[known][places], places, bounds), shape=(len(rows), len(known)))
        found: Vectors = (matrix @ self.directions[known].astype(np.float32)) * self.scales
        return found

    def _heard(self, counted: Sequence[Counter[str]]) -> Vectors:
        """Return the shared features as they are, each thrown into one of few columns by its checksum."""
        rarest = float(self.weights.max(initial=1.0))
        rows, columns, amounts = [], [], []
        for at, one in enumerate(counted):
            for name, times in one.items():
                if name.startswith(SHARED):
                    column, sign = _column(name)
                    row = self.rows.get(name)
                    rows.append(at)
                    columns.append(column)
                    amounts.append(sign * log1p(times) * (rarest if row is None else self.weights[row]))
        shape = (len(counted), _HEARD_DIMENSIONS)
        found: Vectors = coo_matrix((amounts, (rows, columns)), shape=shape, dtype=np.float32).toarray()
        return found

    def _concept_vectors(self, vocabulary: Vocabulary, language: str) -> tuple[list[str], Vectors]:
        key = id(vocabulary), language
        if key not in self._concepts:
            self._concepts[key] = self._of_labels(vocabulary, language)
        return self._concepts[key]

    def _of_labels(self, vocabulary: Vocabulary, language: str) -> tuple[list[str], Vectors]:
        """Return the concepts and, for each, the mean of the vectors of its labels."""
        ids: list[str] = []
        texts: list[str] = []
        for one in vocabulary.concepts.values():
            labels = (one.labels.get(language), *one.other_labels.get(language, ()))
            texts.extend(mine := [label for label in labels if label])
            ids.extend([one.id] * len(mine))
        places = {one: at for at, one in enumerate(dict.fromkeys(ids))}
        sums = np.zeros((len(places), self._width), dtype=np.float32)
        np.add.at(sums, [places[one] for one in ids], self.vectors(texts, language))
        return list(places), _unit(sums)


def _read(data: bytes) -> Space:
    with np.load(BytesIO(data), allow_pickle=False) as file:
        names = file["names"].tobytes().decode().split("\n")
        maps = {name.removeprefix(_MAP): file[name] for name in file.files if name.startswith(_MAP)}
        return Space(
            rows={name: row for row, name in enumerate(names)},
            weights=file["weights"].astype(np.float32),
            directions=file["directions"],
            scales=file["scales"],
            maps={language: one.astype(np.float32) for language, one in maps.items()},
            made_of=file["made_of"].tobytes().decode(),
        )


def _counted(text: str, language: str) -> Counter[str]:
    """Count the features; of a line in parts ("heading > part") the last one tells it from its neighbours."""
    counted = Counter(features(text, language))
    _, parted, last = text.rpartition(PARTS)
    if parted:
        for name in features(last, language):
            counted[name] += _LAST_PART
    return counted


@functools.lru_cache(maxsize=1 << 16)
def _column(name: str) -> tuple[int, int]:
    checksum = zlib.crc32(name.encode())
    return (checksum >> 1) % _HEARD_DIMENSIONS, 1 if checksum & 1 else -1


def _best(similar: Vectors, most: int) -> tuple[Near, ...]:
    order = np.argsort(-similar, kind="stable")[:most]
    return tuple(Near(int(place), float(similar[place])) for place in order)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    found: Vectors = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return found
