"""A thing of the register comes in; the folded words that a search looks through go out.

A store keeps this text beside the thing when it is written. A thing is found when every searched word stands in it;
an agreement also when every word stands in the text of one of its parties' organisations.
"""

from __future__ import annotations

from collections.abc import Iterable

from nhipcau.facts.agreement import Agreement
from nhipcau.facts.commitment import Activity, Commitment
from nhipcau.facts.document import Document
from nhipcau.facts.market import Item, Need, Offer
from nhipcau.facts.organisation import Organisation, Person
from nhipcau.language.typed import is_hangul
from nhipcau.programme.name_keys import folded

Searchable = Agreement | Commitment | Activity | Document | Organisation | Person | Item


def search_text(thing: Searchable) -> str:
    """Return the folded words of a thing, parts divided by " | "."""
    return " | ".join(part for part in map(folded, _parts(thing)) if part)


def search_terms(text: str) -> tuple[str, ...]:
    """Return the folded words of what a person typed."""
    return tuple(folded(text).split())


def found_in(terms: Iterable[str], text: str) -> bool:
    """Tell whether every word stands in a search text."""
    return all(term in text for term in terms)


def begun_in(terms: Iterable[str], text: str) -> bool:
    """Tell whether every word begins a word of a search text; Hangul, written without blanks, stands anywhere."""
    return all(term in text if is_hangul(term[0]) else f" {term}" in f" {text}" for term in terms)


def _parts(thing: Searchable) -> Iterable[str]:
    if isinstance(thing, Agreement):
        return (thing.title, thing.type, *(party.name for party in thing.parties))
    if isinstance(thing, Commitment):
        return (thing.text, thing.code)
    if isinstance(thing, Activity):
        return (thing.note, *thing.participants)
    if isinstance(thing, Document):
        return (thing.title, thing.file_name, thing.address or "", thing.text)
    if isinstance(thing, (Need, Offer)):
        return (thing.title, thing.text)
    return (name.text for name in thing.names)
