"""Raw text comes in; text in one canonical spelling goes out, with the way back to the raw offsets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from nhipcau.language.mojibake import mend

_DROPPED: Final = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_MARKS: Final = "\u0300-\u036f\u1160-\u11ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f"
# A piece is one character with the marks that follow it (a dropped character between the two does not part them),
# a Windows line end, or one character that is dropped.
_PIECE: Final = re.compile(f"\r\n|[{_DROPPED}]|.(?:[{_DROPPED}]*[{_MARKS}])*", re.DOTALL)
_DROP: Final = re.compile(f"[{_DROPPED}]")
_SPECIAL: Final = re.compile(
    f"[{_DROPPED}{_MARKS}\r\t\u000b\u000c\u0085\u00a0\u00d0\u00f0\u0189\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff\uff01-\uff5e]",
)
_SPACES: Final = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_BREAKS: Final = "\r\u000b\u000c\u0085\u2028\u2029"
_SINGLE: Final[dict[int, int]] = (
    dict.fromkeys(map(ord, _SPACES), ord(" "))
    | dict.fromkeys(map(ord, _BREAKS), ord("\n"))
    | {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    # Half of a surrogate pair is no character: nothing further on could write it to a file.
    | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
    # Eth and African D look like the Vietnamese letter and are typed for it by old keyboards.
    | {0x00D0: 0x0110, 0x0189: 0x0110, 0x00F0: 0x0111}
)
_HANGUL: Final = range(0xAC00, 0xD7A4)


@dataclass(frozen=True, slots=True)
class Normalised:
    """Text in one spelling, and for each of its characters where it stood in the raw text.

    ``offsets[i]`` and ``ends[i]`` bound the raw characters that became ``text[i]``.
    """

    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw offsets of ``text[start:end]``; a letter is never parted from its combining marks."""
        if not self.text or start >= len(self.text):
            last = self.ends[-1] if self.ends else 0
            return last, last
        first = self.offsets[start]
        return (first, first) if end <= start else (first, self.ends[min(end, len(self.ends)) - 1])


def normalise(raw: str) -> Normalised:
    """Return ``raw`` in NFC with plain spaces and line ends, and the map back to ``raw``.

    Non-breaking, thin and ideographic spaces become a space, every line end a line feed, full-width letters plain ones;
    zero-width characters and soft hyphens disappear. Vietnamese tone marks on oa, oe and uy stand where the older
    spelling puts them (*hoá* becomes *hóa*), so that one rule fits both. Quotation marks and dashes stay. Text that was
    read in the wrong encoding (EUC-KR or UTF-8 as Latin-1) is read again; its offsets still count the characters given.
    """
    mended = mend(raw)
    if mended is None:
        return _normalised(raw)
    inner = _normalised(mended.text)
    starts = tuple(mended.starts[index] for index in inner.offsets)
    return Normalised(inner.text, starts, tuple(mended.ends[index - 1] for index in inner.ends))


def _normalised(raw: str) -> Normalised:
    if not _SPECIAL.search(raw) and unicodedata.is_normalized("NFC", raw):
        places = tuple(range(len(raw) + 1))
        return Normalised(_old_tones(raw), places[:-1], places[1:])
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in _PIECE.finditer(raw):
        written = _canonical(piece[0])
        letters.append(written)
        starts.extend([piece.start()] * len(written))
        ends.extend([piece.end()] * len(written))
    return Normalised(_old_tones("".join(letters)), tuple(starts), tuple(ends))


def fold(text: str) -> str:
    """Return ``text`` in lower case without diacritics; đ becomes d, Hangul stays."""
    return text.translate(_FOLDED)


def fold_with_offsets(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the folded text and, for each of its characters, the index in ``text`` that it comes from."""
    letters = [letter.translate(_FOLDED) for letter in text]
    offsets = tuple(index for index, folded in enumerate(letters) for _ in folded)
    return "".join(letters), offsets


def _canonical(piece: str) -> str:
    if len(piece) == 1 and piece < "\u0080":
        return "\n" if piece in _BREAKS else piece.translate(_SINGLE)
    if piece == "\r\n":
        return "\n"
    return unicodedata.normalize("NFC", _DROP.sub("", piece)).translate(_SINGLE)


_TONES: Final = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def _tone_pairs() -> dict[str, str]:
    """Map each two-letter ending in the newer spelling to the older one (oá to óa)."""
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for one in (first, first.upper()):
            for two in (second, second.upper()):
                for tone in _TONES:
                    newer = one + unicodedata.normalize("NFC", two + tone)
                    pairs[newer] = unicodedata.normalize("NFC", one + tone) + two
    return pairs


_TONE_PAIRS: Final = _tone_pairs()
_NEW_TONES: Final = re.compile(f"(?<![qQ])(?:{'|'.join(_TONE_PAIRS)})(?![^\\W\\d_])")


def _old_tones(text: str) -> str:
    return _NEW_TONES.sub(lambda found: _TONE_PAIRS[found[0]], text)


class _Folded(dict[int, str]):
    """What each character becomes when folded, worked out the first time it is seen."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = letter if code in _HANGUL else _without_marks(letter)
        self[code] = folded
        return folded


def _without_marks(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter.casefold())
    return "".join("d" if part == "đ" else part for part in apart if not unicodedata.combining(part))


_FOLDED: Final = _Folded()
