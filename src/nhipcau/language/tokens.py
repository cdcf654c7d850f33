"""Text comes in; words with their offsets and the bounds of its sentences go out."""

from __future__ import annotations

import functools
import importlib
import re
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Token:
    """A word: ``text`` stands at ``start:end``; ``tag`` is the part of speech in the tagger's own letters."""

    text: str
    start: int
    end: int
    tag: str


_CLOSERS: Final = "\"'\u2019\u201d\u00bb)\\]"
_OPENERS: Final = "\"'\u2018\u201c\u00ab(\\["
# The end of a sentence: a mark, closing quotes, white space, and something that can begin a new one.
# Korean pages often forget the space after the mark.
_END: Final = re.compile(
    rf"(?P<mark>[.!?\u2026\u3002]+)[{_CLOSERS}]*"
    rf"(?P<gap>[ \t]+(?=[{_OPENERS}\u2013\u2014\u25b2\u25a0*-]*\s*[^\Wa-zà-ỹ_])"
    r"|(?<=[다요죠음임][.])(?=[가-힣]))"
    r"|(?P<break>\n\s*)",
)
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(\u201c\"/.,-])(?:"
    r"P?GS|TS|ThS|Th[.]?S|TSKH|KS|CN|BS|LS|DS|NGƯT|NGND|PGS[.]TS|GS[.]TS|TP|Tp|T[.]P|Tr|Q|P|H|đ/c|Đ/c|ĐH|CĐ|VP|St|Str"
    r"|Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|Assoc|Asst|Ph|Hon|H[.]E|Sr|Jr|Gen|Col|Capt|Rep|Sen|Gov|Amb"
    r"|Co|Ltd|Corp|Inc|Bros|No|Nos|vs|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Fig|Art|Vol|Univ|Dept|Inst|Mt"
    r"|U[.]S|U[.]K|U[.]N|e[.]g|i[.]e|[A-ZĐ])$",
)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of the sentences of Vietnamese, Korean or English text, without the white space around them.

    A line break always ends one; titles (TS., Dr.), initials, company forms (Co., Ltd.) and decimal points never do.
    """
    bounds: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        if end["break"] is None and _is_abbreviation(text, start, end):
            continue
        cut = end.start() if end["break"] is not None else end.start("gap")
        _add(text, start, cut, bounds)
        start = end.end()
    _add(text, start, len(text), bounds)
    return tuple(bounds)


def _is_abbreviation(text: str, start: int, end: re.Match[str]) -> bool:
    if end["mark"] != ".":
        return False
    before = text[max(start, end.start() - 12) : end.start()]
    if before[-1:].isdigit() and text[end.end() : end.end() + 1].isdigit():
        return True
    return bool(_ABBREVIATION.search(before)) or before.strip().isdigit()


def _add(text: str, start: int, end: int, bounds: list[tuple[int, int]]) -> None:
    piece = text[start:end]
    if piece.strip():
        bounds.append((start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())))


def vietnamese_tokens(text: str) -> tuple[Token, ...]:
    """Return the words of Vietnamese text; a word of several syllables is one token, tags are pyvi's (Np, N, V ...)."""
    words, tags = _pyvi().postagging(_pyvi_tokenizer().tokenize(text))
    return _aligned(text, words, tags)


def korean_tokens(text: str) -> tuple[Token, ...]:
    """Return the morphemes of Korean text; tags are Sejong's (NNP, NNG, JX, EF ...)."""
    return tuple(Token(found.form, found.start, found.start + found.len, found.tag) for found in _kiwi().tokenize(text))


def _aligned(text: str, words: list[str], tags: list[str]) -> tuple[Token, ...]:
    """Find each word again in the text: the tokeniser joins syllables by underscores and forgets offsets."""
    found: list[Token] = []
    position = 0
    for word, tag in zip(words, tags, strict=True):
        pattern = r"\s*".join(re.escape(part) for part in word.split("_") if part)
        match = re.compile(pattern).search(text, position) if pattern else None
        if match is None:
            continue
        found.append(Token(match[0], match.start(), match.end(), tag))
        position = match.end()
    return tuple(found)


@functools.cache
def _pyvi() -> Any:
    return importlib.import_module("pyvi.ViPosTagger").ViPosTagger


@functools.cache
def _pyvi_tokenizer() -> Any:
    return importlib.import_module("pyvi.ViTokenizer").ViTokenizer


@functools.cache
def _kiwi() -> Any:
    return importlib.import_module("kiwipiepy").Kiwi(num_workers=1)
