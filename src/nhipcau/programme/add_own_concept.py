"""A word that the shipped thesaurus lacks comes in; a concept of the office's own goes out."""

from __future__ import annotations

from typing import Unpack, cast

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import OwnConcept
from nhipcau.programme.arguments import OwnConceptParts
from nhipcau.programme.forms import Form
from nhipcau.programme.market.concept_parts import OWN, checked_concept, refuse_taken_labels
from nhipcau.programme.market.concepts import vocabulary_within
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.work import work


def add_own_concept(
    office: Office, actor: Actor, *, demo: bool = False, **parts: Unpack[OwnConceptParts]
) -> OwnConcept:
    """Add a concept of a facet under its names; it is kept apart from the shipped ones and is below any of them.

    A name that another concept has already needs a note that tells the two apart.
    """
    demand(actor, "concept.edit")
    with work(office, actor, "add-own-concept") as opened:
        form, known = Form(actor.language), vocabulary_within(opened.unit)
        concept_id = f"{OWN}{office.ids.new()}"
        whole = cast("OwnConceptParts", {"facet": "", "labels": (), **parts})
        values = checked_concept(form, whole, known, concept_id=concept_id)
        concept = OwnConcept(id=concept_id, demo=demo, **values)
        refuse_taken_labels(form, concept, known)
        form.check()
        return opened.add(concept)
