"""A listing's text comes in; everything that it states of the market's properties goes out."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable, Sequence

from nhipcau.facts.market import ItemKind
from nhipcau.language.properties.concepts_asked import Concepts, Tagged
from nhipcau.language.properties.reader.certificates_read import read_certificates
from nhipcau.language.properties.reader.cues import find_cues
from nhipcau.language.properties.reader.days_read import read_days
from nhipcau.language.properties.reader.figures_read import read_figures
from nhipcau.language.properties.reader.lists_read import read_lists
from nhipcau.language.properties.reader.names_read import read_names
from nhipcau.language.properties.reader.places_read import read_places
from nhipcau.language.properties.reader.plain_text import plain_text
from nhipcau.language.properties.reader.quantities import find_quantities
from nhipcau.language.properties.said import Said
from nhipcau.language.text import normalise


def read_statements(
    text: str,
    language: str,
    kind: ItemKind,
    vocabulary: Concepts,
    *,
    sought: bool = False,
    tags: Sequence[Tagged] | None = None,
) -> tuple[Said, ...]:
    """Return what a text states, in order, no two statements of one property overlapping.

    ``sought`` says that the text is of a need: of a range the end that is enough is read. ``tags`` are the concepts of
    the text where the caller has them already.
    """
    if not unicodedata.is_normalized("NFC", text):
        inner = normalise(text)
        read = read_statements(inner.text, language, kind, vocabulary, sought=sought)
        return tuple(_moved(said, *inner.to_raw(said.start, said.end)) for said in read)
    plain = plain_text(text)
    cues, in_words = find_cues(plain, language)
    quantities = find_quantities(plain, in_words, language)
    found: list[Said] = read_figures(quantities, cues, plain.plain, kind, sought=sought)
    found += read_lists(plain, cues, text, kind, vocabulary)
    found += read_days(text, cues, kind, language)
    found += read_places(text, cues, language)
    tagged = vocabulary.tag(text, language) if tags is None and kind is ItemKind.PRODUCT else tags or ()
    found += read_certificates(plain, text, kind, tagged, vocabulary)
    if kind is not ItemKind.PRODUCT:
        found += read_names(plain, cues, text, kind)
    return _without_doubles(found)


def _moved(said: Said, start: int, end: int) -> Said:
    return dataclasses.replace(said, start=start, end=end)


def _without_doubles(found: Iterable[Said]) -> tuple[Said, ...]:
    """Keep of statements that overlap about one property the first and longest, the denied one before the other."""
    kept: list[Said] = []
    ends: dict[str, int] = {}
    for said in sorted(found, key=lambda one: (one.start, not one.denied, -one.end)):
        if said.start >= ends.get(said.property, 0):
            ends[said.property] = said.end
            kept.append(said)
    return tuple(kept)
