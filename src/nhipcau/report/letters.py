"""The bytes of an OpenType font and some letters come in; the letters that the font cannot draw go out."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_FULL_UNICODE = {(3, 10), (0, 4), (0, 6)}
_GROUPS = 12


def missing_letters(font: bytes, letters: str) -> set[str]:
    """Return those of the letters that the font has no glyph for.

    Reads the font's table of all of Unicode (OpenType, "cmap", format 12); a font without one has none of them.
    """
    ranges = list(_ranges(font))
    return {letter for letter in letters if not any(first <= ord(letter) <= last for first, last in ranges)}


def _ranges(font: bytes) -> Iterator[tuple[int, int]]:
    start = _table(font, b"cmap")
    if start is None:
        return
    for number in range(struct.unpack_from(">H", font, start + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * number)
        at = start + offset
        if (platform, encoding) in _FULL_UNICODE and struct.unpack_from(">H", font, at)[0] == _GROUPS:
            for group in range(struct.unpack_from(">I", font, at + 12)[0]):
                first, last, _glyph = struct.unpack_from(">III", font, at + 16 + 12 * group)
                yield first, last


def _table(font: bytes, name: bytes) -> int | None:
    """Return where a table of the font begins."""
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _checksum, offset, _length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return int(offset)
    return None
