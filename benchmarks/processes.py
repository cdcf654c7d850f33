"""A command and its limits come in; how long it ran, what memory it and its children held, and how it ended go out."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.1
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """``ended`` is empty where the command did its work, otherwise why it did not; ``peak`` is in bytes."""

    seconds: float
    peak: int
    ended: str = ""


def run(command: Sequence[str], cwd: Path, *, seconds: float, memory: int) -> Ran:
    """Run a command; stop it and its children when it takes longer or holds more than it may (resident, all together).

    Memory is read from ``/proc``; elsewhere the peak is 0 and only the time is bounded.
    """
    start, peak, ended = time.perf_counter(), 0, ""
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors,
        subprocess.Popen(command, cwd=cwd, start_new_session=True, stdout=subprocess.DEVNULL, stderr=errors) as process,
    ):
        while process.poll() is None:
            held = sum(_resident(number) for number in _family(process.pid))
            peak, took = max(peak, held), time.perf_counter() - start
            if not ended and (took > seconds or held > memory):
                ended = f"over {seconds / 60:.0f} min" if took > seconds else f"over {memory / 2**30:.0f} GiB"
                os.killpg(process.pid, signal.SIGKILL)
            time.sleep(_EVERY)
        took = time.perf_counter() - start
        errors.seek(0)
        said = errors.read().strip().splitlines()
    if process.returncode and not ended:
        ended = f"failed: {said[-1] if said else process.returncode}"
    return Ran(seconds=took, peak=peak, ended=ended)


def _family(parent: int) -> Iterator[int]:
    yield parent
    with suppress(OSError):
        for task in Path(f"/proc/{parent}/task").iterdir():
            with suppress(OSError):
                for child in (task / "children").read_text().split():
                    yield from _family(int(child))


def _resident(number: int) -> int:
    try:
        return int(Path(f"/proc/{number}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0
