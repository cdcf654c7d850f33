"""Text comes in; the code of the language that it is written in goes out, judged by its script."""

from __future__ import annotations

import re
from typing import Final

_SAMPLE: Final = 20_000
_HANGUL: Final = re.compile("[\uac00-\ud7a3\u3131-\u318e]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Letters that hardly any other language in Latin script uses, and those that it shares with its neighbours.
_VIETNAMESE_ALONE: Final = re.compile("[ăĂđĐơƠưƯĩĨũŨ\u1ea0-\u1ef9]")
_VIETNAMESE: Final = re.compile("[àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝăĂđĐơƠưƯĩĨũŨ\u1ea0-\u1ef9]")
_ENGLISH_WORDS: Final = frozenset({
    "the", "of", "and", "to", "in", "for", "with", "on", "at", "by", "from", "as", "is", "are", "was",
    "were", "be", "been", "has", "have", "had", "will", "would", "its", "their", "it", "that", "this",
    "which", "between", "two", "both", "under", "during", "signed", "held", "said", "an", "a", "or", "not",
})  # fmt: skip
_WORD: Final = re.compile(r"[A-Za-z]+")
_HANGUL_SHARE: Final = 0.20
_VIETNAMESE_SHARE: Final = 0.04
_VIETNAMESE_ALONE_SHARE: Final = 0.015
_LATIN_SHARE: Final = 0.5
_ENGLISH_SHARE: Final = 0.14


def language_of(text: str) -> str:
    """Return ``vi``, ``ko``, ``en``, or ``und`` where the script and the function words point to none of them."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return "und"
    if len(_HANGUL.findall(sample)) > _HANGUL_SHARE * letters:
        return "ko"
    own = len(_VIETNAMESE_ALONE.findall(sample))
    if len(_VIETNAMESE.findall(sample)) > _VIETNAMESE_SHARE * letters and own > _VIETNAMESE_ALONE_SHARE * letters:
        return "vi"
    if len(_LATIN.findall(sample)) < _LATIN_SHARE * letters:
        return "und"
    return "en" if _is_english(sample) else "und"


def _is_english(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    return bool(words) and sum(word in _ENGLISH_WORDS for word in words) >= _ENGLISH_SHARE * len(words)
