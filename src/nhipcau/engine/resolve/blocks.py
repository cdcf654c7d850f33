"""A record comes in; the keys under which records that may be the same body meet go out.

Two records are compared only where they share a key, so every way in which one body is written twice must leave at
least one: the same number, phone, domain, site or person, the same sound of the name, or the same acronym.
"""

from __future__ import annotations

from typing import Final

from nhipcau.engine.resolve.prepared import Prepared, prepare
from nhipcau.facts.record import Record

_LONG_ENOUGH: Final = 4
_PREFIX: Final = 5


def block_keys(record: Record) -> frozenset[str]:
    """Return the keys of a record."""
    return keys_of(prepare(record))


def keys_of(prepared: Prepared) -> frozenset[str]:
    """Return the keys of a prepared record, each with the letter of its kind in front."""
    keys = {f"i:{scheme}:{value}" for scheme, value in prepared.codes}
    keys.update(f"n:{key}" for key in prepared.keys)
    keys.update(f"c:{core}" for core in prepared.cores if len(core) >= _LONG_ENOUGH)
    keys.update(f"p:{core[:_PREFIX]}:{prepared.place}" for core in prepared.cores if len(core) > _PREFIX)
    keys.update(f"a:{acronym}" for acronym in prepared.acronyms)
    for head in prepared.heads:
        keys.update(f"b:{head}:{trade}" for trade in prepared.trades)
        keys.update(f"b:{head}:{seat}" for seat in prepared.seats)
    keys.update(f"h:{person}" for person in prepared.people)
    for letter, value in (("t", prepared.phone), ("d", prepared.domain), ("s", prepared.site)):
        if value:
            keys.add(f"{letter}:{value}")
    return frozenset(keys)
