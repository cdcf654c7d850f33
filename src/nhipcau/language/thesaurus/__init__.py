"""Text comes in; the sectors and kinds of activity that its words mean go out."""

from __future__ import annotations

from nhipcau.language.thesaurus.concepts import Concept, ConceptFound, Thesaurus

__all__ = ["Concept", "ConceptFound", "Thesaurus"]
