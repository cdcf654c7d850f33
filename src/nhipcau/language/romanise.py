# ruff: noqa: E501 -- tables of sounds
"""Names in Hangul, romanised or Vietnamese come in; Latin spellings and keys that equal names share go out."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Final

from nhipcau.language import surnames
from nhipcau.language.text import fold

_INITIALS: Final = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS: Final = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i",
)  # fmt: skip
_FINALS: Final = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t",
    "k", "t", "p", "t",
)  # fmt: skip
# What a final consonant becomes before a vowel: it opens the next syllable.
_LINKED: Final = (
    "", "g", "kk", "k+s", "n", "n+j", "n", "d", "r", "l+g", "l+m", "l+b", "l+s", "l+t", "l+p", "r", "m", "b", "p+s", "s", "ss",
    "ng+", "j", "ch", "k", "t", "p", "",
)  # fmt: skip
# ㄷ and ㅌ before 이; ㅎ, ㄶ and ㅀ before ㄱ, ㄷ, ㅈ.
_PALATAL: Final = {7: "j", 25: "ch"}
_BREATHED: Final = {27: "", 6: "n", 15: "l"}
_ASPIRATED: Final = {"g": "k", "d": "t", "j": "ch"}
_FIRST_SYLLABLE: Final = 0xAC00
_SILENT: Final = 11
_LIQUID: Final = 5
_NASAL_BEFORE: Final = {"k": "ng", "t": "n", "p": "m"}
_HANGUL_WORD: Final = re.compile("[\uac00-\ud7a3]+")
_WORD: Final = re.compile(r"[^\W\d_]+")


def romanise(hangul: str) -> str:
    """Return ``hangul`` in Revised Romanisation, with the usual changes of sound between syllables; the rest stays."""
    return _HANGUL_WORD.sub(lambda word: _romanised(word[0]), hangul)


def _romanised(word: str) -> str:
    syllables = [_parts(letter) for letter in word]
    written: list[str] = []
    opening = ""
    for index, (initial, vowel, final) in enumerate(syllables):
        following = syllables[index + 1] if index + 1 < len(syllables) else None
        start = opening or _INITIALS[initial]
        closing, opening = _joint(final, following)
        written.append(start + _VOWELS[vowel] + closing)
    return "".join(written)


def _parts(letter: str) -> tuple[int, int, int]:
    index = ord(letter) - _FIRST_SYLLABLE
    return index // 588, index % 588 // 28, index % 28


def _joint(final: int, following: tuple[int, int, int] | None) -> tuple[str, str]:
    """Return how a final consonant is written, and how the next syllable's initial is where the two change it."""
    closing = _FINALS[final]
    if following is None or not final:
        return closing, ""
    initial = following[0]
    if initial == _SILENT:
        return _linked(final, following[1])
    name = _INITIALS[initial]
    if final in _BREATHED and name in _ASPIRATED:
        return _BREATHED[final], _ASPIRATED[name]
    if initial == _LIQUID:
        return ("l", "l") if closing in ("l", "n") else (_NASAL_BEFORE.get(closing, closing), "n")
    if name == "n" and closing == "l":
        return "l", "l"
    return (_NASAL_BEFORE.get(closing, closing) if name in ("n", "m") else closing), ""


def _linked(final: int, vowel: int) -> tuple[str, str]:
    """Carry a final consonant over to a syllable that begins with its vowel."""
    if vowel == _VOWELS.index("i") and final in _PALATAL:
        return "", _PALATAL[final]
    kept, plus, moved = _LINKED[final].partition("+")
    return (kept, moved) if plus else ("", kept)


# One sound, many spellings: each is brought to one letter, so that Lee, Yi and 이 meet. The older romanisations write
# eo, eu and u alike (Jung, Jeong; Sung, Seung), so these are one sound here.
_KOREAN_SOUNDS: Final = (
    ("ngh", "nh"), ("ng", "n"), ("sh", "s"), ("ch", "j"), ("kh", "k"), ("ph", "p"), ("th", "t"), ("ck", "k"), ("gh", "k"),
    ("eui", "i"), ("yeo", "u"), ("you", "u"), ("yae", "e"), ("wae", "e"), ("weo", "o"), ("woo", "u"), ("yoo", "u"),
    ("ui", "i"), ("eo", "u"), ("eu", "u"), ("ae", "e"), ("oe", "e"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ea", "e"),
    ("ie", "i"), ("ei", "e"), ("yu", "u"), ("ya", "a"), ("yo", "o"), ("ye", "e"), ("yi", "i"), ("wo", "o"), ("wa", "a"),
    ("we", "e"), ("wi", "i"), ("wu", "u"), ("y", "i"),
    ("g", "k"), ("d", "t"), ("b", "p"), ("r", "l"), ("z", "j"), ("c", "k"), ("q", "k"), ("v", "p"), ("f", "p"), ("x", "s"),
)  # fmt: skip
_SILENT_H: Final = re.compile("(?<=[aeiou])h(?![aeiouyw])")
_TWICE: Final = re.compile(r"(.)\1+")


@functools.cache
def _surnames_by_spelling() -> dict[str, frozenset[str]]:
    spellings: dict[str, set[str]] = {}
    for hangul, written in surnames.KOREAN_ROMANISED.items():
        for name in (*written.lower().split(), hangul):
            spellings.setdefault(name, set()).add(romanise(hangul))
    return {name: frozenset(sounds) for name, sounds in spellings.items()}


def name_key(name: str) -> frozenset[str]:
    """Return keys of a person's or body's name; two spellings of one name share at least one.

    Korean names meet across Hangul and every romanisation, in either order (이득운, Lee Deukwoon, Deuk-woon LEE);
    Vietnamese names across diacritics and Hangul (Hồ Văn Đàm, Ho Van Dam, 호반담). A shared key proposes, it proves nothing.
    """
    words = [word for word in _WORD.findall(fold(name)) if word]
    if not words:
        return frozenset()
    keys = {"=" + "".join(words)}
    hangul = "".join(_HANGUL_WORD.findall(name))
    if hangul:
        return frozenset(keys | _korean_keys(hangul) | hangul_vietnamese_keys(name))
    return frozenset(keys | _latin_keys(words))


def hangul_vietnamese_keys(name: str) -> frozenset[str]:
    """Return the keys by which a Vietnamese name in Hangul (호반담, 응우옌 티 홍) meets its Vietnamese spelling."""
    hangul = "".join(_HANGUL_WORD.findall(name))
    return frozenset(
        f"v:{fold(surname)}:{_skeleton(map(_romanised, hangul[len(written) :]))}"
        for surname, written in _vietnamese_surnames_in_hangul()
        if hangul.startswith(written) and len(hangul) > len(written)
    )


@functools.cache
def _vietnamese_surnames_in_hangul() -> tuple[tuple[str, str], ...]:
    return tuple((name, form) for name, forms in surnames.VIETNAMESE_IN_HANGUL.items() for form in forms.split())


def _korean_keys(hangul: str) -> set[str]:
    keys = set()
    for length in (1, 2):
        surname, given = hangul[:length], hangul[length:]
        if surname in surnames.KOREAN and given:
            keys.add(f"k:{romanise(surname)}:{korean_sound(map(_romanised, given))}")
    return keys or {"k::" + korean_sound(map(_romanised, hangul))}


def _latin_keys(words: list[str]) -> set[str]:
    keys = set()
    for surname, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        for sound in _surnames_by_spelling().get(surname, ()) if given else ():
            keys.add(f"k:{sound}:{korean_sound(given)}")
    if words[0] in _folded_vietnamese_surnames() and len(words) > 1:
        # Without diacritics d may be đ (디) or d (지).
        keys.add(f"v:{words[0]}:{_skeleton(words[1:])}")
        keys.add(f"v:{words[0]}:{_skeleton(_softened(words[1:]))}")
    return keys


def _softened(words: Iterable[str]) -> Iterable[str]:
    return ("gi" + word[1:] if word.startswith("d") else word for word in words)


@functools.cache
def _folded_vietnamese_surnames() -> frozenset[str]:
    return frozenset(fold(name) for name in surnames.VIETNAMESE)


def korean_sound(syllables: Iterable[str]) -> str:
    """Bring romanised syllables or words to one spelling of their sound: Sung, Seung and Seong are one."""
    sound = _SILENT_H.sub("", "".join(syllables).lower())
    for written, meant in _KOREAN_SOUNDS:
        sound = sound.replace(written, meant)
    return _TWICE.sub(r"\1", sound)


_VIETNAMESE_SOUNDS: Final = (
    ("ngh", "n"), ("ng", "n"), ("nh", "n"), ("ph", "p"), ("kh", "k"), ("th", "t"), ("tr", "j"), ("ch", "j"), ("gi", "j"),
    ("gh", "k"), ("qu", "k"), ("x", "s"), ("v", "p"), ("b", "p"), ("f", "p"), ("d", "t"), ("g", "k"), ("c", "k"),
    ("q", "k"), ("r", "l"), ("z", "j"), ("y", "i"),
)  # fmt: skip
_WRITTEN_VOWELS: Final = re.compile("[aeiouw]+")
_AT_THE_END: Final = re.compile("j$")


def _skeleton(syllables: Iterable[str]) -> str:
    """Keep what Hangul keeps of Vietnamese syllables: the consonants, without the vowels that it cannot write."""
    return _TWICE.sub(r"\1", "".join(_consonants(syllable) for syllable in syllables))


def _consonants(syllable: str) -> str:
    sound = syllable.lower()
    for written, meant in _VIETNAMESE_SOUNDS:
        sound = sound.replace(written, meant)
    # A final -ch, which Vietnamese says as -k, stands as ㄱ in Hangul.
    sound = _AT_THE_END.sub("k", sound) if len(sound) > 1 else sound
    return _WRITTEN_VOWELS.sub("", sound)
