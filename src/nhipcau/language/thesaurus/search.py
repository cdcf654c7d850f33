"""The labels of a scheme come in once; in a text, the labels that stand there, none overlapping, go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from nhipcau.language.lexicon import Lexicon

GAP: Final = "\u2026"
_GAP_OF_WORDS: Final = r"(?:\s+[^\s.,;:!?()]+){0,4}\s+"
_GAP_IN_KOREAN: Final = r"[^.,;:!?()\n]{0,14}?"
_GENERAL: Final = frozenset({"exchange", "cooperation"})
_EXACT, _GAPPED, _LOOSE = range(3)

Hit = tuple[int, int, str]
"""Start, end and the code of the concept; the code is empty for what only looks like a concept."""


class LabelSearch:
    """Finds the labels of one scheme in one language.

    A label may leave room for up to four words (``cử … chuyên gia``). Where labels overlap, whole ones win over those
    with room, and both over the general codes exchange and cooperation; of equals the leftmost, then the longest wins.
    """

    def __init__(self, labels: Mapping[str, str], language: str) -> None:
        """Take each label with its code."""
        whole = {label: code for label, code in labels.items() if GAP not in label}
        self._labels = tuple(whole.items())
        self._whole = Lexicon([label.lower() for label in whole], ignore_case=True)
        self._tails = _tails({label: code for label, code in labels.items() if GAP in label}, language)
        self._heads = tuple(self._tails)
        self._head_search = Lexicon(self._heads, ignore_case=True)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return the hits in order."""
        ranked = sorted((*self._whole_hits(text), *self._gapped_hits(text)))
        taken = bytearray(len(text))
        kept: list[Hit] = []
        for _, start, minus_end, code in ranked:
            end = -minus_end
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                kept.append((start, end, code))
        return tuple(sorted(kept))

    def _whole_hits(self, text: str) -> list[tuple[int, int, int, str]]:
        """Return whole labels, but for those that lie in the name of a body or the like."""
        found: list[tuple[int, int, int, str]] = []
        hidden = bytearray(len(text))
        for start, end, index in self._whole.every(text):
            label, code = self._labels[index]
            if not _fits(text, start, end, label):
                continue
            if code:
                found.append((_LOOSE if code in _GENERAL else _EXACT, start, -end, code))
            else:
                hidden[start:end] = b"\x01" * (end - start)
        return [hit for hit in found if not any(hidden[hit[1] : -hit[2]])]

    def _gapped_hits(self, text: str) -> Iterator[tuple[int, int, int, str]]:
        for start, end, index in self._head_search.every(text):
            head = self._heads[index]
            if not _fits(text, start, end, head):
                continue
            for pattern, code in self._tails[head]:
                tail = pattern.match(text, end)
                if tail is not None:
                    yield _GAPPED, start, -tail.end(), code


def _tails(labels: Mapping[str, str], language: str) -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """Part each label at its first gap: what is searched for, and what has to follow."""
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    room = _GAP_IN_KOREAN if language == "ko" else _GAP_OF_WORDS
    end = "" if language == "ko" else r"(?![^\W_])"
    for label, code in labels.items():
        head, *parts = (part.strip() for part in label.split(GAP))
        following = room + room.join(re.escape(part) for part in parts) + end
        found.setdefault(head.lower(), []).append((re.compile(following, re.IGNORECASE), code))
    return found


def _fits(text: str, start: int, end: int, label: str) -> bool:
    """Tell whether a label may stand there: capitals as written, no letter touching unless it is Hangul."""
    if label.isupper() and label.isascii() and text[start:end] != label:
        return False
    if _is_hangul(label[0]):
        return True
    return not _touches(text[start - 1 : start]) and not _touches(text[end : end + 1])


def _touches(letter: str) -> bool:
    return letter.isalnum() and not _is_hangul(letter)


def _is_hangul(letter: str) -> bool:
    return "\uac00" <= letter <= "\ud7a3"
