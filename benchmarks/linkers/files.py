"""The command line of a peer comes in; the register's columns, and at the end the file of clusters, go out."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


@dataclass(slots=True)
class Joined:
    """Records that were linked, directly or through others (union-find)."""

    parents: list[int]

    def root(self, record: int) -> int:
        """Return the record that stands for the cluster of a record."""
        while self.parents[record] != record:
            self.parents[record] = self.parents[self.parents[record]]
            record = self.parents[record]
        return record

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Put the clusters of both records of every pair together."""
        for one, other in pairs:
            first, second = sorted((self.root(one), self.root(other)))
            self.parents[second] = first


def run(link: Callable[[Path], pa.Table], description: str | None) -> None:
    """Read the file that the command names, link it, write ``id, cluster``."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("file", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    wanted = parser.parse_args()
    pq.write_table(link(wanted.file), wanted.to)
