"""Sizes and a seed come in from the command line; ``register.parquet`` and ``register_truth.parquet`` go out."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.register.rows import write


def main() -> None:
    """Write one register and its truth."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register", description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--duplicates", type=float, default=0.1, help="share of records that say a body again")
    parser.add_argument("--seed", type=int, default=7, help="odd: inventory to develop on; even: to report on")
    parser.add_argument("--to", type=Path, required=True, help="a .parquet file; the truth goes beside it")
    wanted = parser.parse_args()
    truth = write(wanted.to, wanted.records, wanted.duplicates, wanted.seed)
    print(f"{wanted.to} and {truth}")


if __name__ == "__main__":
    main()
