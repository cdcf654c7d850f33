"""How far a long work is comes in and stands in a small file, where every process may read it."""

from __future__ import annotations

import json
import os
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from nhipcau.facts.organisation_import import HowFar
from nhipcau.programme.record_change import from_record, to_record

_KEY = re.compile(r"[0-9a-z-]{1,40}")


@dataclass(frozen=True, slots=True)
class FolderProgress:
    """One file a work in ``folder``: a transaction that is still open cannot tell others through the database."""

    folder: Path

    def tell(self, key: str, how_far: HowFar, /) -> None:
        """Say how far a work is; the file is replaced whole."""
        path = self._path(key)
        path.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
        descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(to_record(how_far), file)
            Path(draft).replace(path)
        finally:
            Path(draft).unlink(missing_ok=True)

    def of(self, key: str, /) -> HowFar | None:
        """Return what was said last."""
        try:
            return from_record(HowFar, json.loads(self._path(key).read_text(encoding="utf-8")))
        except (FileNotFoundError, ValueError):
            return None

    def forget(self, key: str, /) -> None:
        """Take away what was said."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / (key if _KEY.fullmatch(key) else "unknown")
