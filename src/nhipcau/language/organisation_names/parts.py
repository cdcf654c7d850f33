"""A name comes in as it was written; its words, told apart into form, head, trade, place, number and core, go out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final

from nhipcau.language.organisation_names.hangul import parts_of
from nhipcau.language.organisation_names.lexicon import Meaning, Reading, longest, reading
from nhipcau.language.organisation_names.sounds import sound
from nhipcau.language.text import fold

_LONGEST_NAME: Final = 300
_MOST_WORDS: Final = 40
_TOKEN: Final = re.compile(r"\d+(?:-\d+)+|[가-힣]+|[^\W_가-힣]+|[()\[\]]")
_DROPPED: Final = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_HANGUL: Final = "가"
_ROMAN: Final = {
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12",
}  # fmt: skip
_ROMAN_LAST: Final = {"i": "1", "v": "5", "x": "10"}
_NUMBER_WORDS: Final = frozenset({"số", "so", "no", "nr", "제"})
_BRACKETED_FORMS: Final = {"주": "JSC", "유": "LLC", "재": "foundation", "사": "association"}
_GOVERNMENTS: Final = frozenset({"province-government", "city-government", "people-committee"})
_ACRONYM_LENGTHS: Final = range(2, 11)


@dataclass(slots=True)
class Parts:
    """What has been found of a name so far; ``spoken`` are the codes and words in their order."""

    form: str | None = None
    core: list[str] = field(default_factory=list)
    head: set[str] = field(default_factory=set)
    trade: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    heard: list[str] = field(default_factory=list)
    seat: bool = False
    plant: bool = False

    @property
    def sounds(self) -> str:
        """Return the key of the core: its words without spaces."""
        return "".join(self.heard)

    def take(self, meanings: tuple[Meaning, ...]) -> None:
        """Note what a phrase means."""
        for meaning in meanings:
            role = meaning.role
            if role == "trade":
                self.trade.add(meaning.code)
            elif role == "form":
                self.form = self.form or meaning.code
                self.plant = False
            elif role == "place":
                self.places.add(meaning.code)
            elif role == "head":
                self.head.add(meaning.code)
                self.plant = self.plant or (meaning.code == "factory" and bool(self.core))
            elif role == "seat":
                self.seat = True


def parts_of_name(name: str) -> Parts:
    """Return the parts of a name; of one that is too long for a name, only its beginning is read."""
    written = words_of(name)
    words = [word.lower() for word in written]
    parts = Parts()
    at = 0
    while at < len(words):
        at = _bracketed(parts, written, at) or _number(parts, written, words, at) or _phrase(parts, words, at)
    _finish(parts, written, words)
    return parts


def words_of(name: str) -> list[str]:
    """Return the words and brackets of a name as they are written; of a long name, only the beginning is read."""
    text = name[:_LONGEST_NAME]
    if not text.isascii():
        text = _DROPPED.sub("", unicodedata.normalize("NFKC", text))
    return _TOKEN.findall(text)[:_MOST_WORDS]


def _bracketed(parts: Parts, written: list[str], at: int) -> int:
    """Take a bracket with one acronym or legal form in it, or step over a bracket; return where to go on, 0 for nowhere."""
    if written[at] not in "()[]":
        return 0
    if written[at] in "([" and at + 2 < len(written) and written[at + 2] in ")]":
        inner = written[at + 1]
        if inner in _BRACKETED_FORMS:
            parts.form = parts.form or _BRACKETED_FORMS[inner]
            return at + 3
        if _is_short_name(inner) and len(written) > 3:
            parts.acronyms.add(inner.lower())
            return at + 3
    return at + 1


def _is_acronym(word: str) -> bool:
    return word.isascii() and word.isalpha() and word.isupper() and len(word) in _ACRONYM_LENGTHS


def _is_short_name(word: str) -> bool:
    """Tell whether a word in brackets is an acronym: HaUI and VNPT are, Hanoi is not."""
    return word.isascii() and word.isalnum() and len(word) in _ACRONYM_LENGTHS and sum(map(str.isupper, word)) > 1


def _number(parts: Parts, written: list[str], words: list[str], at: int) -> int:
    """Take a number, with the word for "number" before it; a Roman one stands in capitals behind something."""
    word = words[at]
    if word[0].isdigit() and word.replace("-", "").isdigit():
        parts.numbers.add(word.lstrip("0") or "0")
        return at + 1
    if word in _NUMBER_WORDS and at + 1 < len(words) and words[at + 1][0].isdigit():
        return at + 1
    if at and written[at].isupper():
        roman = _ROMAN.get(word) or (_ROMAN_LAST.get(word) if at + 1 == len(words) else None)
        if roman:
            parts.numbers.add(roman)
            return at + 1
    return 0


def _phrase(parts: Parts, words: list[str], at: int) -> int:
    """Take the longest phrase that begins here, or the one word; return where to go on."""
    word = words[at]
    if word == "tp" and any(place.startswith("KR-") for place in parts.places):
        parts.head.add("technopark")
        return at + 1
    folded = fold(word) if not word.isascii() else word
    for length in range(min(longest().get(folded, 0), len(words) - at), 0, -1):
        found = reading(word if length == 1 else " ".join(words[at : at + length]))
        meanings = _here(found, parts, at) if found is not None else ()
        if meanings:
            parts.take(meanings)
            return at + length
    if word >= _HANGUL:
        _hangul(parts, word)
    else:
        parts.core.append(folded)
        parts.heard.append(sound(folded))
    return at + 1


def _here(found: Reading, parts: Parts, at: int) -> tuple[Meaning, ...]:
    """Return what a phrase means where it stands."""
    meanings = found.anywhere
    if not parts.core and found.opening:
        meanings = found.opening + meanings
    if found.first and not (parts.core or parts.trade or parts.places or parts.head):
        meanings = found.first + meanings
    return meanings


def _hangul(parts: Parts, word: str) -> None:
    for part in parts_of(word):
        if part.meanings:
            parts.take(part.meanings)
        else:
            parts.core.append(part.latin)
            parts.heard.append(part.sound)


def _finish(parts: Parts, written: list[str], words: list[str]) -> None:
    """Settle what only the whole name shows."""
    _governs(parts)
    if parts.plant:
        parts.head.add("branch")
    if len(parts.core) == 1 and not parts.trade and not parts.places:
        word = parts.core[0]
        if any(_is_acronym(one) and one.lower() == word for one in written) and (len(written) == 1 or _mixed(written)):
            parts.acronyms.add(word)
    if not (parts.core or parts.trade or parts.head or parts.places or parts.numbers or parts.acronyms):
        parts.core.extend(fold(word) for word in words if word not in "()[]")
        parts.heard.extend(map(sound, parts.core))


def _governs(parts: Parts) -> None:
    """A place with nothing beside it is its government; which level governs, the place says."""
    alone = not (parts.core or parts.trade or parts.head or parts.form or parts.numbers)
    if not (parts.places and alone) and parts.head.isdisjoint(_GOVERNMENTS):
        return
    parts.head -= _GOVERNMENTS
    if parts.core or any(":" in place for place in parts.places):
        parts.head.add("city-government")
    else:
        parts.head.add("province-government" if any("-" in place for place in parts.places) else "government")


def _mixed(written: list[str]) -> bool:
    return any(not word.isupper() for word in written)
