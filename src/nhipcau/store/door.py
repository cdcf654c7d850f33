"""What a database says when it cannot comes in, the error of our tree that says so goes out."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, DataError, IntegrityError, InterfaceError

from nhipcau.facts.errors import BadInput, Conflict, NhipCauError, Unavailable

_DISK_FULL = "53100"
_OTHER_WAS_FASTER = {"40001", "40P01"}
_BUSY = {"55P03", "57014"}
_SQLITE_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_PRIMARY = 0xFF


@contextmanager
def translated() -> Iterator[None]:
    """Raise the tree's error in place of a database's; an error of the tree passes as it is."""
    try:
        yield
    except IntegrityError as broken:
        # Keys are looked after by the collections: what is left is a thing that others still refer to.
        raise Conflict("error.still-used") from broken
    except (DataError, UnicodeEncodeError) as unusable:
        raise BadInput("error.text-unusable") from unusable
    except (DatabaseError, InterfaceError) as failed:
        raise _told(failed) from failed
    except OSError as failed:
        raise disk_error(failed) from failed


def disk_error(failed: OSError) -> Unavailable:
    """Say whether the disk is full, or just does not answer."""
    full = failed.errno in {errno.ENOSPC, errno.EDQUOT}
    return Unavailable("error.disk-full" if full else "error.disk-failed")


def _told(failed: Exception) -> NhipCauError:
    """Read the vendor's own number for what went wrong."""
    state = getattr(failed.__cause__, "sqlstate", None)
    number = (getattr(failed.__cause__, "sqlite_errorcode", None) or 0) & _PRIMARY
    if state == _DISK_FULL or number == sqlite3.SQLITE_FULL:
        return Unavailable("error.disk-full")
    if state in _OTHER_WAS_FASTER:
        return Conflict("error.changed-meanwhile", kind="", id="")
    if state in _BUSY or number in _SQLITE_BUSY:
        return Unavailable("error.database-busy")
    return Unavailable("error.database-gone")
