"""A need or an offer comes in; what it says, made comparable, goes out: concepts, words, figures, members, a place."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from nhipcau.engine.match.plain_words import word_terms
from nhipcau.engine.match.query import Item
from nhipcau.engine.match.weights import DEFAULT, MatchWeights
from nhipcau.engine.match.wording import Wording, near_terms
from nhipcau.facts.errors import BadInput
from nhipcau.facts.market import Attribute, Listing, Requirement
from nhipcau.language.places import place_of
from nhipcau.language.properties import PROPERTIES, Form, Said, figure, members, place_code, read_statements
from nhipcau.language.thesaurus.trade_concept import Tag
from nhipcau.language.thesaurus.vocabulary import Vocabulary

PLACE = "place"
_AT_A_TIME = 256
_AROUND = 16
_DEMANDED = re.compile(r"필수|반드시|bắt buộc|phải (?:có|đạt)|\b(?:mandatory|required|must)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A listing with what was understood of it.

    ``concepts`` says how much each concept weighs: 1.0 where a label stands in the text or a person added it, less
    where the wording only lies near to it.
    ``requirements`` and ``attributes`` are those of the fields and, where the fields say nothing of a property, those
    read from the text. ``place`` is the code of a province. ``item`` is what an index holds of it.
    """

    listing: Listing
    concepts: Mapping[str, float]
    words: frozenset[str]
    place: str | None
    requirements: tuple[Requirement, ...]
    attributes: tuple[Attribute, ...]
    item: Item


def prepare_all(
    listings: Iterable[Listing],
    vocabulary: Vocabulary,
    wording: Wording | None = None,
    *,
    sought: bool = False,
    weights: MatchWeights = DEFAULT,
) -> Iterator[Prepared]:
    """Read listings in their order, some at a time, as their wording is looked up the quicker so."""
    waiting = iter(listings)
    while some := list(islice(waiting, _AT_A_TIME)):
        near = wording.near(some) if wording else [{} for _listing in some]
        for listing, close in zip(some, near, strict=True):
            yield prepare(listing, vocabulary, close, sought=sought, weights=weights)


def prepare(
    listing: Listing,
    vocabulary: Vocabulary,
    near: Mapping[str, float] = MappingProxyType({}),
    *,
    sought: bool = False,
    weights: MatchWeights = DEFAULT,
) -> Prepared:
    """Read a listing, whose wording is ``near`` to some concepts; whatever stands in it, this never fails.

    ``sought`` says that it is a need: of a range in its text the end that is enough is read.
    """
    tags = vocabulary.tag(listing.text, listing.language)
    denied = {tag.concept for tag in tags if tag.denied}
    named = _concepts(listing, tags, denied, vocabulary)
    refused = {*named, *listing.dropped, *_kin(denied, vocabulary)}
    close = {concept: likeness for concept, likeness in near.items() if concept not in refused}
    concepts = {**{concept: likeness**weights.near_power for concept, likeness in close.items()}, **named}
    words = word_terms(_undenied(listing.text, tags), listing.language)
    said = read_statements(listing.text, listing.language, listing.kind, vocabulary, sought=sought, tags=tags)
    read = [str(one.value) for one in said if one.property == PLACE]
    place = next((code for code in map(province_of, (listing.place, *read)) if code), None)
    stated = (*listing.attributes, *(_attribute(one) for one in said if one.property in PROPERTIES))
    return Prepared(
        listing=listing,
        concepts=MappingProxyType(concepts),
        words=words,
        place=place,
        requirements=listing.requirements or tuple(_requirement(one, listing.text) for one in said if _is_asked(one)),
        attributes=stated,
        item=_item(listing, (*named, *words, *near_terms(close, weights)), place, stated, vocabulary, weights),
    )


def province_of(place: str | None) -> str | None:
    """Return the code of the province that a place, as written or as a code, lies in."""
    code = place_code(place) if place else None
    found = place_of(code) if code else None
    while found is not None and found.level == "city" and found.parent:
        found = place_of(found.parent)
    return found.code if found is not None and found.level == "province" else None


def _is_asked(said: Said) -> bool:
    return said.property in PROPERTIES and not said.denied


def _requirement(said: Said, text: str) -> Requirement:
    """Return what a text asks for, where no field was filled in; a wish, unless a word compares or demands."""
    around = text[max(0, said.start - _AROUND) : said.end + _AROUND]
    return Requirement(
        property=said.property,
        comparison=said.comparison or PROPERTIES[said.property].comparison,
        value=said.value,
        unit=said.unit,
        must=said.comparison is not None or _DEMANDED.search(around) is not None,
        start=said.start,
        end=said.end,
    )


def _concepts(
    listing: Listing, tags: Iterable[Tag], denied: Container[str], vocabulary: Vocabulary
) -> dict[str, float]:
    """Return the concepts that a person added, a field or the text names and does not deny, refused ones left out."""
    named = [tag.concept for tag in tags if tag.concept not in denied]
    fields = [code for one in listing.attributes if not one.denied for code in _named_by(one, vocabulary)]
    known = [concept for concept in (*listing.concepts, *fields) if concept in vocabulary.concepts]
    return {concept: 1.0 for concept in dict.fromkeys((*known, *named)) if concept not in listing.dropped}


def _undenied(text: str, tags: Iterable[Tag]) -> str:
    """Return the text without the words of what it denies."""
    for tag in sorted((tag for tag in tags if tag.denied), key=lambda tag: -tag.start):
        text = f"{text[: tag.start]} {text[tag.end :]}"
    return text


def _kin(denied: Iterable[str], vocabulary: Vocabulary) -> set[str]:
    """Return what is denied along with it: what is narrower, and what a wording near to it would be near to as well."""
    kin: set[str] = set()
    for concept in denied:
        kin |= {concept, *vocabulary.descendants(concept)}
        kin |= {other for above in vocabulary.concept(concept).broader for other in vocabulary.concept(above).narrower}
    return kin


def _named_by(attribute: Attribute, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the concepts that a field names, such as a material."""
    known = PROPERTIES.get(attribute.property)
    if known is None or known.form is not Form.MEMBERS:
        return frozenset()
    return members(known.code, str(attribute.value), vocabulary)


def _attribute(said: Said) -> Attribute:
    return Attribute(
        property=said.property, value=said.value, unit=said.unit, denied=said.denied, start=said.start, end=said.end
    )


def _item(
    listing: Listing,
    terms: Iterable[str],
    place: str | None,
    stated: Iterable[Attribute],
    vocabulary: Vocabulary,
    weights: MatchWeights,
) -> Item:
    figures: dict[str, int] = {}
    codes: set[str] = set()
    lists: set[str] = set()
    for attribute in stated:
        known = PROPERTIES.get(attribute.property)
        if known is None:
            continue
        if known.form is Form.MEMBERS:
            lists.add(known.code)
            if not attribute.denied:
                found = members(known.code, str(attribute.value), vocabulary)
                codes.update(f"{known.code}={code}" for code in found)
        value = figure_of(attribute)
        if value is not None and not attribute.denied:
            _keep_best(figures, value, smallest=known.best == "smallest")
    if place:
        lists.add(PLACE)
        codes.add(f"{PLACE}={place}")
    return Item(
        id=listing.id,
        kind=listing.kind,
        terms=frozenset(terms),
        figures=MappingProxyType(figures),
        members=frozenset(codes),
        stated=frozenset(lists),
        boost=weights.deal * min(listing.deals, weights.most_deals),
    )


def figure_of(stated: Attribute | Requirement) -> tuple[str, int] | None:
    """Return the column and the figure of a value, or nothing where it is a word or cannot be a value."""
    try:
        return figure(stated.property, stated.value, stated.unit)
    except BadInput:
        return None


def _keep_best(figures: dict[str, int], value: tuple[str, int], *, smallest: bool) -> None:
    """Keep what an offer is capable of: its best figure; where none is better, the first, which is the field's."""
    column, figure_now = value
    if column not in figures or (figure_now < figures[column] if smallest else figure_now > figures[column]):
        figures[column] = figure_now
