"""The code of what a name says (institute, ceramics, a known body) comes in; its word in a language goes out."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nhipcau.language.organisation_names.lexicon import table

_BODY: Final = "@"
_FALLBACKS: Final = ("en", "vi", "ko")


def concept_name(code: str, language: str) -> str:
    """Return the usual word for a head, a trade or a known body ("@kicet"); an unknown code stands for itself."""
    words = _words().get(code) or _words().get(_BODY + code)
    if words is None:
        return code
    return next(words[one] for one in (language, *_FALLBACKS) if words.get(one))


@functools.cache
def _words() -> Mapping[str, Mapping[str, str]]:
    known: dict[str, Mapping[str, str]] = {}
    for name, mark in (("concepts.tsv", ""), ("bodies.tsv", _BODY)):
        for row in table(name):
            spoken = {language: row[language].split(";")[0] for language in _FALLBACKS if row[language]}
            if spoken:
                known[mark + row["code"]] = MappingProxyType(spoken)
    return MappingProxyType(known)
