"""What is asked of the list of offers comes in; one page of them goes out, as far as this person may see them."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Offer
from nhipcau.programme.arguments import ItemQuestion
from nhipcau.programme.filters import ITEM_SORTS
from nhipcau.programme.forms import Form
from nhipcau.programme.market.sight import within_sight
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import demand
from nhipcau.programme.queries.asking import paging
from nhipcau.programme.queries.asking_items import asked_of_items
from nhipcau.programme.views import ItemRow, Page


def offer_list(office: Office, actor: Actor, **wanted: Unpack[ItemQuestion]) -> Page[ItemRow[Offer]]:
    """Return offers, the newest first unless asked otherwise."""
    demand(actor, "market.see")
    form = Form(actor.language)
    asked = asked_of_items(office, actor, form, wanted)
    page = paging(office, form, wanted, ITEM_SORTS, "-new")
    form.check()
    found = office.store.reads().offer_list(asked, page)
    return replace(found, items=tuple(within_sight(actor, row) for row in found.items))
