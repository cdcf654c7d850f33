"""A text as somebody types it comes in; what matching would understand of it goes out. Nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass

from nhipcau.engine.match.prepared import prepare
from nhipcau.engine.match.record import LONGEST_TEXT
from nhipcau.facts.actor import Actor
from nhipcau.facts.codes import LANGUAGES
from nhipcau.facts.market import Attribute, ItemKind, Listing, Requirement
from nhipcau.language.detect import language_of
from nhipcau.language.thesaurus.trade_concept import TradeConcept
from nhipcau.programme.forms import clean
from nhipcau.programme.market.concepts import concepts_named, office_vocabulary
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingRead:
    """What a text says: its language, the concepts that it names, and the terms with what it asks for or states."""

    language: str
    concepts: tuple[TradeConcept, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    place: str | None = None


def read_listing(office: Office, actor: Actor, text: str, *, kind: str = "", language: str = "") -> ListingRead:
    """Read the text of a need or an offer; whatever stands in it, this never fails.

    A kind or a language that is none is left to be found; what is longer than a listing may be is not read.
    """
    demand(actor, "market.post")
    read = clean(text)[:LONGEST_TEXT]
    meant = language if language in LANGUAGES else language_of(read)
    spoken = meant if meant in LANGUAGES else actor.language
    if not read:
        return ListingRead(language=spoken)
    known = office_vocabulary(office)
    what = ItemKind(kind) if kind in set(ItemKind) else ItemKind.PRODUCT
    found = prepare(Listing(id="", kind=what, language=spoken, text=read), known)
    return ListingRead(
        language=spoken,
        concepts=tuple(known.concepts[one] for one in concepts_named(known, read, spoken)),
        requirements=found.requirements,
        attributes=found.attributes,
        place=found.place,
    )
