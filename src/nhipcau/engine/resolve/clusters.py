"""Linked pairs, best first, and what tells bodies apart come in; clusters that join no two told-apart records go out.

Kruskal's order with constraints (as in correlation clustering with cannot-link edges, Wagstaff and Cardie 2000): the
strongest link joins first, and a link that would put two told-apart records into one cluster is left out. So a chain
that leads from one such record to another is cut at its weakest link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Clusters:
    """Records by number, growing together.

    ``marks[n]`` maps what record n carries at most one of (an identifier's scheme) to its value: a cluster never holds
    two values of one mark. ``apart`` are pairs of numbers that a person, or a veto, told apart.
    """

    parent: list[int]
    marks: dict[int, dict[str, str]]
    apart: dict[int, set[int]] = field(default_factory=dict)
    cut: list[tuple[int, int]] = field(default_factory=list)

    @classmethod
    def of(cls, count: int, marks: Mapping[int, Mapping[str, str]], apart: Iterable[tuple[int, int]]) -> Clusters:
        """Start with every record alone."""
        enemies: dict[int, set[int]] = {}
        for left, right in apart:
            enemies.setdefault(left, set()).add(right)
            enemies.setdefault(right, set()).add(left)
        return cls(list(range(count)), {number: dict(mine) for number, mine in marks.items()}, enemies)

    def root(self, number: int) -> int:
        """Return the record that stands for a cluster."""
        parent = self.parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(self, left: int, right: int) -> bool:
        """Join two clusters unless they hold two told-apart records; tell whether they are one now."""
        one, other = self.root(left), self.root(right)
        if one == other:
            return True
        if self._told_apart(one, other):
            self.cut.append((left, right))
            return False
        kept, gone = min(one, other), max(one, other)
        self.parent[gone] = kept
        self._move(gone, kept)
        return True

    def _told_apart(self, one: int, other: int) -> bool:
        enemies = self.apart.get(one)
        if enemies and other in enemies:
            return True
        mine, theirs = self.marks.get(one), self.marks.get(other)
        if not mine or not theirs:
            return False
        return any(theirs.get(mark, value) != value for mark, value in mine.items())

    def _move(self, gone: int, kept: int) -> None:
        marks = self.marks.pop(gone, None)
        if marks:
            mine = self.marks.setdefault(kept, {})
            mine.update({mark: value for mark, value in marks.items() if mark not in mine})
        for enemy in self.apart.pop(gone, ()):
            self.apart[enemy].discard(gone)
            self.apart[enemy].add(kept)
            self.apart.setdefault(kept, set()).add(enemy)


def clustered(
    count: int,
    links: Sequence[tuple[int, int]],
    *,
    marks: Mapping[int, Mapping[str, str]],
    apart: Iterable[tuple[int, int]] = (),
) -> Clusters:
    """Join ``links`` in their order (the strongest first) over ``count`` records."""
    clusters = Clusters.of(count, marks, apart)
    for left, right in links:
        clusters.join(left, right)
    return clusters
