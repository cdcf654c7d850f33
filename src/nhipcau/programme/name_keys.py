"""Names of an organisation or a person come in; the keys under which the register finds it again go out.

Keys are exact after folding: two spellings share a key only where they differ in case, diacritics, punctuation or
legal form. Nothing fuzzy: Chungbuk is never Chungnam. An acronym alone says little (JNU, KNU), so its key holds the
country.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from nhipcau.facts.organisation import Name, Organisation, Person
from nhipcau.language.legal_forms import strip_legal_form
from nhipcau.language.romanise import name_key
from nhipcau.language.text import fold, normalise

ACRONYM = "acronym"

_PLAIN_FORMS = ("LLC", "LLC-1", "JSC")
_BANK = "ngan hang"
_LONGEST_PERSON = 100

_TRAILING = re.compile(r"^(?P<name>.+?)\s*[(（]\s*(?P<inner>[^()（）]{1,60})\s*[)）]$")
_HANGUL = re.compile(r"[가-힣]")
_NO_WORD = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Return the words of a text without case, diacritics and punctuation, one blank between them."""
    whole = unicodedata.normalize("NFKC", text)
    if not whole.isprintable():  # only then may it hold what nobody sees
        whole = "".join(c for c in whole if unicodedata.category(c) != "Cf")
    return " ".join(_NO_WORD.sub(" ", fold(whole)).split())


def bare_name(name: str, acronym: str | None) -> str:
    """Return a name without the acronym that the text puts behind it in brackets."""
    clean = " ".join(normalise(name).text.split())
    found = _TRAILING.match(clean)
    if found and acronym and folded(found["inner"]) == folded(acronym):
        return found["name"]
    return clean


def keys_of_names(names: Iterable[Name], country: str | None) -> frozenset[str]:
    """Return ``name:<folded>`` for full names and ``acronym:<country>:<folded>`` for acronyms with a country."""
    keys = set()
    for name in names:
        if name.kind == ACRONYM:
            key = f"acronym:{country.lower()}:{folded(name.text)}" if country else ""
        else:
            key = f"name:{_without_form(name.text)}"
        if key and not key.endswith(":"):
            keys.add(key)
    return frozenset(keys)


def name_and_other(name: str) -> tuple[str, str | None]:
    """Return a name, and the same name in another script that the text puts behind it in brackets, if any.

    Only another script counts (*Công viên Công nghệ Chungbuk (Chungbuk Technopark)*): brackets in the same one may
    hold the parent body.
    """
    found = _TRAILING.match(name)
    if not found:
        return name, None
    outer, inner = found["name"], found["inner"]
    other = bool(_HANGUL.search(outer)) != bool(_HANGUL.search(inner)) or (inner.isascii() and not outer.isascii())
    long_enough = len(folded(inner).split()) > 1 or bool(_HANGUL.search(inner))
    return (outer, inner) if other and long_enough else (name, None)


def _without_form(name: str) -> str:
    """Return a folded name without a plain company form; a group, a corporation or a bank is another body."""
    bare, form = strip_legal_form(name)
    whole = folded(name)
    if form not in _PLAIN_FORMS or whole.startswith(_BANK):
        return whole
    return folded(bare) or whole


def organisation_keys(organisation: Organisation) -> frozenset[str]:
    """Return the keys of an organisation; a store keeps them beside it and finds it by any of them.

    One that was merged away has none: the one that it turned out to be carries its names.
    """
    if organisation.merged_into is not None:
        return frozenset()
    return keys_of_names(organisation.names, organisation.country)


def person_keys(person: Person) -> frozenset[str]:
    """Return the keys of a person; a store keeps them beside the person. One that was merged away has none."""
    if person.merged_into is not None:
        return frozenset()
    exact = frozenset(f"person:{folded(name.text)}" for name in person.names if folded(name.text))
    return exact | spelling_keys(name.text for name in person.names)


def spelling_keys(names: Iterable[str]) -> frozenset[str]:
    """Return keys that spellings of one name share in any script (이득운, Lee Deukwoon); they prove nothing."""
    return frozenset(f"like:{key}" for name in names for key in name_key(name[:_LONGEST_PERSON]))
