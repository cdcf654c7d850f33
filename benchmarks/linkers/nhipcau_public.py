"""The name of a public set comes in; the clusters that our linkage of any table finds go out."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from benchmarks.linkers.files import run
from benchmarks.public_sets import SETS
from nhipcau.compute.fields import linked_table
from nhipcau.compute.linkage import workbench
from nhipcau.facts.record import Bands


def link(name: Path) -> pa.Table:
    """Link the set by its columns; a record is its number."""
    chosen = SETS[str(name)]()
    with workbench() as connection:
        linked = linked_table(connection, chosen.table, chosen.columns, Bands(link=chosen.link))
    numbers = range(chosen.table.num_rows)
    return pa.table({"id": list(numbers), "cluster": [linked.clusters.root(number) for number in numbers]})


if __name__ == "__main__":
    run(link, __doc__)
