"""The name of an organisation in Vietnamese, Korean or English comes in; its parts go out."""

from __future__ import annotations

import functools

from nhipcau.language.organisation_names.bodies import acronyms_of
from nhipcau.language.organisation_names.name import OrganisationName
from nhipcau.language.organisation_names.parts import parts_of_name

_NONE: frozenset[str] = frozenset()


@functools.lru_cache(maxsize=20_000)
def analyse(name: str) -> OrganisationName:
    """Return the parts of a name, whatever the language; a known public body's code is among its acronyms."""
    parts = parts_of_name(name)
    acronyms = acronyms_of(name, parts)
    return OrganisationName(
        text=name,
        form=parts.form,
        core=tuple(parts.core),
        head=frozenset(parts.head) if parts.head else _NONE,
        trade=frozenset(parts.trade) if parts.trade else _NONE,
        places=frozenset(parts.places) if parts.places else _NONE,
        numbers=frozenset(parts.numbers) if parts.numbers else _NONE,
        acronyms=acronyms or _NONE,
        sounds=parts.sounds,
    )
