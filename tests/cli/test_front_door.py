"""Requests that are far too large, sent to a real server."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nhipcau.cli.front_door import language_of, refusal

NHIPCAU = Path(sys.executable).with_name("nhipcau")
MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(
    ("headers", "language"),
    [
        ({}, "vi"),
        ({"ACCEPT_LANGUAGE": "fr-FR, ko;q=0.8, en;q=0.5"}, "ko"),
        ({"COOKIE": "a=b; nhipcau_language=en", "ACCEPT_LANGUAGE": "ko"}, "en"),
        ({"COOKIE": "nhipcau_language=xx", "ACCEPT_LANGUAGE": "*"}, "vi"),
    ],
)
def test_speaks_as_the_reader_asked(headers: dict[str, str], language: str) -> None:
    assert language_of(headers, "vi") == language


def test_answers_programs_in_their_own_way() -> None:
    media_type, body = refusal("/api/documents", "en")
    assert media_type == "application/problem+json"
    assert (json.loads(body)["status"], json.loads(body)["code"]) == (413, "error.request-too-large")


@pytest.fixture
def door(tmp_path: Path) -> Iterator[str]:
    """A served office that takes requests of five megabytes at most."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{listener.getsockname()[1]}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NHIPCAU_", "DJANGO_", "L"))}
    own = {"NHIPCAU_DATA_DIR": str(tmp_path), "NHIPCAU_MAX_UPLOAD_MB": "1", "NHIPCAU_MAX_TEXT": "1000"}
    command = [str(NHIPCAU), "serve", "--address", address]
    with subprocess.Popen(command, env=kept | own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
        assert run.stdout is not None
        lines = iter(run.stdout)
        assert any(re.search(r"http://\S+/", line) for line in lines)
        yield address
        run.terminate()


def test_a_file_of_two_hundred_megabytes_is_refused_in_words_that_the_sender_gets_to_see(door: str) -> None:
    connection = connected(door)
    pieces = (b"x" * MEGABYTE for _ in range(200))
    headers = {"Content-Length": str(200 * MEGABYTE), "Accept-Language": "ko"}
    connection.request("POST", "/documents/receive/", body=pieces, headers=headers)
    answer = connection.getresponse()
    assert (answer.status, "너무 큽니다" in answer.read().decode()) == (413, True)
    connection.close()


def test_it_is_refused_before_anything_of_it_was_sent(door: str) -> None:
    connection = connected(door)
    connection.putrequest("POST", "/api/documents")
    connection.putheader("Content-Length", str(200 * MEGABYTE))
    connection.endheaders()
    answer = connection.getresponse()
    assert (answer.status, json.loads(answer.read())["code"]) == (413, "error.request-too-large")
    connection.close()


def connected(address: str) -> http.client.HTTPConnection:
    """Return a connection as soon as the server listens."""
    for _ in range(200):
        connection = http.client.HTTPConnection(address, timeout=20)
        try:
            connection.connect()
        except ConnectionRefusedError:
            connection.close()
            time.sleep(0.05)
            continue
        return connection
    raise AssertionError(address)
