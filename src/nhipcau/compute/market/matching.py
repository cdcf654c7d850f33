"""A file of needs and a file of offers come in; the ranking of every need goes out, explained. No database."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from nhipcau.compute.market.index import MarketIndex
from nhipcau.compute.market.records import Records, records
from nhipcau.engine.match.asking import Asking, ask
from nhipcau.engine.match.prepared import Prepared, prepare
from nhipcau.engine.match.query import Hit
from nhipcau.engine.match.ranking import ranking
from nhipcau.facts.matching import Ranking
from nhipcau.language.thesaurus.vocabulary import Vocabulary

_AT_A_TIME: Final = 500
_REMEMBERED: Final = 20_000


def match_files(
    needs: Path,
    offers: Path,
    vocabulary: Vocabulary,
    *,
    top: int,
    walked: Callable[[Iterator[Prepared]], Iterator[Prepared]] = iter,
) -> Iterator[Ranking]:
    """Yield the ranking of each need in the order of the file; ``walked`` may watch the offers go by.

    Raises ``BadInput`` where a file, or a line of it, cannot be used.
    """
    with records(offers) as supply, records(needs) as demand:
        prepared = walked(prepare(listing, vocabulary) for listing in supply)
        index = MarketIndex.build(offer.item for offer in prepared)
        offer = functools.lru_cache(_REMEMBERED)(functools.partial(_prepared, supply, vocabulary))
        asked = (ask(prepare(need, vocabulary), vocabulary, index, top=top) for need in demand)
        while some := list(islice(asked, _AT_A_TIME)):
            found = index.search_many([asking.query for asking in some])
            for asking, (matches, near) in zip(some, found, strict=True):
                yield _ranking(asking, matches, near, offer, vocabulary)


def _prepared(supply: Records, vocabulary: Vocabulary, offer_id: str) -> Prepared:
    return prepare(supply.listing(offer_id), vocabulary)


def _ranking(
    asking: Asking, matches: list[Hit], near: list[Hit], offer: Callable[[str], Prepared], vocabulary: Vocabulary
) -> Ranking:
    return ranking(asking, [offer(one.id) for one in matches], [offer(one.id) for one in near], vocabulary)
