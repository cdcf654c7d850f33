"""The machine and the settings come in; what is in order and what is not goes out, with an exit code."""

from __future__ import annotations

import os
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import typer
from rich.markup import escape

from nhipcau.cli.exits import Exit
from nhipcau.cli.office import start
from nhipcau.cli.voice import LANGUAGE, as_json, out
from nhipcau.cli.words_typed import AsJson
from nhipcau.facts.errors import NhipCauError
from nhipcau.facts.message import Message
from nhipcau.words.sentences import say

_LETTERS = "ởĐẵừ한국글"
_LITTLE = 500 * 1024 * 1024
_MARKS = {"ok": "[green]✓[/]", "warning": "[yellow]![/]", "failed": "[red]✗[/]"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: its name, "ok", "warning" or "failed", and what there is to say."""

    name: str
    state: str
    message: Message


def check(as_json_: AsJson = False) -> None:
    """Check configuration, database, folders, free disk, fonts and the model endpoint; exit code 1 where one fails."""
    found = list(_findings())
    if as_json_:
        as_json([{"check": one.name, "state": one.state, "message": _said(one)} for one in found])
    else:
        for one in found:
            out().print(f"{_MARKS[one.state]} {escape(_said(one))}", soft_wrap=True)
    if any(one.state == "failed" for one in found):
        raise typer.Exit(Exit.FAILED)


def _said(finding: Finding) -> str:
    return say(finding.message, LANGUAGE.get())


def _findings() -> Iterator[Finding]:
    first = _guarded("configuration", _configuration)
    yield first
    if first.state == "failed":
        return
    for name, ask in (
        ("database", _database),
        ("folders", _folders),
        ("disk", _disk),
        ("fonts", _fonts),
        ("model", _model),
    ):
        yield _guarded(name, ask)


def _guarded(name: str, ask: Callable[[], tuple[str, Message]]) -> Finding:
    """Ask; an error of our tree is a finding as well."""
    try:
        state, message = ask()
    except NhipCauError as error:
        return Finding(name, "failed", error.message)
    return Finding(name, state, message)


def _configuration() -> tuple[str, Message]:
    start()
    from django.conf import settings  # noqa: PLC0415 -- Django has to be started first
    from django.core.checks import ERROR, run_checks  # noqa: PLC0415 -- as above

    wrong = [issue for issue in run_checks() if issue.level >= ERROR]
    if wrong:
        return "failed", Message("cli.check-settings-wrong", {"reason": f"{wrong[0].id}: {wrong[0].msg}"})
    if settings.DEBUG:
        return "warning", Message("cli.check-debug")
    return "ok", Message("cli.check-settings", {"folder": str(settings.DATA_DIR)})


def _database() -> tuple[str, Message]:
    from nhipcau.store.upkeep import database_name, pending_migrations  # noqa: PLC0415 -- as above

    pending = pending_migrations()
    if pending:
        return "failed", Message("error.office-not-prepared")
    return "ok", Message("cli.check-database", {"database": database_name()})


def _folders() -> tuple[str, Message]:
    from django.conf import settings  # noqa: PLC0415 -- as above

    for folder in (Path(settings.DATA_DIR), Path(settings.NHIPCAU_FILES_DIR)):
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            return "failed", Message("error.folder-unusable", {"folder": str(folder), "reason": ""})
    key = Path(settings.DATA_DIR) / "secret-key"
    if key.exists() and key.stat().st_mode & 0o077:
        return "warning", Message("cli.check-key-open", {"file": str(key)})
    return "ok", Message("cli.check-folders")


def _disk() -> tuple[str, Message]:
    from django.conf import settings  # noqa: PLC0415 -- as above

    free = shutil.disk_usage(settings.DATA_DIR).free
    state = "warning" if free < _LITTLE else "ok"
    return state, Message("cli.check-disk-little" if free < _LITTLE else "cli.check-disk", {"free": free})


def _fonts() -> tuple[str, Message]:
    """Look into the fonts that pictures are drawn with: every letter of the three languages must be in one of them."""
    from nhipcau.report.letters import missing_letters  # noqa: PLC0415 -- only this command reads fonts

    fonts = [item for item in (files("nhipcau.report") / "fonts").iterdir() if item.name.endswith((".otf", ".ttf"))]
    missing = set(_LETTERS)
    for font in fonts:
        missing &= missing_letters(font.read_bytes(), _LETTERS)
    if missing:
        return "failed", Message("cli.check-fonts-lack", {"letters": " ".join(sorted(missing))})
    return "ok", Message("cli.check-fonts", {"fonts": ", ".join(sorted(font.name for font in fonts))})


def _model() -> tuple[str, Message]:
    """Knock at the endpoint's door, if one is set; any answer of HTTP will do."""
    from django.conf import settings  # noqa: PLC0415 -- as above

    address = settings.NHIPCAU_MODEL_ENDPOINT
    if not address:
        return "ok", Message("cli.check-model-off")
    try:
        with urllib.request.urlopen(address, timeout=5):  # noqa: S310 -- the settings allow http and https alone
            pass
    except urllib.error.HTTPError:
        return "ok", Message("cli.check-model", {"address": address})
    except (OSError, ValueError) as failed:
        return "warning", Message("cli.check-model-silent", {"address": address, "reason": str(failed)})
    return "ok", Message("cli.check-model", {"address": address})
