"""Debian's PostgreSQL programs come in, a running cluster of our own in a temporary folder goes out."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from tests.machine import provide

_PROGRAMS = "/usr/lib/postgresql/*/bin"
_SECONDS = 60
# Nothing of a test run must outlive a power cut.
_HASTE = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "listen_addresses=", "max_connections=50")


def start() -> str | None:
    """Start a cluster and return its address; it stops when Python does. ``None`` where there is no PostgreSQL.

    PostgreSQL refuses to run as root, so root starts it as the user ``postgres``. It listens on a socket in its own
    folder alone: no port to collide on, nobody else to reach it.
    """
    initdb = provide("initdb", "postgresql", folders=_PROGRAMS)
    if initdb is None:
        return None
    programs = initdb.resolve().parent
    folder = Path(tempfile.mkdtemp(prefix="nhipcau-pg-"))
    account = "postgres" if os.geteuid() == 0 else None
    if account:
        shutil.chown(folder, account)
    data = folder / "data"
    subprocess.run(
        [initdb, "-D", data, "-U", "nhipcau", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
        check=True,
        user=account,
        cwd=folder,
        stdout=subprocess.DEVNULL,
    )
    settings = [word for setting in (*_HASTE, f"unix_socket_directories={folder}") for word in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, *settings], user=account, cwd=folder, stdout=log, stderr=log
        )
    atexit.register(_stop, server, folder)
    _await(programs / "pg_isready", folder)
    return f"postgres://nhipcau@/postgres?host={folder}"


def _await(pg_isready: Path, folder: Path) -> None:
    for _ in range(_SECONDS * 10):
        if subprocess.run([pg_isready, "-q", "-h", folder], check=False).returncode == 0:
            return
        time.sleep(0.1)
    raise SystemExit((folder / "log").read_text())


def _stop(server: subprocess.Popen[bytes], folder: Path) -> None:
    """Ask the server to stop at once and take its folder away."""
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    shutil.rmtree(folder, ignore_errors=True)
