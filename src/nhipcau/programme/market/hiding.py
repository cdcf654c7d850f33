"""The id of an organisation whose names changed comes in; its confidential items tell no more than before who it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from nhipcau.facts.market import Item
from nhipcau.facts.organisation import Organisation
from nhipcau.programme.market.masking import telling_words
from nhipcau.programme.market.parts import texts_of
from nhipcau.programme.work import Work

Some = TypeVar("Some", bound=Item)


def hide_anew(work: Work, organisation_id: str) -> None:
    """Let what tells of an organisation under a name, number or address that is new be blotted out of its items.

    What was hidden stays so: a name that is gone from the register is still known to people.
    """
    organisation = work.unit.organisations.get(organisation_id)
    if organisation is None:
        return
    needs = work.unit.needs.of_organisations([organisation_id])
    offers = work.unit.offers.of_organisations([organisation_id])
    for need in needs:
        work.save(_hidden(need, organisation), before=need)
    for offer in offers:
        work.save(_hidden(offer, organisation), before=offer)


def _hidden(item: Some, organisation: Organisation) -> Some:
    if not item.confidential:
        return item
    words = {*item.hidden, *telling_words(texts_of(item), organisation)}
    return replace(item, hidden=tuple(sorted(words, key=lambda word: (-len(word), word))))
