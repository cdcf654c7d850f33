"""Paths that a person typed come in, the documents among them go out in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = frozenset({".txt", ".html", ".htm", ".pdf", ".docx"})


def gather(paths: Iterable[Path]) -> list[Path]:
    """Return every file named, and every document below every folder named, each once, folders in order of names.

    A file that is named itself is taken whatever its name says; hidden files of folders are left out.
    """
    return list(dict.fromkeys(found for path in paths for found in _below(path)))


def _below(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for found in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in found.relative_to(path).parts)
        if found.suffix.lower() in SUFFIXES and not hidden and found.is_file():
            yield found
