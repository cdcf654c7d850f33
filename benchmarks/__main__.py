"""Every benchmark, one after the other; what each prints is kept in ``benchmarks/results/``."""

from __future__ import annotations

import subprocess
import sys

PROGRAMS = (
    "benchmarks.read",
    "benchmarks.resolve",
    "benchmarks.placing",
    "benchmarks.suggest",
    "benchmarks.match",
    "benchmarks.match_quality",
    "benchmarks.languages",
    "benchmarks.meet",
    "benchmarks.meet_events",
)


def main() -> int:
    """Run the programs; the first that fails gives the exit code."""
    for program in PROGRAMS:
        done = subprocess.run([sys.executable, "-m", program], check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
