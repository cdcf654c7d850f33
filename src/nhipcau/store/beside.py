"""A long work comes in and is done beside the requests; its connections to the database are closed after it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from django.db import connections


def in_background(work: Callable[[], object]) -> None:
    """Start a work in a thread of its own; it tells by itself what became of it."""

    def run() -> None:
        try:
            work()
        finally:
            connections.close_all()

    Thread(target=run, daemon=True).start()
