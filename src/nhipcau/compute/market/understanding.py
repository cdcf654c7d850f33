"""Listings of an office come in; what they say goes out, wording and all, the space loaded when first needed."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from nhipcau.engine.match.prepared import Prepared, prepare_all
from nhipcau.engine.match.wording import Wording
from nhipcau.facts.market import Listing
from nhipcau.language.space import Space
from nhipcau.language.thesaurus.vocabulary import Vocabulary


def understood(listings: Iterable[Listing], vocabulary: Vocabulary, *, sought: bool) -> Iterator[Prepared]:
    """Read many listings, in their order."""
    return prepare_all(listings, vocabulary, _wording(vocabulary), sought=sought)


@functools.lru_cache(maxsize=4_000)
def understood_one(listing: Listing, vocabulary: Vocabulary, *, sought: bool) -> Prepared:
    """Read one listing; asked again for the same, it is not read again."""
    return next(understood([listing], vocabulary, sought=sought))


@functools.lru_cache(maxsize=2)
def _wording(vocabulary: Vocabulary) -> Wording:
    return Wording(Space.shipped(), vocabulary)
