"""A need or an offer of an office comes in; what fits it on the office's market goes out. Loaded when first asked."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, cast

from nhipcau.facts.market import Listing
from nhipcau.facts.matching import Fit, Ranking
from nhipcau.programme.ports import Finder, Reads


class MarketFinder:
    """Which needs and offers of the market fit; see ``programme.ports.Finder``. One for a process."""

    def __init__(self, folder: Path, reads: Callable[[], Reads], today: Callable[[], date]) -> None:
        """Keep two indexes in a folder, made when first needed."""
        self._made_of = folder, reads, today

    def for_need(self, need: Listing, /, *, top: int) -> Ranking:
        """Return the best offers for a need, and why they fit."""
        return self._answers.for_need(need, top=top)

    def for_offer(self, offer: Listing, /, *, top: int) -> Ranking:
        """Return the needs on the market that an offer fits best, and how."""
        return self._answers.for_offer(offer, top=top)

    def fit(self, need: Listing, offer: Listing, /) -> Fit:
        """Return how a need and an offer stand to each other."""
        return self._answers.fit(need, offer)

    def catch_up(self) -> None:
        """Take in what changed on the market since it was last asked."""
        self._answers.catch_up()

    @functools.cached_property
    def _answers(self) -> Finder:
        # The compiler of the index takes seconds to load: who starts a command that asks nothing does not wait for it.
        loaded: Any = importlib.import_module("nhipcau.compute.market.office_finder")
        return cast("Finder", loaded.OfficeFinder(*self._made_of))
