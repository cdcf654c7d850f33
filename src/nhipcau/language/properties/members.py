"""A value of a list as people write it comes in; the codes by which it is compared go out."""

from __future__ import annotations

import functools
import re
from typing import Final

from nhipcau.language.properties.closed_lists import members_by_word
from nhipcau.language.properties.concepts_asked import Concepts
from nhipcau.language.properties.registry import PROPERTIES
from nhipcau.language.text import fold

_HANGUL: Final = re.compile("[가-힣]")
_LANGUAGES: Final = ("vi", "en")
_PARTED: Final = re.compile(r"\s*(?:[,;/+&、·|]|\s(?:và|and|및|or|hoặc|또는)\s)\s*")


@functools.lru_cache(maxsize=65536)
def members(code: str, word: str, vocabulary: Concepts) -> frozenset[str]:
    """Return the codes of a value: "ISO 9001:2015" is iso-9001, "tiếng Hàn" is ko, "통상실시권" non-exclusive-licence.

    A value that names several has all of them, without what is only the broader word of another (brass C3604 is
    the alloy). A word that nothing knows stands for itself, so that it can still be equal to itself.
    """
    known = members_by_word(code)
    folded = " ".join(fold(word).split())
    if folded in known:
        return frozenset({known[folded]})
    found = {known[part] for part in _PARTED.split(folded) if part in known}
    if code == "language" and not found:
        found = {member for spelling, member in known.items() if len(spelling) > 3 and spelling in folded}
    facets = PROPERTIES[code].facets if code in PROPERTIES else ()
    found |= _concepts(word, facets, vocabulary) if facets else set()
    return frozenset(found or {f"word:{folded}"})


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
        tags = vocabulary.tag(word, language)
        found = {tag.concept for tag in tags if vocabulary.concept(tag.concept).facet in facets}
        if found:
            return _narrowest(found, vocabulary)
    return set()


def _narrowest(found: set[str], vocabulary: Concepts) -> set[str]:
    return {one for one in found if not any(other in found for other in vocabulary.descendants(one))}
