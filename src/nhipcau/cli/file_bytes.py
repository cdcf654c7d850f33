"""A path comes in, the bytes of its file go out; of one above the limit no more is loaded than tells so."""

from __future__ import annotations

from pathlib import Path

from nhipcau.facts.errors import BadInput, Unavailable


def file_bytes(path: Path, limit: int) -> bytes:
    """Return at most ``limit`` bytes.

    Raises ``BadInput("error.file-too-large")`` (a device without end is too large as well) and
    ``Unavailable("error.file-unopened")``.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
            size = path.stat().st_size
    except OSError as failed:
        raise Unavailable("error.file-unopened", reason=failed.strerror) from failed
    if len(data) > limit:
        raise BadInput("error.file-too-large", name=path.name, size=max(size, len(data)), limit=limit)
    return data
