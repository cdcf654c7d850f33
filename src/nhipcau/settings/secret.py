"""A data folder comes in, the office's one secret key goes out; it is made once and only its owner may read it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

_BYTES = 48


def secret_key(data_dir: Path) -> str:
    """Return the key in ``data_dir/secret-key``; write a fresh one (mode 0600) where none is.

    Two processes that start at once agree on one key: the file appears whole under its name, or not at all.
    """
    path = data_dir / "secret-key"
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        _write_once(path, secrets.token_urlsafe(_BYTES))
    return path.read_text(encoding="ascii").strip()


def _write_once(path: Path, key: str) -> None:
    """Write to a neighbour first and link it into place; the link fails if another process was faster."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    finally:
        draft.unlink()
