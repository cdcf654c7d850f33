"""A register comes in; the clusters that GoldenMatch finds go out, called as its documentation shows.

``exact`` on the identifier, ``fuzzy`` on name and address, blocks of one place. Its zero-config mode is a module of
its own beside this one. The threshold was chosen for the best F1 on the register of the development seed.
"""

from __future__ import annotations

from pathlib import Path

import goldenmatch
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.linkers.files import run

THRESHOLD = 0.95


def link(file: Path) -> pa.Table:
    """Link with the three arguments of the documentation's second example."""
    weights = {"name": 0.85, "address": 0.85}
    found = goldenmatch.dedupe(str(file), exact=["identifier"], fuzzy=weights, blocking=["place"], threshold=THRESHOLD)
    return clusters(file, found)


def clusters(file: Path, found: goldenmatch.DedupeResult) -> pa.Table:
    """Turn its clusters, which name rows by their number, into ``id, cluster``."""
    ids = pq.read_table(file, columns=["id"])["id"].to_pylist()
    put = list(ids)
    for cluster in found.clusters.values():
        for row in cluster["members"]:
            put[row] = ids[cluster["members"][0]]
    return pa.table({"id": ids, "cluster": put})


if __name__ == "__main__":
    run(link, __doc__)
