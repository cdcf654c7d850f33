"""A program's name goes in, its path comes out: found, or installed from Debian's packages where that may be done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CI = os.environ.get("CI") == "true"


def find(name: str, *, folders: str = "") -> Path | None:
    """Look ``name`` up on the path, then in the glob ``folders`` (the newest version last)."""
    found = shutil.which(name)
    if found:
        return Path(found)
    places = sorted(Path("/").glob(folders.lstrip("/"))) if folders else []
    return next((place / name for place in reversed(places) if (place / name).exists()), None)


def provide(name: str, package: str, *, folders: str = "") -> Path | None:
    """Find ``name`` or install ``package`` when running as root.

    Without it a laptop run goes on and says loudly what it leaves out; in CI (``CI=true``) it stops.
    """
    found = find(name, folders=folders)
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        _install(package)
        found = find(name, folders=folders)
    if found is None:
        _say_what_is_left_out(name, package)
    return found


def _install(package: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package],
    ):
        subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)


def _say_what_is_left_out(name: str, package: str) -> None:
    sentence = f"LEFT OUT: no {name} on this machine; install Debian's package {package} to run these tests"
    if CI:
        raise SystemExit(f"{sentence}. With CI=true that is a failure.")
    sys.stderr.write(f"\n{'!' * 20} {sentence} {'!' * 20}\n")
