"""A database or mail address comes in, the dictionary Django wants goes out."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_POSTGRES = {"postgres", "postgresql"}
_BUSY_SECONDS = 20
_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"


def database(url: str, data_dir: Path) -> dict[str, Any]:
    """Return Django's settings for ``url``: ``sqlite:///path``, ``postgres://user:word@host:port/name?option=value``.

    An empty address is the SQLite file of the data folder. Raises ``ValueError`` for any other scheme.
    """
    if not url:
        return _sqlite(data_dir / "nhipcau.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path.removeprefix("/"))))
    if parts.scheme in _POSTGRES:
        return _postgres(parts)
    message = f"a database address starts with sqlite:// or postgres://, not {parts.scheme!r}"
    raise ValueError(message)


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": _BUSY_SECONDS,
            # A unit that reads and then writes takes the write lock at once: it waits, it never fails half-way.
            "transaction_mode": "IMMEDIATE",
            "init_command": _PRAGMAS,
        },
        # A file, as in real life: memory databases lock otherwise.
        "TEST": {"NAME": str(path.with_name("test.sqlite3"))},
    }


def _postgres(parts: SplitResult) -> dict[str, Any]:
    options: dict[str, str] = dict(parse_qsl(parts.query))
    host = options.pop("host", unquote(parts.hostname or ""))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": "10", **options},
    }


def mail(url: str) -> dict[str, Any]:
    """Return Django's mail settings for ``smtp(s)://user:word@host:port``; empty: mail goes to the log's console."""
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"}:
        message = f"a mail address starts with smtp:// or smtps://, not {parts.scheme!r}"
        raise ValueError(message)
    tls = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or (465 if tls else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": tls,
        "EMAIL_TIMEOUT": 20,
    }
