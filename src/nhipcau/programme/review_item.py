"""What an adviser thinks of a need or an offer comes in; it is on the market, or goes back with a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from nhipcau.facts.actor import Actor
from nhipcau.facts.market import Item, ItemState
from nhipcau.programme.forms import Form
from nhipcau.programme.market.access import item_at
from nhipcau.programme.market.posting import demand_state, published
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.work import work

_LONGEST_SENTENCE = 2000

Some = TypeVar("Some", bound=Item)


def publish_item(office: Office, actor: Actor, fact: type[Some], item_id: str, *, version: int | None = None) -> Some:
    """Put an item on the market. Advisers publish what others wrote and sent; officers also drafts and their own."""
    demand(actor, "market.review")
    with work(office, actor, "publish-item") as opened:
        item = item_at(opened, fact, item_id, version)
        demand(actor, "market.review", item)
        unsent = (ItemState.DRAFT,) if allowed(actor, "market.publish-unreviewed") else ()
        demand_state(opened, item, ItemState.IN_REVIEW, *unsent)
        return opened.save(published(item, opened), before=item)


def return_item(
    office: Office, actor: Actor, fact: type[Some], item_id: str, *, sentence: str, version: int | None = None
) -> Some:
    """Give an item back as a draft, with what has to be changed."""
    demand(actor, "market.review")
    form = Form(actor.language)
    asked = form.text("sentence", sentence, longest=_LONGEST_SENTENCE, required=True)
    form.check()
    with work(office, actor, "return-item") as opened:
        item = item_at(opened, fact, item_id, version)
        demand(actor, "market.review", item)
        demand_state(opened, item, ItemState.IN_REVIEW)
        back = replace(item, state=ItemState.DRAFT, returned=asked, reviewed_by=actor.name)
        return opened.save(back, before=item)
