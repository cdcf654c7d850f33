"""A list of needs or of offers comes in; they stand in the office, each once, however often the list is taken in."""

from __future__ import annotations

from typing import TypeVar, Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Item
from nhipcau.programme.arguments import ItemsOrigin
from nhipcau.programme.forms import Form
from nhipcau.programme.market.importing import Importing
from nhipcau.programme.market.records import records_in
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.views import ItemsImported
from nhipcau.programme.work import work

_AT_ONCE = 250
_LONGEST_SOURCE = 200

Some = TypeVar("Some", bound=Item)


def import_items(
    office: Office, actor: Actor, fact: type[Some], data: bytes, name: str, **origin: Unpack[ItemsOrigin]
) -> ItemsImported:
    """Take in a jsonl or csv file of needs or offers; ``fact`` is ``Need`` or ``Offer``, ``name`` the file's name.

    A record that the source had under the same id changes what was taken in then; nothing is doubled. A record names
    its organisation, or all are of one; officers bring unknown organisations into the register, and what they take in
    is published; what advisers take in waits for a review. Records with mistakes are left out and said.
    """
    demand(actor, "market.import")
    form = Form(actor.language)
    listed = form.text("source", origin.get("source"), longest=_LONGEST_SOURCE, required=True)
    form.check()
    with work(office, actor, "import-items") as opened:
        owner, demo = origin.get("organisation_id"), origin.get("demo", False)
        taking = Importing.of(opened, fact, listed, organisation_id=owner, demo=demo)
        some = []
        for numbered in records_in(data, name):
            some.append(numbered)
            if len(some) == _AT_ONCE:
                taking.take(some)
                some = []
        taking.take(some)
        return taking.told()
