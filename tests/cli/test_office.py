"""Commands as a shell starts them: a fresh data folder, a setting that cannot be used, a server that is stopped."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

NHIPCAU = Path(sys.executable).with_name("nhipcau")


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NHIPCAU_", "DJANGO_", "L"))}
    return {**kept, "NHIPCAU_DATA_DIR": str(tmp_path / "office"), "LANG": "C.UTF-8"}


def nhipcau(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([NHIPCAU, *words], env=environment, capture_output=True, text=True, check=False, timeout=120)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_an_office_is_prepared_once_and_then_served_until_it_is_stopped(environment: dict[str, str]) -> None:
    before = nhipcau(environment, "user", "list")
    assert (before.returncode, "nhipcau setup" in before.stderr) == (1, True)
    first = nhipcau(environment, "setup")
    assert first.returncode == 0
    assert [line[0] for line in first.stdout.splitlines()] == ["✓"] * 5
    assert "Database prepared" in first.stdout
    again = nhipcau(environment, "setup")
    assert (again.returncode, "Database up to date" in again.stdout) == (0, True)
    serve_and_stop(environment)


def serve_and_stop(environment: dict[str, str]) -> None:
    port = free_port()
    command = [str(NHIPCAU), "serve", "--address", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            assert server.stdout is not None
            said = server.stdout.readline()
            found = re.search(r"http://\S+/", said)
            assert found, said
            assert answer_of(f"{found[0]}account/login/", server) == 200
            taken = nhipcau(environment, "serve", "--address", f"127.0.0.1:{port}")
            assert (taken.returncode, "taken by another program" in taken.stderr) == (1, True)
            server.send_signal(signal.SIGTERM)
            assert server.wait(timeout=60) == 0
        finally:
            server.kill()  # what failed before must not be waited for


def answer_of(address: str, server: subprocess.Popen[str]) -> int:
    for _ in range(200):
        assert server.poll() is None
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 -- the server of this test
                return int(answer.status)
        except ConnectionError:
            time.sleep(0.05)
        except urllib.error.URLError:
            time.sleep(0.05)
    raise AssertionError(address)


def test_a_setting_that_cannot_be_used_is_a_sentence(environment: dict[str, str]) -> None:
    done = nhipcau({**environment, "NHIPCAU_TIME_ZONE": "Mars/Olympus"}, "check")
    assert done.returncode == 1
    assert "NHIPCAU_TIME_ZONE" in done.stdout
    done = nhipcau({**environment, "NHIPCAU_DATABASE_URL": "mysql://x"}, "user", "list")
    assert done.returncode == 1
    assert "sqlite:// or postgres://" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_that_is_none_is_a_sentence(environment: dict[str, str]) -> None:
    done = nhipcau(environment, "serve", "--address", "here")
    assert (done.returncode, "127.0.0.1:8000" in done.stderr) == (1, True)
