"""Bytes come in and are kept in a folder under their fingerprint; the fingerprint brings them back."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from nhipcau.facts.errors import NotFound
from nhipcau.store.door import disk_error

_KEY = re.compile(r"[0-9a-f]{64}")
_DRAFT = "writing-"
# Nobody writes for so long: what is older belongs to nobody any more.
_ABANDONED_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """Files in ``folder``, two levels deep. Nothing in it is ever executed, and no name from outside becomes a path."""

    folder: Path

    def put(self, data: bytes, /) -> str:
        """Keep bytes and return their SHA-256; a full disk raises ``Unavailable`` and leaves nothing half-written."""
        key = hashlib.sha256(data).hexdigest()
        path = self._path(key)
        if path.exists():
            return key
        try:
            self._write(path, data)
        except OSError as failed:
            raise disk_error(failed) from failed
        return key

    def get(self, key: str, /) -> bytes:
        """Return the bytes; an unknown key raises ``NotFound("error.file-missing")``."""
        if not _KEY.fullmatch(key):
            raise NotFound("error.file-missing", key=key)
        try:
            return self._path(key).read_bytes()
        except FileNotFoundError as missing:
            raise NotFound("error.file-missing", key=key) from missing
        except OSError as failed:
            raise disk_error(failed) from failed

    def sweep(self) -> int:
        """Take away what processes that were killed left half-written, and return how many that were."""
        swept = 0
        for draft in self.folder.glob(f"{_DRAFT}*"):
            try:
                if time.time() - draft.stat().st_mtime > _ABANDONED_SECONDS:
                    draft.unlink()
                    swept += 1
            except FileNotFoundError:  # another process swept at the same time
                continue
        return swept

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def _write(self, path: Path, data: bytes) -> None:
        """Write aside and move into place: a file of that name is always whole."""
        path.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
        descriptor, draft = tempfile.mkstemp(dir=self.folder, prefix=_DRAFT)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(draft).chmod(0o640)
            Path(draft).replace(path)
        finally:
            Path(draft).unlink(missing_ok=True)
