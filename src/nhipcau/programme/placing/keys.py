"""An organisation or a record comes in; the numbers under which bodies that may be the same meet go out.

A store keeps the numbers, not the keys' texts: a million bodies have ten million keys. Two keys of one number only
bring a candidate too many, which the comparison turns away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from nhipcau.engine.resolve.blocks import block_keys
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.placing.records import record_of

_BYTES = 8


def block_numbers(organisation: Organisation) -> tuple[int, ...]:
    """Return the numbers of an organisation; one that was merged away meets nobody any more."""
    if organisation.merged_into is not None:
        return ()
    return numbers_of(block_keys(record_of(organisation)))


def number_of(key: str) -> int:
    """Return the number of a key, signed, of 64 bits."""
    digest = hashlib.blake2b(key.encode(), digest_size=_BYTES).digest()
    return int.from_bytes(digest, "big", signed=True)


def numbers_of(keys: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers of some keys, each once."""
    return tuple(sorted(set(map(number_of, keys))))
