"""A value of a list as people write it comes in; the codes by which it is compared go out."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Final

from nhipcau.language.properties.closed_lists import members_by_word
from nhipcau.language.properties.concepts_asked import Concepts
from nhipcau.language.properties.registry import PROPERTIES
from nhipcau.language.text import fold

_HANGUL: Final = re.compile("[가-힣]")
_LANGUAGES: Final = ("vi", "en")
_CODE: Final = re.compile(r"(?<![A-Za-z0-9])(?=[A-Za-z0-9]*\d)[A-Z]{1,5}[ -]?\d[A-Za-z0-9]{1,7}(?![A-Za-z0-9])")
_IN_BRACKETS: Final = re.compile(r"\s?\(([^()]{2,24})\)\s*$")
_SHORT: Final = 8
_PARTED: Final = re.compile(r"\s*(?:[,;/+&、·|]|\s(?:và|and|및|or|hoặc|또는)\s)\s*")


@functools.lru_cache(maxsize=65536)
def members(code: str, word: str, vocabulary: Concepts) -> frozenset[str]:
    """Return the codes of a value: "ISO 9001:2015" is iso-9001, "tiếng Hàn" is ko, "통상실시권" non-exclusive-licence.

    A value that names several has all of them, without what is only the broader word of another (brass C3604 is
    the alloy). A word that nothing knows stands for itself, so that it can still be equal to itself.
    """
    folded = " ".join(fold(word).split())
    known = members_by_word(code)
    if folded in known:
        return frozenset({known[folded]})
    facets = PROPERTIES[code].facets if code in PROPERTIES else ()
    found = _of_short_list(folded, known, several=code == "language") if known and not facets else set()
    if not found and facets:
        # 네오디뮴(NdFeB): what stands in brackets is the exact name.
        inside = _IN_BRACKETS.search(word)
        exact = inside is not None and not _CODE.search(word[: inside.start()])
        found = _concepts(inside[1], facets, vocabulary) if inside and exact else set()
        found = found or _concepts(word, facets, vocabulary)
    return frozenset(found or {f"word:{folded}"})


@functools.lru_cache(maxsize=65536)
def is_unknown(code: str, word: str, vocabulary: Concepts) -> bool:
    """Tell whether nothing knows a value, not even a grade in it."""
    return members(code, word, vocabulary) == {f"word:{' '.join(fold(word).split())}"}


def _of_short_list(folded: str, known: Mapping[str, str], *, several: bool) -> set[str]:
    parts = {known[part] for part in _PARTED.split(folded) if part in known}
    if parts:
        return parts
    inside = sorted(
        (spelling for spelling in known if len(spelling) >= (4 if spelling.isascii() else 3) and spelling in folded),
        key=len,
        reverse=True,
    )
    return {known[spelling] for spelling in (inside if several else inside[:1])}


@functools.lru_cache(maxsize=65536)
def satisfied_by(code: str, member: str, vocabulary: Concepts) -> frozenset[str]:
    """Return the codes that satisfy a wanted one: itself and, in the thesaurus, everything narrower."""
    facets = PROPERTIES[code].facets if code in PROPERTIES else ()
    if not facets or member.startswith("word:") or member in members_by_word(code).values():
        return frozenset({member})
    return frozenset({member, *vocabulary.descendants(member)})


def _concepts(word: str, facets: tuple[str, ...], vocabulary: Concepts) -> set[str]:
    languages = ("ko",) if _HANGUL.search(word) else _LANGUAGES
    for language in languages:
        found = _tagged(word, language, facets, vocabulary)
        if found:
            return _grade(word, language, facets, vocabulary) or _narrowest(found, vocabulary)
    return _certified(word, vocabulary) if facets == ("certificate",) else set()


def _tagged(word: str, language: str, facets: tuple[str, ...], vocabulary: Concepts, least: int = 0) -> set[str]:
    tags = vocabulary.tag(word, language)
    return {tag.concept for tag in tags if tag.end > least and vocabulary.concept(tag.concept).facet in facets}


def _grade(word: str, language: str, facets: tuple[str, ...], vocabulary: Concepts) -> set[str]:
    """Return the grade that a value names beside a concept that is broader (gang xám GG25), if nothing knows it."""
    tags = [tag for tag in vocabulary.tag(word, language) if vocabulary.concept(tag.concept).facet in facets]
    for code in _CODE.finditer(word) if facets == ("material",) else ():
        if not any(tag.start < code.end() and code.start() < tag.end for tag in tags):
            return {f"word:{fold(code[0]).replace('-', '').replace(' ', '')}"}
    return set()


def _certified(word: str, vocabulary: Concepts) -> set[str]:
    """Look up a mark that is too short to be found by itself, such as UL, among the certificates named after it."""
    if len(word) > _SHORT:
        return set()
    return _tagged(f"chứng nhận {word}", "vi", ("certificate",), vocabulary, least=len("chứng nhận "))


def _narrowest(found: set[str], vocabulary: Concepts) -> set[str]:
    return {one for one in found if not any(other in found for other in vocabulary.descendants(one))}
