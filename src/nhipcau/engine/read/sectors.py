"""A page and the ranges that speak of an agreement come in; the sectors that the agreement is about go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nhipcau.facts.reading import Derivation, SectorRead

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nhipcau.engine.read.page import Page, Range
    from nhipcau.language.thesaurus import ConceptFound


def sectors(
    page: Page, scopes: Iterable[Range], concepts: Iterable[ConceptFound] | None = None
) -> tuple[SectorRead, ...]:
    """Return every sector that is named within the scopes, once, where it stands first.

    ``concepts`` are those that may count; without them all that the page names.

    A scope is the title, the sentence of the signing, a purpose or a promise: never the background of an article.
    """
    found: dict[str, SectorRead] = {}
    usable = page.sectors if concepts is None else tuple(concepts)
    for start, end in scopes:
        for concept in usable:
            if start <= concept.start and concept.end <= end and concept.code not in found:
                found[concept.code] = SectorRead(
                    code=concept.code,
                    span=page.span(concept.start, concept.end),
                    derived=(Derivation("code", "thesaurus", page.text[concept.start : concept.end]),),
                )
    return tuple(found.values())
