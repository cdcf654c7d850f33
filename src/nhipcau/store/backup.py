"""The office's tables and files come in, one archive goes out; an archive comes in, the office stands as it was.

The archive is a tar.gz: ``manifest.json``, ``database.jsonl`` (one row a line, for any database) and ``files/``.
The secret key and sessions are not in it: everybody signs in anew after a restore.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.db.models import Model
from typing_extensions import override

from nhipcau.facts.errors import BadInput
from nhipcau.store import models
from nhipcau.store.append_only import protection, release
from nhipcau.store.door import translated
from nhipcau.store.fill_search import FILLED, fill
from nhipcau.store.market_stamp import new_epoch

_FORMAT = "nhipcau-backup/1"
_ROWS, _MANIFEST, _FILES = "database.jsonl", "manifest.json", "files"


class _Exact(DjangoJSONEncoder):
    """Django's own encoder cuts moments to milliseconds."""

    @override
    def default(self, o: object) -> object:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


@dataclass(frozen=True, slots=True)
class Kept:
    """How much an archive holds: rows of tables, and files."""

    things: int
    files: int


def is_empty() -> bool:
    """Tell whether nobody signs in to this office yet and no document was received."""
    with translated():
        return not (models.User.objects.exists() or models.DocumentRow.objects.exists())


def write_backup(target: Path) -> Kept:
    """Write everything to ``target``; it appears whole under its name, or not at all."""
    draft = target.with_name(f".{target.name}.part")
    with translated():
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            kept = _write(draft)
            draft.chmod(0o600)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    return kept


def _write(path: Path) -> Kept:
    with tempfile.TemporaryDirectory(dir=path.parent) as folder, tarfile.open(path, "w:gz") as archive:
        rows = Path(folder) / _ROWS
        things = _write_rows(rows)
        archive.add(rows, _ROWS)
        # Files are only ever added: those of every row are there once the rows were read.
        files = [file for file in sorted(Path(settings.NHIPCAU_FILES_DIR).glob("??/*")) if file.is_file()]
        for file in files:
            archive.add(file, f"{_FILES}/{file.relative_to(settings.NHIPCAU_FILES_DIR)}")
        manifest = {"format": _FORMAT, "things": things, "files": len(files), "sha256": _fingerprint(rows)}
        _add_text(archive, _MANIFEST, json.dumps(manifest))
    return Kept(things, len(files))


def _add_text(archive: tarfile.TarFile, name: str, text: str) -> None:
    data = text.encode()
    about = tarfile.TarInfo(name)
    about.size = len(data)
    archive.addfile(about, io.BytesIO(data))


def _write_rows(path: Path) -> int:
    """Write all tables as they are at one moment."""
    count = 0
    with path.open("w", encoding="utf-8") as stream, transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for table in _kept():
            for row in table._base_manager.order_by("pk").iterator(chunk_size=500):  # noqa: SLF001 -- Django's open door
                stream.write(serializers.serialize("jsonl", [row], cls=_Exact))
                count += 1
    return count


def _tables() -> list[type[Model]]:
    """Return the tables of the store, those that others refer to first."""
    config = models.User._meta.app_config  # noqa: SLF001 -- as above
    return list(serializers.sort_dependencies([(config, None)], allow_cycles=True))


def _kept() -> list[type[Model]]:
    """Return the tables that an archive holds: all but those that are filled in anew from the others."""
    return [table for table in _tables() if table.__name__ not in FILLED]


def restore_backup(source: Path) -> Kept:
    """Put the office back as the archive has it; what it held before is gone. A broken archive changes nothing."""
    with _opened(source) as folder, translated():
        files = [file for file in (folder / _FILES).glob("??/*") if file.is_file()]
        if not _is_whole(folder, files):
            raise BadInput("error.backup-unreadable", file=source.name)
        for file in files:
            _put(file, Path(settings.NHIPCAU_FILES_DIR) / file.relative_to(folder / _FILES))
        with (folder / _ROWS).open(encoding="utf-8") as stream:
            things = _restore_rows(stream, source.name)
    return Kept(things, len(files))


def _is_whole(folder: Path, files: list[Path]) -> bool:
    """Tell whether rows and files are what was written: the manifest and each file's name hold their SHA-256."""
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
    except ValueError:
        return False
    if not isinstance(manifest, dict) or manifest.get("format") != _FORMAT:
        return False
    rows = manifest.get("sha256") == _fingerprint(folder / _ROWS)
    return rows and len(files) == manifest.get("files") and all(_fingerprint(file) == file.name for file in files)


def _fingerprint(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def _opened(source: Path) -> Iterator[Path]:
    """Unpack an archive into a folder for the time being; nothing of it leaves that folder."""
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR) as folder:
        try:
            with tarfile.open(source, "r:gz") as archive:
                archive.extractall(folder, filter="data")
            complete = all((Path(folder) / name).is_file() for name in (_ROWS, _MANIFEST))
        except (tarfile.TarError, EOFError, OSError) as broken:
            raise BadInput("error.backup-unreadable", file=source.name) from broken
        if not complete:
            raise BadInput("error.backup-unreadable", file=source.name)
        yield Path(folder)


def _put(file: Path, target: Path) -> None:
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _restore_rows(stream: io.TextIOBase, name: str) -> int:
    count = 0
    with transaction.atomic():
        _empty()
        try:
            for thing in serializers.deserialize("jsonl", stream):
                thing.save()
                count += 1
        except DeserializationError as broken:
            raise BadInput("error.backup-unreadable", file=name) from broken
        new_epoch()
        fill(lambda model: apps.get_model("store", model))
        connection.check_constraints()
        _count_on()
    Session.objects.all().delete()
    return count


def _empty() -> None:
    """Take every row away, the history's as well: for this one moment the database lets it go."""
    with connection.cursor() as cursor:
        for statement in release(connection.vendor):
            cursor.execute(statement)
        for table in reversed(_tables()):
            name = connection.ops.quote_name(table._meta.db_table)  # noqa: SLF001 -- as above
            cursor.execute(f"DELETE FROM {name}")  # noqa: S608 -- our own tables
        for statement in protection(connection.vendor):
            cursor.execute(statement)


def _count_on() -> None:
    """Let numbered tables count on after the highest number restored."""
    statements = connection.ops.sequence_reset_sql(no_style(), _tables())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
