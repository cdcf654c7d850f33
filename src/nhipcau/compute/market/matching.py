"""A file of needs and a file of offers come in; the ranking of every need goes out, explained. No database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

from nhipcau.compute.market.index import MarketIndex
from nhipcau.compute.market.records import records
from nhipcau.engine.match.asking import ask
from nhipcau.engine.match.prepared import Prepared, prepare_all
from nhipcau.engine.match.ranking import ranking
from nhipcau.engine.match.wording import Wording
from nhipcau.facts.matching import Ranking
from nhipcau.language.thesaurus.vocabulary import Vocabulary

_AT_A_TIME: Final = 200

Watch: TypeAlias = Callable[[Iterator[Prepared]], Iterator[Prepared]]


def match_files(
    needs: Path, offers: Path, vocabulary: Vocabulary, wording: Wording | None, *, top: int, watch: Watch = iter
) -> Iterator[Ranking]:
    """Yield the ranking of each need in the order of the file; ``watch`` may look at the offers as they go by.

    Without ``wording`` only labels and words are compared: ten times as quick, and less is found across languages.
    Raises ``BadInput`` where a file, or a line of it, cannot be used.
    """
    with records(offers) as supply, records(needs) as demand:
        index = MarketIndex.build(offer.item for offer in watch(prepare_all(supply, vocabulary, wording)))
        asked = (
            ask(need, vocabulary, index, top=top) for need in prepare_all(demand, vocabulary, wording, sought=True)
        )
        while some := list(islice(asked, _AT_A_TIME)):
            found = list(index.search_many([asking.query for asking in some]))
            hits = {hit.id: supply.listing(hit.id) for matches, near in found for hit in (*matches, *near)}
            shown = {one.listing.id: one for one in prepare_all(hits.values(), vocabulary, wording)}
            for asking, (matches, near) in zip(some, found, strict=True):
                fits = [shown[hit.id] for hit in matches]
                yield ranking(asking, fits, [shown[hit.id] for hit in near], vocabulary)
