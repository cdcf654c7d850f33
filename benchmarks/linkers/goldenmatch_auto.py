"""A register comes in; the clusters that GoldenMatch finds with no configuration at all go out."""

from __future__ import annotations

from pathlib import Path

import goldenmatch
import pyarrow as pa

from benchmarks.linkers.files import run
from benchmarks.linkers.goldenmatch_docs import clusters


def link(file: Path) -> pa.Table:
    """Let it choose everything."""
    return clusters(file, goldenmatch.dedupe(str(file)))


if __name__ == "__main__":
    run(link, __doc__)
