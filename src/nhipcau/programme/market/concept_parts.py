"""The parts of an own concept as an officer typed them come in; checked parts go out, or every mistake is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.market import OwnConcept
from nhipcau.facts.message import Message
from nhipcau.language.thesaurus.trade_concept import FACETS, TradeConcept
from nhipcau.language.thesaurus.vocabulary import Vocabulary
from nhipcau.programme.arguments import OwnConceptParts
from nhipcau.programme.forms import Form
from nhipcau.programme.name_keys import folded

OWN: Final = "own:"
_LONGEST_LABEL: Final = 200
_LONGEST_ID: Final = 80
_MOST: Final = 50

Label = tuple[str, str, bool]


def checked_concept(form: Form, parts: OwnConceptParts, known: Vocabulary, *, concept_id: str) -> dict[str, Any]:
    """Return the parts that are given; ``known`` is the vocabulary of the office, with this concept or before it."""
    changes: dict[str, Any] = {}
    for name in parts:
        if name not in OwnConceptParts.__annotations__:
            form.refuse(name, Message("field.unknown"))
    if "facet" in parts:
        changes["facet"] = form.code("facet", parts["facet"], FACETS, required=True)
    if "labels" in parts:
        changes["labels"] = _labels(form, parts["labels"])
    if "broader" in parts:
        changes["broader"] = _broader(form, parts["broader"], known, concept_id)
    if "note" in parts:
        changes["note"] = form.text("note", parts["note"], longest=2000)
    return changes


def refuse_taken_labels(form: Form, concept: OwnConcept, known: Vocabulary) -> None:
    """Leave a mistake where a label names another concept in the same language already and no note tells them apart."""
    if concept.note:
        return
    mine = {(language, folded(label)): label for language, label, _ in concept.labels}
    for other in known.concepts.values():
        taken = next((label for label in _said(other) if label in mine), None) if other.id != concept.id else None
        if taken is not None:
            form.refuse("labels", Message("field.label-taken", {"value": mine[taken]}))
            return


def _labels(form: Form, typed: Sequence[Label]) -> tuple[Label, ...]:
    labels: list[Label] = []
    for language, label, preferred in typed:
        words = " ".join(form.text("labels", label, longest=_LONGEST_LABEL).split())
        spoken = form.code("labels", language, LANGUAGES, required=bool(words))
        if words:
            labels.append((spoken, words, preferred is True))
    if not labels:
        form.refuse("labels", Message("field.required"))
    if len(labels) > _MOST:
        form.refuse("labels", Message("field.too-many", {"limit": _MOST}))
    preferred_ones = Counter(language for language, _, preferred in labels if preferred)
    if any(preferred_ones[language] != 1 for language, _, _ in labels):
        form.refuse("labels", Message("field.label-preferred"))
    return tuple(dict.fromkeys(labels))


def _broader(form: Form, typed: Sequence[str], known: Vocabulary, concept_id: str) -> tuple[str, ...]:
    ids = tuple(dict.fromkeys(form.lines("broader", typed, longest=_LONGEST_ID, most=_MOST)))
    for above in ids:
        if above not in known.concepts:
            form.refuse("broader", Message("field.concept-unknown", {"value": above}))
        elif above == concept_id or concept_id in known.ancestors(above):
            form.refuse("broader", Message("field.concept-cycle"))
    return ids


def _said(concept: TradeConcept) -> set[tuple[str, str]]:
    """Return every label of a concept that is shown, folded, with its language."""
    shown = {(language, folded(label)) for language, label in concept.labels.items()}
    return shown | {(language, folded(label)) for language, more in concept.other_labels.items() for label in more}
