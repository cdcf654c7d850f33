"""Which body each record is of, and which cluster it was put into, come in; precision, recall and F1 go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TypeVar

Id = TypeVar("Id", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Precision, recall and their harmonic mean, each 0 to 1."""

    precision: float
    recall: float
    f1: float


def pairwise(truth: Mapping[Id, Hashable], found: Mapping[Id, Hashable]) -> Score:
    """Score the pairs of records that share a cluster; a record that is not in ``found`` stands alone."""
    both, of_truth, of_found = _counted(truth, found)
    right = sum(_pairs(count) for count in both.values())
    return _score(right, sum(map(_pairs, of_found.values())), sum(map(_pairs, of_truth.values())))


def b_cubed(truth: Mapping[Id, Hashable], found: Mapping[Id, Hashable]) -> Score:
    """Score every record's cluster and average over the records (Bagga and Baldwin)."""
    both, of_truth, of_found = _counted(truth, found)
    if not truth:
        return _score(0, 0, 0)
    precision = sum(count * count / of_found[cluster] for (_, cluster), count in both.items()) / len(truth)
    recall = sum(count * count / of_truth[body] for (body, _), count in both.items()) / len(truth)
    return Score(precision=precision, recall=recall, f1=2 * precision * recall / (precision + recall))


def of_pairs(truth: Iterable[tuple[Id, Id]], found: Iterable[tuple[Id, Id]]) -> Score:
    """Score a set of pairs, whichever way round they are, without clusters."""
    right, said = ({frozenset(pair) for pair in pairs} for pairs in (truth, found))
    return _score(len(right & said), len(said), len(right))


def percentile(values: Iterable[float], share: float) -> float:
    """Return the value below which a share of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def figures(score: Score) -> dict[str, float]:
    """Return a score as rounded figures."""
    return {name: round(value, 4) for name, value in asdict(score).items()}


def _counted(
    truth: Mapping[Id, Hashable], found: Mapping[Id, Hashable]
) -> tuple[Counter[tuple[Hashable, Hashable]], Counter[Hashable], Counter[Hashable]]:
    put = {record: (True, found[record]) if record in found else (False, record) for record in truth}
    both: Counter[tuple[Hashable, Hashable]] = Counter((body, put[record]) for record, body in truth.items())
    return both, Counter(truth.values()), Counter(put.values())


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _score(right: int, said: int, wanted: int) -> Score:
    precision = right / said if said else 1.0
    recall = right / wanted if wanted else 1.0
    together = precision + recall
    return Score(precision=precision, recall=recall, f1=2 * precision * recall / together if together else 0.0)
