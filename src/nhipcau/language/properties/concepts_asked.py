"""What this room asks of a thesaurus: to find concepts in a text, and what lies below one."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Protocol


class Tagged(Protocol):
    """A concept that stands at ``start:end``; ``denied`` where the text says that it is not so."""

    @property
    def concept(self) -> str:
        """The concept's id."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def denied(self) -> bool:
        """Whether the text says that it is not so."""


class InFacet(Protocol):
    """A concept, of which only its facet matters here."""

    @property
    def facet(self) -> str:
        """The facet's code."""


class Concepts(Hashable, Protocol):
    """A thesaurus, such as ``language.thesaurus.vocabulary``; it never changes, so that what was looked up is kept."""

    def tag(self, text: str, language: str) -> Sequence[Tagged]:
        """Return the concepts that a text names."""

    def concept(self, concept_id: str) -> InFacet:
        """Return a concept by its id."""

    def descendants(self, concept_id: str) -> Mapping[str, int]:
        """Return everything below a concept, with the steps between."""
