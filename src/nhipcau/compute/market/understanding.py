"""Listings of an office come in; what they say goes out, wording and all, the space loaded when first needed."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from nhipcau.engine.match.prepared import Prepared, prepare_all
from nhipcau.engine.match.wording import Wording
from nhipcau.facts.market import Listing
from nhipcau.language.space import Space
from nhipcau.language.thesaurus.vocabulary import Vocabulary

_MOST_REMEMBERED: Final = 4_000
_REMEMBERING: Final = threading.Lock()


def understood(listings: Iterable[Listing], vocabulary: Vocabulary, *, sought: bool) -> Iterator[Prepared]:
    """Read many listings, in their order."""
    return prepare_all(listings, vocabulary, _wording(vocabulary), sought=sought)


def understood_some(listings: Sequence[Listing], vocabulary: Vocabulary, *, sought: bool) -> list[Prepared]:
    """Read some listings, those that are new together; asked again for the same, they are not read again."""
    remembered = _remembered(vocabulary, sought)
    known = {one: read for one in listings if (read := remembered.get(one)) is not None}
    fresh = [one for one in dict.fromkeys(listings) if one not in known]
    known.update(zip(fresh, understood(fresh, vocabulary, sought=sought), strict=True))
    with _REMEMBERING:
        remembered.update((one, known[one]) for one in fresh)
        for one in list(remembered)[: max(0, len(remembered) - _MOST_REMEMBERED)]:
            del remembered[one]
    return [known[one] for one in listings]


def understood_one(listing: Listing, vocabulary: Vocabulary, *, sought: bool) -> Prepared:
    """Read one listing; asked again for the same, it is not read again."""
    return understood_some([listing], vocabulary, sought=sought)[0]


@functools.lru_cache(maxsize=4)
def _remembered(_vocabulary: Vocabulary, _sought: bool) -> dict[Listing, Prepared]:
    return {}


@functools.lru_cache(maxsize=2)
def _wording(vocabulary: Vocabulary) -> Wording:
    return Wording(Space.shipped(), vocabulary)
