"""Words typed in a shell come in; one verb is called, and what it gave is printed."""

from __future__ import annotations

from nhipcau.cli.program import main

__all__ = ["main"]
