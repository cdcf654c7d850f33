"""Run every test: on SQLite, on a real PostgreSQL, on a Spark cluster, and in a real browser; say what was left out."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.machine import provide

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Run the parts in order; the first that fails ends the run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out PostgreSQL, Spark and the browser")
    quick = parser.parse_args().quick
    parts: list[tuple[str, list[str], dict[str, str]]] = [
        ("Tests on SQLite", ["-m", "not journey and not spark", "-n", "2"], {}),
    ]
    if not quick:
        if provide("initdb", "postgresql", folders="/usr/lib/postgresql/*/bin"):
            parts.append(
                ("Store on PostgreSQL", ["tests/conformance", "tests/store"], {"NHIPCAU_TEST_DATABASE": "postgres"})
            )
        if provide("java", "default-jre-headless"):
            parts.append(("Linkage and the market on Spark", ["tests/compute", "-m", "spark"], {}))
        if provide("chromium", "chromium"):
            parts.append(("Journeys in a browser", ["tests/journeys", "-m", "journey", "-p", "no:randomly"], {}))
    for title, words, environment in parts:
        sys.stdout.write(f"\033[1m»\033[0m {title}\n")
        sys.stdout.flush()
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", *words], cwd=ROOT, env={**os.environ, **environment}, check=False
        )
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
