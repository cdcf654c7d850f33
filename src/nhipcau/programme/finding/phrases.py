"""Names come in; the phrases under which a store files them, so that whoever types finds them, go out.

A phrase is the rest of a name from one of its words on, without case, diacritics and legal form. What a person types is
then the beginning of a phrase: of the whole name (``START``) or of a part of it (``INSIDE``). Hangul is written with or
without blanks, so it is filed without, and every syllable begins a part.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from nhipcau.facts.organisation import Name
from nhipcau.language.legal_forms import strip_legal_form
from nhipcau.language.typed import initials, is_hangul
from nhipcau.programme.name_keys import ACRONYM, folded

START: Final = "\x01"
INSIDE: Final = "\x02"

LONGEST: Final = 48
"""So many letters of a phrase are filed; what is typed beyond them is for the judge of the candidates."""

_LONGEST_WITH_FORM: Final = 24
_LONGEST_NAME: Final = 300
_MOST: Final = 40
_LONGEST_WORD: Final = 40
# Words of legal forms that stand in every other name: nobody is found by them, so they begin no phrase.
_EVERYWHERE: Final = (
    "cong", "ty", "tnhh", "cp", "co", "phan", "mtv", "trach", "nhiem", "huu", "han", "ltd", "jsc", "company", "limited",
    "주식회사",
)  # fmt: skip


@functools.lru_cache(maxsize=32768)
def squeezed(text: str) -> str:
    """Return the folded words of a text, Hangul without the blanks that some write and some do not."""
    words: list[str] = []
    for word in folded(text[:_LONGEST_NAME]).split():
        if words and is_hangul(words[-1][-1]) and is_hangul(word[0]):
            words[-1] += word
        else:
            words.append(word)
    return " ".join(words)


@functools.lru_cache(maxsize=32768)
def bare(text: str) -> str:
    """Return a squeezed name without its legal form."""
    return squeezed(strip_legal_form(text[:_LONGEST_NAME])[0])


def phrases_of(names: Iterable[Name]) -> frozenset[str]:
    """Return every phrase of some names, with ``START`` or ``INSIDE`` before it."""
    return frozenset(phrase for name in names for phrase in _phrases(name.text, acronym=name.kind == ACRONYM))


def parts(text: str) -> Iterator[str]:
    """Return a squeezed name from each of its words on, the whole name first; single letters begin no part."""
    yield text
    for at in range(1, len(text)):
        begins = text[at - 1] == " " or (is_hangul(text[at]) and is_hangul(text[at - 1]))
        if begins and len(text) - at > 1 and text[at + 1] != " ":
            yield text[at:]


def words_of(names: Iterable[Name]) -> frozenset[str]:
    """Return the words of some names, as a store keeps them to see what a mistyped one was meant to be."""
    found: set[str] = set()
    for name in names:
        texts = (squeezed(name.text).replace(" ", ""),) if name.kind == ACRONYM else bare(name.text).split()[:_MOST]
        found.update(word[:_LONGEST_WORD] for word in texts if len(word) > 1)
    return frozenset(found)


def tells_little(word: str) -> bool:
    """Tell whether a folded word, as far as it is typed, is filed nowhere or begins something in every other name."""
    return len(word) < 2 or any(common.startswith(word) for common in _EVERYWHERE)


def number_of(text: str) -> int:
    """Return a number that stands for a text in an index: the same in every process, 63 bits."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 1


def _phrases(name: str, *, acronym: bool) -> Iterator[str]:
    if acronym:
        yield START + squeezed(name).replace(" ", "")[:LONGEST]
        return
    without, whole = bare(name), squeezed(name)
    for number, part in enumerate(parts(without)):
        if number == _MOST:
            break
        yield (INSIDE if number else START) + part[:LONGEST]
    if whole != without:
        yield START + whole[:_LONGEST_WITH_FORM]
        # Its form's words are filed one by one, so that every word of a name begins some phrase.
        yield from (INSIDE + word for word in whole.split()[:_MOST] if word not in _EVERYWHERE and len(word) > 1)
    if first := initials(without):
        yield START + first[:LONGEST]
