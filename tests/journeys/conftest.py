"""A served office and a real browser come in; a signed-in page goes out to every journey."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.machine import provide

NHIPCAU = Path(sys.executable).with_name("nhipcau")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True, slots=True)
class Office:
    """A served demo office: where it is, who may sign in, and how to run a command in it."""

    address: str
    user: str
    password: str
    environment: dict[str, str]

    def command(self, *words: str) -> str:
        """Run ``nhipcau`` in this office and give back what it printed."""
        done = subprocess.run(
            [NHIPCAU, *words], env=self.environment, check=True, capture_output=True, text=True, timeout=240
        )
        return done.stdout


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_until_it_answers(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}")
        try:
            urllib.request.urlopen(f"{address}/account/login/", timeout=5).close()  # noqa: S310 -- our own server
        except OSError:  # refused, or not answered in time, as on a machine with much to do
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the server does not answer")


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A demo office on a database of its own, served by the command that a user types."""
    data = tmp_path_factory.mktemp("office")
    environment = {**os.environ, "NHIPCAU_DATA_DIR": str(data)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    here = Office(address, "", "", environment)
    here.command("setup")
    said = here.command("demo")
    user, password = (re.search(rf"{word}:\s+(\S+)", said) for word in ("user", "password"))
    if user is None or password is None:
        raise RuntimeError(f"no user and password in: {said}")
    log = (data / "serve.log").open("wb")
    server = subprocess.Popen(
        [NHIPCAU, "serve", "--address", f"127.0.0.1:{port}"], env=environment, stdout=log, stderr=subprocess.STDOUT
    )
    try:
        _wait_until_it_answers(address, server)
        yield Office(address, user[1], password[1], environment)
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright."""
    chromium = provide("chromium", "chromium")
    if chromium is None:
        pytest.skip("no Chromium: the journeys are left out")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(chromium), args=QUIET)
        yield running
        running.close()


@pytest.fixture
def page(office: Office, browser: Browser) -> Iterator[Page]:
    """A fresh window, signed in as the demo officer, in English; a script error on a page fails the journey."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1440, "height": 900})
    window = context.new_page()
    errors: list[str] = []
    window.on("pageerror", lambda error: errors.append(str(error)))
    sign_in(window, office)
    yield window
    context.close()
    assert errors == []


OpenWindow = Callable[..., Page]


@pytest.fixture
def window_of(office: Office, browser: Browser) -> Iterator[OpenWindow]:
    """Return a function that signs somebody in in a window of its own; a script error in any fails the journey."""
    errors: list[str] = []
    opened = []

    def open_window(user: str, password: str, width: int = 1440) -> Page:
        context = browser.new_context(locale="en-GB", viewport={"width": width, "height": 900})
        opened.append(context)
        window = context.new_page()
        window.on("pageerror", lambda error: errors.append(str(error)))
        sign_in(window, replace(office, user=user, password=password))
        return window

    yield open_window
    for context in opened:
        context.close()
    assert errors == []


def sign_in(window: Page, office: Office) -> None:
    """Fill the log-in form as a person would."""
    window.goto(f"{office.address}/account/login/")
    window.locator("input[name=login]").fill(office.user)
    window.locator("input[name=password]").fill(office.password)
    window.locator("form[action*=login] button[type=submit]").click()
    window.wait_for_url(f"{office.address}/")
