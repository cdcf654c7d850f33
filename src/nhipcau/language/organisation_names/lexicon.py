"""The tables of forms, concepts and places come in from the package; what a phrase means goes out."""

from __future__ import annotations

import csv
import functools
import importlib.resources
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from nhipcau.language.places import places
from nhipcau.language.text import fold, normalise

_LANGUAGES: Final = ("vi", "en", "ko")
# These words are given names and common nouns as well: they are heads only where a name begins.
_FIRST_ONLY: Final = frozenset(
    {"bộ", "sở", "cục", "hội", "vụ", "ban", "quỹ", "phòng", "báo", "khoa", "tt", "bv", "đh", "cđ", "cn"},
)
_ONE_SYLLABLE_COUNTRIES: Final = frozenset({"mỹ", "đức", "nga", "pháp", "lào", "úc"})
_NO_PLACES_IN_HANGUL: Final = frozenset({"우리나라", "토"})
_SEATS: Final = (
    "tỉnh", "province", "도", "성", "state", "metropolitan city", "metropolitan government",
    "special metropolitan city", "special self governing province", "special self governing city", "special city",
    "특별시", "광역시", "특별자치도",
)  # fmt: skip
_BOTH: Final = ("VN", "KR")
# Adjectives and pairs of countries: bodies of the cooperation carry both.
_COUNTRY_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "korean": ("KR",), "vietnamese": ("VN",), "vina": ("VN",), "비나": ("VN",), "việt hàn": _BOTH, "hàn việt": _BOTH,
    "hàn quốc việt nam": _BOTH, "한베": _BOTH, "베한": _BOTH, "한 베": _BOTH, "한 베트남": _BOTH, "베 한": _BOTH,
    "korea viet nam": _BOTH,
}  # fmt: skip
_LIGHT: Final = frozenset({"technology", "engineering", "research", "general", "national", "public", "promotion"})
# What even a public body's field is not told by; its industry, trade or investment is.
_COMMON: Final = _LIGHT | {
    "consulting", "service", "management", "evaluation", "cooperation", "enterprises", "solution",
    "system", "international", "advanced", "production", "equipment", "natural", "resources", "joint",
}  # fmt: skip
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase is: ``role`` is form, head, trade, place, filler or seat; ``code`` names it."""

    role: str
    code: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means anywhere, before any proper word, and at the very beginning of a name."""

    anywhere: tuple[Meaning, ...] = ()
    opening: tuple[Meaning, ...] = ()
    first: tuple[Meaning, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    written: str
    language: str
    meaning: Meaning
    strict: bool

    @property
    def where(self) -> str:
        if self.written in _FIRST_ONLY:
            return "first"
        single = " " not in self.written and self.language == "vi"
        return "opening" if single and self.meaning.role in ("head", "trade") else "anywhere"


@functools.cache
def phrases() -> Mapping[str, tuple[_Entry, ...]]:
    """Return, for each phrase in folded letters, what it may stand for."""
    known: dict[str, list[_Entry]] = {}
    for entry in (*_forms(), *_concepts(), *_places(), *_seats()):
        known.setdefault(fold(entry.written), []).append(entry)
    return MappingProxyType({key: tuple(entries) for key, entries in known.items()})


@dataclass(slots=True)
class Trie:
    """Where phrases may go on from here, word by word in folded letters, and whether one ends here."""

    then: dict[str, Trie]
    ends: bool = False


@functools.cache
def trie() -> Mapping[str, Trie]:
    """Return the phrases by their first words."""
    root = Trie({})
    for key in phrases():
        node = root
        for word in key.split(" "):
            node = node.then.setdefault(word, Trie({}))
        node.ends = True
    return MappingProxyType(root.then)


@functools.lru_cache(maxsize=100_000)
def reading(written: str) -> Reading | None:
    """Return what a phrase (in lower case, its words one space apart) means, ``None`` where it means nothing."""
    entries = phrases().get(fold(written))
    if not entries:
        return None
    exact = [entry for entry in entries if entry.written == written]
    chosen = exact or [entry for entry in entries if not entry.strict and _lost_marks(written, entry.written)]
    if not chosen:
        return None
    plain = written.isascii()
    places_of: dict[str, list[Meaning]] = {"anywhere": [], "opening": [], "first": []}
    for entry in chosen:
        where = entry.where if plain or entry.where == "first" else "anywhere"
        places_of[where].append(entry.meaning)
    return Reading(**{where: tuple(dict.fromkeys(meanings)) for where, meanings in places_of.items()})


def _lost_marks(written: str, full: str) -> bool:
    """Tell whether ``written`` is ``full`` with some of its marks lost, and none put in their place."""
    if len(written) != len(full):
        return written.isascii()
    return all(one == other or (one.isascii() and fold(other) == one) for one, other in zip(written, full, strict=True))


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of one of the package's tables."""
    lines = importlib.resources.files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t"))


def spelled(phrase: str) -> str:
    """Return a phrase as names are looked up: one spelling, lower case, its words one space apart."""
    return " ".join(_WORD.findall(normalise(phrase).text.lower()))


def _entries(row: Mapping[str, str], meaning: Meaning) -> Iterator[_Entry]:
    for language in _LANGUAGES:
        for phrase in filter(None, row[language].split(";")):
            yield _Entry(spelled(phrase), language, meaning, phrase.startswith("!"))


def _forms() -> Iterator[_Entry]:
    for row in table("forms.tsv"):
        yield from _entries(row, Meaning("form", row["code"]))


def _concepts() -> Iterator[_Entry]:
    for row in table("concepts.tsv"):
        role = {"generic": "trade"}.get(row["kind"], row["kind"])
        yield from _entries(row, Meaning(role, row["code"]))


@functools.cache
def generic_trades() -> frozenset[str]:
    """Return the trades that so many bodies share that they tell none apart: technology, trading, service ..."""
    return frozenset(row["code"] for row in table("concepts.tsv") if row["kind"] == "generic")


def light_trades() -> frozenset[str]:
    """Return the generic trades that translations add and leave out."""
    return _LIGHT


def common_fields() -> frozenset[str]:
    """Return the generic trades that do not tell even public bodies apart."""
    return _COMMON


def _places() -> Iterator[_Entry]:
    for place in places().values():
        for language in _LANGUAGES:
            for name in place.names[language]:
                written = spelled(name)
                if written not in _ONE_SYLLABLE_COUNTRIES and written not in _NO_PLACES_IN_HANGUL:
                    yield _Entry(written, language, Meaning("place", place.code), strict=False)


def _seats() -> Iterator[_Entry]:
    for word in _SEATS:
        yield _Entry(word, "en", Meaning("seat", "province-government"), strict=False)
    for word, codes in _COUNTRY_WORDS.items():
        for code in codes:
            yield _Entry(word, "en", Meaning("place", code), strict=False)
