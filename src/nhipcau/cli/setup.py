"""A fresh clone comes in, an office that can be served goes out: folders, tables, words, static files."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from nhipcau.cli.office import start
from nhipcau.cli.voice import done
from nhipcau.facts.codes import LANGUAGES
from nhipcau.words.translations import compile_po, po_path


def setup() -> None:
    """Prepare the office: data folder, database, translations, static files. Typed again, does only what is needed."""
    for step in (_folder, _database, _words, _static):
        _timed(step)
    done("cli.setup-ready")


def _timed(step: Callable[[], tuple[str, object]]) -> None:
    begun = time.monotonic()
    code, what = step()
    done(code, what=what, seconds=f"{time.monotonic() - begun:.1f}")


def _folder() -> tuple[str, object]:
    """Reading the settings makes the folders and the secret key."""
    start()
    from django.conf import settings  # noqa: PLC0415 -- Django has to be started first

    return "cli.setup-folder", str(settings.DATA_DIR)


def _database() -> tuple[str, object]:
    from nhipcau.store.upkeep import database_name, migrate  # noqa: PLC0415 -- as above

    return ("cli.setup-migrated", database_name()) if migrate() else ("cli.setup-database", database_name())


def _words() -> tuple[str, object]:
    for language in LANGUAGES:
        source = po_path(language)
        compiled = source.with_suffix(".mo")
        # Where the package may not be written to, the words are compiled when they are first needed.
        stale = not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime
        if stale and os.access(source.parent, os.W_OK):
            compiled.write_bytes(compile_po(source))
    return "cli.setup-words", ", ".join(LANGUAGES)


def _static() -> tuple[str, object]:
    """Collect the static files, unless the very same ones were collected before."""
    from django.conf import settings  # noqa: PLC0415 -- as above
    from django.contrib.staticfiles.finders import get_finders  # noqa: PLC0415 -- as above
    from django.core.management import call_command  # noqa: PLC0415 -- as above

    files = [storage.path(path) for finder in get_finders() for path, storage in finder.list([])]
    stamp = Path(settings.DATA_DIR) / "static-stamp"
    mark = _mark_of(files)
    if not stamp.exists() or stamp.read_text(encoding="ascii") != mark:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(mark, encoding="ascii")
    return "cli.setup-static", len(files)


def _mark_of(files: list[str]) -> str:
    """Return a mark that changes when a file is added, removed or written anew."""
    mark = blake2b(digest_size=16)
    for name in sorted(files):
        state = Path(name).stat()
        mark.update(f"{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return mark.hexdigest()
