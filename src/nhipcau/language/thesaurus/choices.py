"""The concepts of a vocabulary come in once; what may be meant by what a person typed so far goes out."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from nhipcau.language.text import fold
from nhipcau.language.thesaurus.searched_text import searched_form
from nhipcau.language.thesaurus.trade_concept import Choice, TradeConcept
from nhipcau.language.typed import spans

_LANGUAGES: Final = ("vi", "ko", "en")
_SHORTEST_SLIP: Final = 5
_MOST_LOOKED_AT: Final = 4000


class Choices:
    """Labels by their beginnings and the beginnings of their words, diacritics left out."""

    def __init__(self, concepts: Iterable[TradeConcept]) -> None:
        """Take the concepts."""
        self._rows = sorted(row for concept in concepts for row in _rows(concept))
        self._keys = [row[0] for row in self._rows]
        self._whole = [place for place, row in enumerate(self._rows) if not row[1]]

    def find(self, typed: str, language: str, facets: frozenset[str], most: int) -> tuple[Choice, ...]:
        """Return at most ``most`` choices, the likeliest first, each concept once."""
        # A lone consonant becomes the initial of the syllable to come.
        asked = fold(searched_form(unicodedata.normalize("NFKC", typed)))
        if not asked:
            return ()
        places = list(self._beginning(asked)) or list(self._nearly(asked))
        best: dict[str, tuple[tuple[object, ...], str]] = {}
        for place in places[:_MOST_LOOKED_AT]:
            key, inside, rank, label_language, label, concept, facet = self._rows[place]
            if facet not in facets:
                continue
            order = (inside or key != asked, inside, label_language != language, rank, len(label), concept)
            if concept not in best or order < best[concept][0]:
                best[concept] = (order, label)
        ranked = sorted(best.items(), key=lambda one: one[1][0])
        return tuple(Choice(concept, label) for concept, (_, label) in ranked[:most])

    def _beginning(self, asked: str) -> Iterator[int]:
        for first, beyond in spans(asked):
            yield from range(bisect_left(self._keys, first), bisect_left(self._keys, beyond))

    def _nearly(self, asked: str) -> Iterator[int]:
        """Yield the labels that one slip parts from what was typed."""
        if len(asked) < _SHORTEST_SLIP:
            return
        keys = {place: self._keys[place] for place in self._whole}
        found = process.extract(asked, keys, scorer=OSA.distance, score_cutoff=1, limit=_MOST_LOOKED_AT)
        yield from (place for _, _, place in found)


_Row = tuple[str, bool, int, str, str, str, str]
"""The folded label from a word on, whether that is inside it, rank, language, label, concept, facet."""


def _rows(concept: TradeConcept) -> Iterator[_Row]:
    for language in _LANGUAGES:
        shown = (concept.labels[language],) if language in concept.labels else ()
        ranked = (shown, concept.other_labels.get(language, ()), concept.hidden_labels.get(language, ()))
        for rank, labels in enumerate(ranked):
            for label in labels:
                words = fold(searched_form(label)).split(" ")
                named = shown[0] if rank > 1 and shown else label
                for at in range(len(words)):
                    yield " ".join(words[at:]), at > 0, rank, language, named, concept.id, concept.facet
