"""Two registrations, a need and an offer come in; what a request says of what is to be talked about goes out."""

from __future__ import annotations

from typing import Any, NamedTuple

from nhipcau.facts.attendance import Registration
from nhipcau.facts.market import Item, Need, Offer
from nhipcau.facts.message import Message
from nhipcau.programme.forms import Form
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.market.sight import may_see
from nhipcau.programme.matching.offered import offered
from nhipcau.programme.permissions import allowed
from nhipcau.programme.work import Work


class About(NamedTuple):
    """The need and the offer as they were named; "" names none."""

    need_id: str
    offer_id: str


def about_typed(work: Work, form: Form, sides: tuple[Registration, Registration], about: About) -> dict[str, Any]:
    """Return the items, how well they fit, and their trades; each is one side's, and the two are of two sides.

    The first of the sides is the one that the person speaks for.
    """
    if not about.need_id and not about.offer_id:
        return {}
    need = _item(work, form, "need_id", work.unit.needs.get(about.need_id), about.need_id, sides)
    offer = _item(work, form, "offer_id", work.unit.offers.get(about.offer_id), about.offer_id, sides)
    if need is not None and offer is not None and need.organisation_id == offer.organisation_id:
        form.refuse("offer_id", Message("field.item-of-another", {"value": about.offer_id}))
    concepts = dict.fromkeys(one for item in (need, offer) if item is not None for one in (*item.concepts, *item.found))
    return {
        "need_id": about.need_id or None,
        "offer_id": about.offer_id or None,
        "score": _score(work, need, offer),
        "concepts": tuple(concepts),
    }


def _item(
    work: Work, form: Form, name: str, item: Item | None, typed: str, sides: tuple[Registration, Registration]
) -> Item | None:
    if not typed:
        return None
    asker, asked = sides
    mine = item is not None and item.organisation_id == asker.organisation_id
    if item is None or not (mine or (item.organisation_id == asked.organisation_id and _is_told(work, item))):
        form.refuse(name, Message("field.item-of-another", {"value": typed}))
        return None
    return item


def _is_told(work: Work, item: Item) -> bool:
    """Tell whether this person knows whose an item is: naming another's confidential one would find that out."""
    return may_see(work.actor, item, work.office.clock.today()) and allowed(work.actor, "market.who", item)


def _score(work: Work, need: Item | None, offer: Item | None) -> int:
    finder = work.office.finder
    if finder is None or not isinstance(need, Need) or not isinstance(offer, Offer):
        return 0
    return finder.fit(listing_of(need), offered(work.office.store.reads(), offer)).score
