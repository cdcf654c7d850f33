"""The parts of a party or a person as a paper has them come in; names as the register keeps them go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from nhipcau.facts.organisation import Name, Organisation
from nhipcau.language.detect import language_of
from nhipcau.programme.name_keys import ACRONYM, bare_name, folded, name_and_other

_HANGUL = re.compile(r"[가-힣]")


def names_of_party(party: Mapping[str, str], language: str) -> tuple[Name, ...]:
    """Return the full name, without what stands in brackets, its other spelling from there, and the acronym."""
    acronym = party.get("acronym") or None
    name, other = name_and_other(bare_name(party["name"], acronym))
    names = [Name(name, language_of_name(name, language), "official")]
    if other:
        names.append(Name(other, language_of_name(other, "en"), "alias"))
    if acronym:
        if folded(acronym) == folded(name):
            return (Name(acronym, "und", ACRONYM),)
        names.append(Name(acronym, "und", ACRONYM))
    return tuple(names)


def language_of_name(name: str, language: str) -> str:
    """Return the language that a name is written in, by its letters, else that of its document."""
    if _HANGUL.search(name):
        return "ko"
    found = language_of(name)
    if found == "und":
        return "und" if language == "ko" else language
    return found


def with_spellings(known: Iterable[Name], heard: Iterable[Name]) -> tuple[Name, ...]:
    """Return known names with new spellings behind them as aliases; what folds alike in one kind is no news."""
    names = list(known)
    for name in heard:
        spellings = {item.text for item in names}
        if name.text in spellings:
            continue
        names.append(Name(name.text, name.language, name.kind if name.kind == ACRONYM else "alias"))
    return tuple(names)


def short_name(organisation: Organisation) -> str:
    """Return the acronym of an organisation, or its first name where it has none."""
    acronym = next((name.text for name in organisation.names if name.kind == ACRONYM), None)
    return acronym or organisation.names[0].text
