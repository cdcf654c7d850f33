"""The values of the trade vocabulary: a concept, the facets, and that a text names a concept. They do nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FACETS: Final = (
    "process",
    "material",
    "product",
    "equipment",
    "measurement",
    "defect",
    "certificate",
    "skill",
    "service",
    "technology",
    "site",
)


@dataclass(frozen=True, slots=True)
class TradeConcept:
    """What is made, done, known or sought in trade.

    ``labels`` are the preferred ones by language, ``other_labels`` the other names, ``hidden_labels`` what is searched
    and never shown. ``hs`` and ``isic`` are headings of the two classifications that come close.
    """

    id: str
    facet: str
    labels: Mapping[str, str]
    other_labels: Mapping[str, tuple[str, ...]]
    hidden_labels: Mapping[str, tuple[str, ...]]
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    isic: tuple[str, ...] = ()
    note: str = ""

    def label(self, language: str) -> str:
        """Return the preferred label, in English or the first other language where it has none in this one."""
        return self.labels.get(language) or self.labels.get("en") or next(iter(self.labels.values()), self.id)


@dataclass(frozen=True, slots=True)
class Tag:
    """That ``text[start:end]`` names a concept; ``denied`` where the text says that it is not so."""

    concept: str
    start: int
    end: int
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A concept that may be meant by what was typed so far, and the label that begins so."""

    concept: str
    matched: str
