"""Parts of an own concept set right come in; the concept with them goes out."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import OwnConcept
from nhipcau.programme.arguments import OwnConceptParts
from nhipcau.programme.forms import Form
from nhipcau.programme.market.concept_parts import checked_concept, refuse_taken_labels
from nhipcau.programme.market.concepts import vocabulary_within
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import found, unchanged, work


def edit_own_concept(
    office: Office, actor: Actor, concept_id: str, *, version: int | None = None, **parts: Unpack[OwnConceptParts]
) -> OwnConcept:
    """Set any of the parts; those left out stay, lists are replaced whole."""
    demand(actor, "concept.edit")
    with work(office, actor, "edit-own-concept") as opened:
        before = unchanged(found(opened.unit.own_concepts.get(concept_id), "own-concept", concept_id), version)
        form, known = Form(actor.language), vocabulary_within(opened.unit)
        after = replace(before, **checked_concept(form, parts, known, concept_id=concept_id))
        refuse_taken_labels(form, after, known)
        form.check()
        return opened.save(after, before=before)
