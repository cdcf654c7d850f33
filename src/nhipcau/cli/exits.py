"""An error of our tree comes in, the exit code that scripts go by goes out."""

from __future__ import annotations

from enum import IntEnum

from nhipcau.facts.errors import Conflict, NhipCauError, NotFound


class Exit(IntEnum):
    """What a script learns from how a command ended; ``docs/command-line.md`` explains each."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    SOME_REFUSED = 3
    NOT_FOUND = 4
    CONFLICT = 5


def exit_of(error: NhipCauError) -> Exit:
    """Return the exit code of an error."""
    if isinstance(error, NotFound):
        return Exit.NOT_FOUND
    return Exit.CONFLICT if isinstance(error, Conflict) else Exit.FAILED
