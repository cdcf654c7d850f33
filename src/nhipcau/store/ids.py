"""Time and chance come in, identifiers that sort by the moment of their making go out."""

from __future__ import annotations

import secrets
import threading
import time

# Crockford's base 32: its letters stand in the order of ASCII, so text order is time order.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 13
_CHANCE_BITS = 14


class SortableIds:
    """Thirteen lowercase letters and digits: 51 bits of microseconds, 14 bits of chance; never twice, never back."""

    def __init__(self) -> None:
        """Start with no identifier given."""
        self._lock = threading.Lock()
        self._last = 0

    def new(self) -> str:
        """Return an identifier greater than every one this object gave before."""
        drawn = (time.time_ns() // 1000 << _CHANCE_BITS) | secrets.randbits(_CHANCE_BITS)
        with self._lock:
            self._last = max(drawn, self._last + 1)
            return encoded(self._last)


def encoded(number: int) -> str:
    """Write the lowest 65 bits of ``number`` with thirteen characters, greatest first."""
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in range(_LENGTH - 1, -1, -1))
