"""Text whose bytes were read in the wrong encoding comes in; the text as it was meant, with offsets, goes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Mended:
    """The text as it was meant; ``starts[i]`` and ``ends[i]`` bound the characters that became ``text[i]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
_VIETNAMESE: Final = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
# What single bytes become in Latin-1 and in Windows-1252.
_ONE_BYTE: Final = "\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_BYTES: Final = re.compile(f"[{_ONE_BYTE}]")
_UTF8_PAIR: Final = re.compile(f"[\u00c2-\u00f4][\u0080-\u00bf{_ONE_BYTE[3:]}]")
_LEAST_SHARE: Final = 0.3
_LEAST_PAIRS: Final = 2
_UTF8_BACK: Final = 0.6
_ASCII: Final = 0x80


def mend(text: str) -> Mended | None:
    """Return what UTF-8 or EUC-KR read as Latin-1 meant, or ``None`` where the text shows no such mishap."""
    suspects = len(_BYTES.findall(text))
    if suspects < _LEAST_PAIRS:
        return None
    if _is_utf8_in_disguise(text):
        mended = _reread(text, "utf-8", (4, 3, 2))
        return mended if len(_BYTES.findall(mended.text)) < suspects * _UTF8_BACK else None
    if _HANGUL.search(text) or _VIETNAMESE.search(text) or suspects < _LEAST_SHARE * len(re.findall(r"\S", text)):
        return None
    mended = _reread(text, "cp949", (2,))
    return mended if len(_HANGUL.findall(mended.text)) * 4 > suspects else None


def _is_utf8_in_disguise(text: str) -> bool:
    pairs = len(_UTF8_PAIR.findall(text))
    return pairs >= _LEAST_PAIRS and pairs * 4 >= len(_BYTES.findall(text))


def _reread(text: str, encoding: str, widths: tuple[int, ...]) -> Mended:
    letters: list[str] = []
    bounds: list[int] = [0]
    while bounds[-1] < len(text):
        start = bounds[-1]
        letter, width = _letter(text, start, encoding, widths)
        letters.append(letter)
        bounds.append(start + width)
    return Mended("".join(letters), tuple(bounds[:-1]), tuple(bounds[1:]))


def _letter(text: str, start: int, encoding: str, widths: tuple[int, ...]) -> tuple[str, int]:
    """Read the letter whose bytes begin at ``start``; what makes no letter stays as it is."""
    if ord(text[start]) < _ASCII:
        return text[start], 1
    for width in widths:
        data = _bytes_of(text[start : start + width])
        letter = _decoded(data, encoding) if data is not None and len(data) == width else None
        if letter is not None:
            return letter, width
    return text[start], 1


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        letter = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return letter if len(letter) == 1 else None


def _bytes_of(letters: str) -> bytes | None:
    """Give each letter its byte back, as Latin-1 or Windows-1252 had it."""
    data = bytearray()
    for letter in letters:
        for encoding in ("latin-1", "cp1252"):
            byte = _encoded(letter, encoding)
            if byte is not None:
                data += byte
                break
        else:
            return None
    return bytes(data)


def _encoded(letter: str, encoding: str) -> bytes | None:
    try:
        return letter.encode(encoding)
    except UnicodeEncodeError:
        return None
