"""An office's own concepts come in; the vocabulary that it speaks goes out, and what a text names of it."""

from __future__ import annotations

from nhipcau.language.thesaurus.vocabulary import Vocabulary, vocabulary
from nhipcau.programme.office import Office
from nhipcau.programme.ports import Unit


def office_vocabulary(office: Office) -> Vocabulary:
    """Return the shipped concepts with the office's own."""
    return vocabulary().adding(row.concept for row in office.store.reads().own_concepts())


def vocabulary_within(unit: Unit) -> Vocabulary:
    """Return the same as a unit of work sees it."""
    return vocabulary().adding(unit.own_concepts.all())


def concepts_named(known: Vocabulary, text: str, language: str) -> tuple[str, ...]:
    """Return the concepts that a text names and does not deny, each once, in their order."""
    tags = known.tag(text, language)
    return tuple(dict.fromkeys(tag.concept for tag in tags if not tag.denied))
