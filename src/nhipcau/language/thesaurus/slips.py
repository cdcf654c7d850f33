"""The words of all labels come in once; a text with a slip of the finger in a long word comes out mended."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_SHORTEST: Final = 7
_LONG_WORD: Final = re.compile(rf"(?<= )[a-z]{{{_SHORTEST},}}(?= )")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text whose long words are mended; ``starts`` and ``ends`` lead from its words to those of the text given."""

    words: str
    changed: tuple[tuple[int, int], ...]
    starts: dict[int, int]
    ends: dict[int, int]


class Slips:
    """Knows a word again in which a letter is missing, doubled, or two have changed places; never the first letter.

    One letter for another is no slip here: contract and contact are different words.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        """Take the forms of labels."""
        self._known = frozenset(word for form in forms for word in form.split(" ") if len(word) >= _SHORTEST - 1)
        self._shorter: dict[str, set[str]] = {}
        self._meant = functools.lru_cache(maxsize=1 << 16)(self._look_up)
        for word in self._known:
            if len(word) >= _SHORTEST and word.isascii() and word.isalpha():
                for form in _one_less(word):
                    self._shorter.setdefault(form, set()).add(word)

    def mended(self, words: str) -> Mended | None:
        """Return the text with its slips mended, or nothing where none was found."""
        slips = [(found.span(), better) for found in _LONG_WORD.finditer(words) if (better := self._meant(found[0]))]
        if not slips:
            return None
        text: list[str] = []
        changed: list[tuple[int, int]] = []
        starts: dict[int, int] = {}
        ends: dict[int, int] = {}
        done = moved = 0
        for (start, end), better in slips:
            text.extend((words[done:start], better))
            starts.update((at + moved, at) for at in range(done, start + 1))
            ends.update((at + moved, at) for at in range(done, start + 1))
            changed.append((start + moved, start + moved + len(better)))
            moved += len(better) - (end - start)
            ends[end + moved] = end
            done = end
        text.append(words[done:])
        starts.update((at + moved, at) for at in range(done, len(words) + 1))
        ends.update((at + moved, at) for at in range(done, len(words) + 1))
        return Mended("".join(text), tuple(changed), starts, ends)

    def _look_up(self, word: str) -> str | None:
        if word in self._known:
            return None
        found = {other for other in self._shorter.get(word, ()) if len(other) == len(word) + 1}
        for form in _one_less(word):
            if form in self._known and len(form) >= _SHORTEST and not word.endswith("s"):
                found.add(form)
            found |= {other for other in self._shorter.get(form, ()) if _is_swapped(word, other)}
        return found.pop() if len(found) == 1 else None


def _one_less(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))


def _is_swapped(one: str, other: str) -> bool:
    """Tell whether two neighbours have changed places."""
    differing = [at for at in range(min(len(one), len(other))) if one[at] != other[at]]
    return (
        len(one) == len(other)
        and len(differing) == 2
        and differing[1] == differing[0] + 1
        and one[differing[0]] == other[differing[1]]
        and one[differing[1]] == other[differing[0]]
    )
