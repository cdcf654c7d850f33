"""What a person typed so far comes in; the texts that it may become, and how it sounds, go out."""

from __future__ import annotations

import functools
import re
from typing import Final

from rapidfuzz.distance import OSA

from nhipcau.language.romanise import korean_sound, romanise

_FIRST_SYLLABLE: Final = 0xAC00
_LAST_SYLLABLE: Final = 0xD7A3
_PER_INITIAL: Final = 588
_PER_VOWEL: Final = 28
_FIRST_INITIAL: Final = 0x1100
_INITIALS: Final = 19
_LAST: Final = "\U0010ffff"
# Hangul sounds syllable by syllable; in Latin letters, ng before a vowel may open the next one: Hanguk, Hankook.
_PIECES: Final = re.compile("[\uac00-\ud7a3]|[^\uac00-\ud7a3]+").findall
_OPENING: Final = re.compile("ng(?=[aeiouyw])")
_TWICE: Final = re.compile(r"(.)\1+")
_DIPHTHONG: Final = re.compile("ai|ay|ei|ey")
# A slip is looked for in words that are long enough to say which word was meant.
_SHORTEST: Final = 3
_LONG: Final = 8
# Slips stand in the first letters: a longer word is told apart by what follows.
_LOOKED_AT: Final = 8
_BEGUN: Final = 5


def spans(typed: str) -> tuple[tuple[str, str], ...]:
    """Return the ranges (first, beyond) of texts that go on from ``typed``.

    The last Hangul syllable may still be unfinished: 삼서 goes on to 삼성, 삼ㅅ to every syllable that begins so.
    """
    ranges = [(typed, typed + _LAST)] if typed else []
    if typed and _is_syllable(typed[-1]) and not (ord(typed[-1]) - _FIRST_SYLLABLE) % _PER_VOWEL:
        # The last syllable has no final consonant yet; its own texts are within the range.
        ranges = [(typed, typed[:-1] + chr(ord(typed[-1]) + _PER_VOWEL))]
    elif typed and _is_initial(typed[-1]) and not _is_initial(typed[-2:-1]):
        start = _FIRST_SYLLABLE + (ord(typed[-1]) - _FIRST_INITIAL) * _PER_INITIAL
        ranges.append((typed[:-1] + chr(start), typed[:-1] + chr(start + _PER_INITIAL)))
    return tuple(ranges)


def initials(hangul: str) -> str:
    """Return the initial consonants of Hangul syllables, as lazy fingers type them: 삼성전자, ㅅㅅㅈㅈ; else ""."""
    if not all(map(_is_syllable, hangul)):
        return ""
    return "".join(chr(_FIRST_INITIAL + (ord(letter) - _FIRST_SYLLABLE) // _PER_INITIAL) for letter in hangul)


def is_initials(typed: str) -> bool:
    """Tell whether what was typed is initial consonants and nothing else."""
    return len(typed) > 1 and all(map(_is_initial, typed))


def is_hangul(letter: str) -> bool:
    """Tell whether a letter is a Hangul syllable or an initial consonant that will become one."""
    return _is_syllable(letter) or _is_initial(letter)


@functools.lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return how a folded word sounds to a Korean ear: 삼성, Samsung and Samseong sound alike; 현대 and Hyundai too."""
    pieces = (
        korean_sound([romanise(piece) if is_hangul(piece) else _OPENING.sub("nk", piece)]) for piece in _PIECES(word)
    )
    return _TWICE.sub(r"\1", _DIPHTHONG.sub("e", "".join(pieces)))


@functools.lru_cache(maxsize=65536)
def slips(word: str) -> frozenset[str]:
    """Return forms of a word with a letter left out; two words that a slip of the finger parts share one.

    A longer word also gives those of its beginning, for who has not typed to its end.
    """
    forms = {word[:_LOOKED_AT]}
    for begun in {word[:_LOOKED_AT], word[:_BEGUN]} if len(word) >= _SHORTEST else ():
        forms |= {begun[:at] + begun[at + 1 :] for at in range(len(begun))}
    return frozenset(forms)


def close(typed: str, word: str, *, begun: bool = False) -> bool:
    """Tell whether one slip (two in a long word) parts what was typed from a word, or from its beginning."""
    most = 0 if len(typed) < _SHORTEST else 1 if len(typed) < _LONG else 2
    if abs(len(word) - len(typed)) <= most and OSA.distance(typed, word, score_cutoff=most) <= most:
        return True
    lengths = range(len(typed) - most, len(typed) + most + 1) if begun and len(word) > len(typed) else ()
    return any(OSA.distance(typed, word[:length], score_cutoff=most) <= most for length in lengths)


def _is_syllable(letter: str) -> bool:
    return len(letter) == 1 and _FIRST_SYLLABLE <= ord(letter) <= _LAST_SYLLABLE


def _is_initial(letter: str) -> bool:
    return len(letter) == 1 and _FIRST_INITIAL <= ord(letter) < _FIRST_INITIAL + _INITIALS
