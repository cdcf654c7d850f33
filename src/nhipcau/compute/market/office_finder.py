"""A need or an offer of an office comes in; what fits it on the office's market, and why, goes out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from nhipcau.compute.market.index import MarketIndex
from nhipcau.compute.market.office_index import OfficeIndex
from nhipcau.compute.market.understanding import understood_one, understood_some
from nhipcau.engine.match.asking import Asking, ask
from nhipcau.engine.match.explaining import explain
from nhipcau.engine.match.prepared import Prepared
from nhipcau.engine.match.query import hit
from nhipcau.engine.match.ranking import ranking, right_things
from nhipcau.engine.match.turned import needs_for
from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.market import ItemKind, Listing
from nhipcau.facts.matching import Fit, Ranking
from nhipcau.facts.message import Message
from nhipcau.language.thesaurus.vocabulary import Vocabulary, vocabulary
from nhipcau.programme.ports import Reads

# Of the needs that say something like what an offer has, so many are asked how well it meets them.
_ASKED: Final = 1_000
# A text that makes every part of the search run once.
_ANY: Final = "CNC"

_offer = partial(understood_one, sought=False)
_need = partial(understood_one, sought=True)


class OfficeFinder:
    """Which needs and offers fit, asked of two indexes on disk beside the database."""

    def __init__(self, folder: Path, reads: Callable[[], Reads], today: Callable[[], date]) -> None:
        """Keep the indexes in a folder, made when first needed."""
        self._reads = reads
        self._today = today
        self._needs = OfficeIndex(folder / "needs", "need")
        self._offers = OfficeIndex(folder / "offers", "offer")

    def for_need(self, need: Listing, /, *, top: int) -> Ranking:
        """Return the best offers for a need, and why they fit."""
        words = self._vocabulary()
        index = self._offers_now(words)
        asking = ask(_need(need, words), words, index, top=top)
        matches, near = index.search(asking.query)
        known = self._reads().market_listings("offer", [one.id for one in (*matches, *near)])
        offers = dict(zip(known, understood_some([*known.values()], words, sought=False), strict=True))
        return ranking(
            asking,
            [offers[one.id] for one in matches if one.id in offers],
            [offers[one.id] for one in near if one.id in offers],
            words,
        )

    def for_offer(self, offer: Listing, /, *, top: int) -> Ranking:
        """Return the needs on the market that an offer fits best, and how."""
        words = self._vocabulary()
        offers, needs = self._offers_now(words), self._needs_now(words)
        mine = _offer(offer, words)
        likely, _ = needs.search(needs_for(mine, words, needs, most=_ASKED))
        listings = self._reads().market_listings("need", [one.id for one in likely])
        read = understood_some([*listings.values()], words, sought=True)
        askings = [ask(need, words, offers, top=top) for need in read]
        return _turned(mine, askings, words, top)

    def fit(self, need: Listing, offer: Listing, /) -> Fit:
        """Return how a need and an offer stand to each other."""
        words = self._vocabulary()
        asking = ask(_need(need, words), words, self._offers_now(words))
        return explain(asking, _offer(offer, words), words)

    def catch_up(self) -> None:
        """Take in what changed on the market, and have ready what the first question of a process waits for."""
        self._needs_now(self._vocabulary())
        for language in LANGUAGES:
            self.for_need(Listing(id="", kind=ItemKind.PRODUCT, language=language, text=_ANY), top=1)

    def _vocabulary(self) -> Vocabulary:
        return vocabulary().adding(row.concept for row in self._reads().own_concepts())

    def _offers_now(self, words: Vocabulary) -> MarketIndex:
        return self._offers.caught_up(self._reads(), self._today(), words)

    def _needs_now(self, words: Vocabulary) -> MarketIndex:
        return self._needs.caught_up(self._reads(), self._today(), words)


def _turned(offer: Prepared, askings: list[Asking], words: Vocabulary, top: int) -> Ranking:
    """Rank needs by what their own queries say of an offer."""
    hits = [(asking, found) for asking in askings if (found := hit(offer.item, asking.query)) is not None]
    hits.sort(key=lambda one: (-one[1].points, one[0].need.listing.id))
    matches = [asking for asking, found in hits if not found.near][:top]
    near = [asking for asking, found in hits if found.near][:top]
    fits = tuple(explain(asking, offer, words) for asking in matches)
    return Ranking(
        asked=offer.listing.id,
        matches=fits,
        near_misses=right_things(fits, [explain(asking, offer, words) for asking in near]),
        notes=() if matches else (Message("match.near-needs-only" if near else "match.nobody-asks"),),
    )
