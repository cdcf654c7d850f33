"""A new record and those of the register that share a key with it come in; where it belongs goes out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from nhipcau.engine.resolve.compare import compare_prepared
from nhipcau.engine.resolve.prepared import Prepared, prepare
from nhipcau.engine.resolve.weights import DEFAULT, DEFAULT_BANDS
from nhipcau.facts.record import Band, Bands, Pair, Placement, Record, Weights

_MOST_PAIRS: Final = 5


def place(
    record: Record, candidates: Iterable[Record], weights: Weights = DEFAULT, bands: Bands = DEFAULT_BANDS
) -> Placement:
    """Return where a record belongs among the candidates; ``right`` of every pair is the candidate."""
    return place_prepared(prepare(record), map(prepare, candidates), weights, bands)


def place_prepared(
    record: Prepared, candidates: Iterable[Prepared], weights: Weights = DEFAULT, bands: Bands = DEFAULT_BANDS
) -> Placement:
    """Return where a record belongs; who places many prepares each candidate once."""
    pairs = [compare_prepared(record, candidate, weights, bands) for candidate in candidates]
    kept = sorted((pair for pair in pairs if pair.band is not Band.APART), key=_best_first)[:_MOST_PAIRS]
    if not kept:
        return Placement(band=Band.APART)
    rivals = [pair for pair in kept if pair.band is Band.LINK]
    if len(rivals) == 1 or (rivals and _by_identifier(rivals[0]) and not _by_identifier(rivals[1])):
        return Placement(band=Band.LINK, pairs=tuple(kept))
    return Placement(band=Band.REVIEW, pairs=tuple(kept))


def _best_first(pair: Pair) -> tuple[float, str]:
    return -pair.score, pair.right


def _by_identifier(pair: Pair) -> bool:
    return any(reason.field == "identifier" and reason.level == "same" for reason in pair.reasons)
