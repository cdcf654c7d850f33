from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.processes import run


def test_a_command_that_does_its_work_is_timed(tmp_path: Path) -> None:
    ran = run([sys.executable, "-c", "print(1)"], tmp_path, seconds=60, memory=2**40)
    assert not ran.ended
    assert 0 < ran.seconds < 60


def test_a_command_that_takes_too_long_is_stopped_with_its_children(tmp_path: Path) -> None:
    child = "import time; time.sleep(2); open('late', 'w').close()"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    ran = run([sys.executable, "-c", parent], tmp_path, seconds=0.5, memory=2**40)
    assert ran.ended.startswith("over")
    assert ran.seconds < 2
    assert not (tmp_path / "late").exists()


def test_memory_of_children_counts_and_is_bounded(tmp_path: Path) -> None:
    child = "import time; held = bytearray(300 * 2**20); time.sleep(30)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    ran = run([sys.executable, "-c", parent], tmp_path, seconds=20, memory=200 * 2**20)
    told = Path("/proc/self/statm").exists()  # without /proc time alone is bounded
    assert ran.ended.endswith("GiB" if told else "min")
    assert (ran.peak > 200 * 2**20) == told


def test_a_command_that_fails_says_its_last_line(tmp_path: Path) -> None:
    ran = run([sys.executable, "-c", "raise SystemExit('no such register')"], tmp_path, seconds=60, memory=2**40)
    assert ran.ended == "failed: no such register"
