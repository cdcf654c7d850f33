"""A text as it should be comes in; the text as a hurried person leaves it goes out."""

from __future__ import annotations

import unicodedata
from random import Random

_TONES = {"̀": "f", "́": "s", "̉": "r", "̃": "x", "̣": "j"}
_SHAPES = {"̆": "w", "̛": "w"}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {letter: row[max(0, at - 1) : at + 2].replace(letter, "") for row in _ROWS for at, letter in enumerate(row)}
_HANGUL = range(0xAC00, 0xD7A4)
_FINALS, _VOWELS = 28, 21
_HEARD_ALIKE = {1: 5, 5: 1, 10: 11, 11: 10, 8: 4, 4: 8}  # ㅐ/ㅔ, ㅙ/ㅚ, ㅗ/ㅓ
_PLAIN: dict[str, str] = {}


def plain(text: str) -> str:
    """Drop the diacritics of a text, as an old system does."""
    known = _PLAIN.get(text)
    if known is None:
        marks = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
        known = unicodedata.normalize("NFC", "".join(letter for letter in marks if not unicodedata.combining(letter)))
        if len(_PLAIN) < 20_000:
            _PLAIN[text] = known
    return known


def telex(word: str) -> str:
    """Write a word as its Telex keystrokes, which stay behind where the keyboard was in the wrong mode."""
    keys, tone = "", ""
    for letter in unicodedata.normalize("NFD", word):
        if letter in _TONES:
            tone = _TONES[letter]
        elif letter == "̂":
            keys += keys[-1].lower()
        elif letter in _SHAPES:
            keys += "w"
        else:
            keys += {"đ": "dd", "Đ": "Dd"}.get(letter, letter)
    return keys + tone


def one_word_in_telex(draw: Random, text: str) -> str:
    """Leave one word of a text in Telex."""
    words = text.split(" ")
    at = draw.randrange(len(words))
    words[at] = telex(words[at])
    return " ".join(words)


def typing_slip(draw: Random, text: str) -> str:
    """Drop, double, swap or mistake one letter; in Hangul mistake a vowel or lose a final consonant."""
    if len(text) < 4:
        return text
    at = draw.randrange(1, len(text) - 1)
    letter = text[at]
    if ord(letter) in _HANGUL:
        return text[:at] + _misheard(letter) + text[at + 1 :]
    match draw.randrange(4):
        case 0:
            return text[:at] + text[at + 1 :]
        case 1:
            return text[:at] + letter + text[at:]
        case 2:
            return text[:at] + text[at + 1] + letter + text[at + 2 :]
        case _:
            beside = _BESIDE.get(letter.lower())
            return text[:at] + (draw.choice(beside) if beside else letter) + text[at + 1 :]


def _misheard(syllable: str) -> str:
    code = ord(syllable) - _HANGUL.start
    vowel, final = code // _FINALS % _VOWELS, code % _FINALS
    if vowel in _HEARD_ALIKE:
        return chr(ord(syllable) + (_HEARD_ALIKE[vowel] - vowel) * _FINALS)
    return chr(ord(syllable) - final)
