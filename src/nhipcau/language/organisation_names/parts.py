"""A name comes in as it was written; its words, told apart into form, head, trade, place, number and core, go out."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from nhipcau.language.organisation_names.hangul import parts_of
from nhipcau.language.organisation_names.lexicon import Meaning, Reading, Trie, reading, trie
from nhipcau.language.organisation_names.sounds import sound
from nhipcau.language.text import fold

_LONGEST_NAME: Final = 300
_MOST_WORDS: Final = 40
_TOKEN: Final = re.compile(r"\d+(?:-\d+)+|[가-힣]+|[^\W_가-힣]+|[()\[\]]")
_DROPPED: Final = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_HANGUL: Final = "가"
_ROMAN: Final = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
    "xi": "11", "xii": "12",
}  # fmt: skip
_ROMAN_LAST: Final = frozenset({"i", "v", "x"})
_NUMBER_WORDS: Final = frozenset({"số", "so", "no", "nr", "제"})
_ODD: Final = _NUMBER_WORDS | {"tp"}
_BRACKETED_FORMS: Final = {"주": "JSC", "유": "LLC", "재": "foundation", "사": "association"}
_GOVERNMENTS: Final = frozenset({"province-government", "city-government", "people-committee"})
# Words behind which the body that another belongs to is named, and how Vietnamese ministries go on.
_PARENT: Final = frozenset({"bộ", "thuộc", "trực", "ministry"})
_MINISTRY_BEGINS: Final = frozenset(
    {"công", "khoa", "giáo", "tài", "y", "xây", "quốc", "ngoại", "nông", "kế", "lao", "giao"}
)
_TECH: Final = "tech"
_SHORTEST_TECH: Final = 7
_ACRONYM_LENGTHS: Final = range(2, 11)


@dataclass(slots=True)
class Parts:
    """What has been found of a name so far; ``heard`` are the keys of sound of the core."""

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
            elif role == "number":
                self.numbers.add(meaning.code)
            elif role == "seat":
                self.seat = True


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as written, in lower case and in folded letters, with its key of sound; an ``odd`` one is looked at."""

    written: str
    lower: str
    folded: str
    sound: str
    odd: bool
    technical: bool
    alone: Reading | None
    starts: Mapping[str, Trie] | None


@functools.lru_cache(maxsize=100_000)
def _word(written: str) -> _Word:
    lower = written.lower()
    odd = written in "()[]" or lower[0].isdigit() or lower in _ODD or (written.isupper() and lower in _ROMAN)
    folded = fold(lower)
    # Hana Tech and Hanatech are one name.
    technical = folded.endswith(_TECH) and len(folded) > _SHORTEST_TECH
    if technical:
        folded = folded.removesuffix(_TECH)
    found = trie().get(folded)
    alone = reading(lower) if found is not None and found.ends else None
    starts = found.then if found is not None and found.then else None
    return _Word(written, lower, folded, "" if lower >= _HANGUL else sound(folded), odd, technical, alone, starts)


def parts_of_name(name: str) -> Parts:
    """Return the parts of a name; of one that is too long for a name, only its beginning is read."""
    words = [_word(word) for word in words_of(name)]
    parts = Parts()
    at, end = 0, len(words)
    while at < end:
        word = words[at]
        if word.lower in _PARENT and parts.head and _parent_begins(words, at):
            break
        if word.odd:
            after = _odd(parts, words, at)
            if after:
                at = after
                continue
        after = _phrase(parts, words, at) if word.starts is not None else 0
        if after:
            at = after
            continue
        if word.alone is not None and _took(parts, word.alone):
            at += 1
            continue
        if word.sound:
            parts.core.append(word.folded)
            parts.heard.append(word.sound)
            if word.technical:
                parts.trade.add("technology")
        else:
            _hangul(parts, word.lower)
        at += 1
    _finish(parts, words)
    return parts


def _parent_begins(words: list[_Word], at: int) -> bool:
    """Tell whether what follows is the body that this one belongs to: *Cục Công nghiệp - Bộ Công Thương*."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    return words[at].lower != "bộ" or following in _MINISTRY_BEGINS


def words_of(name: str) -> list[str]:
    """Return the words and brackets of a name as they are written; of a long name, only the beginning is read."""
    text = name[:_LONGEST_NAME]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        if not text.isprintable():
            text = _DROPPED.sub("", text)
    return _TOKEN.findall(text)[:_MOST_WORDS]


def _odd(parts: Parts, words: list[_Word], at: int) -> int:
    """Take what is no plain word: a bracket, a number, a technopark's two letters; 0 where it is a word after all."""
    word = words[at]
    if word.written in "()[]":
        return _bracketed(parts, words, at)
    if word.lower == "tp" and any(place.startswith("KR-") for place in parts.places):
        parts.head.add("technopark")
        return at + 1
    return _number(parts, words, at)


def _bracketed(parts: Parts, words: list[_Word], at: int) -> int:
    """Take a bracket with one acronym or legal form in it, or step over it; return where to go on."""
    if words[at].written in "([" and at + 2 < len(words) and words[at + 2].written in ")]":
        inner = words[at + 1].written
        if inner in _BRACKETED_FORMS:
            parts.form = parts.form or _BRACKETED_FORMS[inner]
            return at + 3
        if _is_short_name(inner) and len(words) > 3:
            parts.acronyms.add(inner.lower())
            return at + 3
    return at + 1


def _is_acronym(word: str) -> bool:
    return word.isascii() and word.isalpha() and word.isupper() and len(word) in _ACRONYM_LENGTHS


def _is_short_name(word: str) -> bool:
    """Tell whether a word in brackets is an acronym: HaUI and VNPT are, Hanoi is not."""
    return word.isascii() and word.isalnum() and len(word) in _ACRONYM_LENGTHS and sum(map(str.isupper, word)) > 1


def _number(parts: Parts, words: list[_Word], at: int) -> int:
    """Take a number, with the word for "number" before it; a Roman one stands in capitals behind something."""
    word = words[at].lower
    if word.replace("-", "").isdecimal():
        parts.numbers.add(word.lstrip("0") or "0")
        return at + 1
    if word in _NUMBER_WORDS and at + 1 < len(words) and words[at + 1].lower[0].isdecimal():
        return at + 1
    if at and words[at].written.isupper() and _mixed(words) and (word not in _ROMAN_LAST or at + 1 == len(words)):
        roman = _ROMAN.get(word)
        if roman:
            parts.numbers.add(roman)
            return at + 1
    return 0


def _phrase(parts: Parts, words: list[_Word], at: int) -> int:
    """Take the longest phrase of two words or more that begins here; return where to go on, 0 where none does."""
    then, end, most = words[at].starts, at + 1, len(words)
    ends = []
    while then and end < most:
        node = then.get(words[end].folded)
        if node is None:
            break
        end += 1
        then = node.then
        if node.ends:
            ends.append(end)
    for end in reversed(ends):
        found = reading(" ".join([word.lower for word in words[at:end]]))
        if found is not None and _took(parts, found):
            return end
    return 0


def _took(parts: Parts, found: Reading) -> bool:
    """Note what a phrase means where it stands, and tell whether it means anything."""
    meanings = found.anywhere
    if found.opening and not parts.core:
        meanings = found.opening + meanings
    if found.first and not (parts.core or parts.trade or parts.places or parts.head):
        meanings = found.first + meanings
    parts.take(meanings)
    return bool(meanings)


def _hangul(parts: Parts, word: str) -> None:
    for part in parts_of(word):
        if part.meanings:
            parts.take(part.meanings)
        else:
            parts.core.append(part.latin)
            parts.heard.append(part.sound)


def _finish(parts: Parts, words: list[_Word]) -> None:
    """Settle what only the whole name shows."""
    if parts.places or parts.head:
        _governs(parts)
    if parts.plant:
        parts.head.add("branch")
    if any(word.written in "([" for word in words):
        _say_once(parts)
    if len(parts.core) == 1 and not parts.trade and not parts.places:
        core = parts.core[0]
        if any(word.folded == core and _is_acronym(word.written) for word in words) and _stands_out(words):
            parts.acronyms.add(core)
    if not (parts.core or parts.trade or parts.head or parts.places or parts.numbers or parts.acronyms):
        parts.core.extend(word.folded for word in words if word.written not in "()[]")
        parts.heard.extend(map(sound, parts.core))


def _say_once(parts: Parts) -> None:
    """Keep one of two spellings where brackets repeat the name: 삼성전자(Samsung Electronics)."""
    half = len(parts.heard) // 2
    if half and parts.heard[:half] == parts.heard[half:]:
        del parts.heard[half:], parts.core[half:]


def _stands_out(words: list[_Word]) -> bool:
    return len(words) == 1 or _mixed(words)


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


def _mixed(words: list[_Word]) -> bool:
    """Tell whether a name is not written in capitals throughout."""
    return any(not word.written.isupper() and word.written[0].isalpha() for word in words)
