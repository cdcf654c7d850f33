"""The organisation behind an item and what was typed come in; a new or a changed need or offer goes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar, cast

from nhipcau.facts.errors import Conflict
from nhipcau.facts.market import Item, ItemState, Offer
from nhipcau.facts.organisation import Organisation
from nhipcau.language.thesaurus.vocabulary import Vocabulary
from nhipcau.programme.arguments import NeedParts, OfferParts
from nhipcau.programme.forms import Form
from nhipcau.programme.market.access import item_at
from nhipcau.programme.market.concepts import vocabulary_within
from nhipcau.programme.market.lifetime import last_day_of, state_on
from nhipcau.programme.market.parts import checked_parts, completed
from nhipcau.programme.market.terms import with_evidence
from nhipcau.programme.merging.join import standing
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.registering.organisations import real
from nhipcau.programme.work import Work

# What of a published item an adviser has to have seen; the rest is between the organisation and the office.
_REVIEWED: Final = ("kind", "language", "title", "text", "place", "requirements", "attributes")
STILL_WRITTEN: Final = (ItemState.DRAFT, ItemState.IN_REVIEW, ItemState.PUBLISHED, ItemState.EXPIRED)

Some = TypeVar("Some", bound=Item)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes needs and offers of what was typed, within one unit of work; mistakes of an item are raised together."""

    work: Work
    known: Vocabulary

    @staticmethod
    def of(work: Work) -> Maker:
        """Return one that knows the words of the office."""
        return Maker(work, vocabulary_within(work.unit))

    def drafted(
        self, fact: type[Some], organisation: Organisation, parts: NeedParts | OfferParts, *, demo: bool = False
    ) -> Some:
        """Return a new item that is not stored yet."""
        work, form = self.work, Form(self.work.actor.language)
        whole = cast("NeedParts", {"kind": "", "text": "", **parts})
        values = checked_parts(work, form, whole, fact=fact)
        form.check()
        _keep_real(work, organisation, values.get("agreement_id"), demo=demo)
        last_day = last_day_of(fact, work.office.clock.today())
        said: dict[str, Any] = {"language": "", "title": "", "expires_on": last_day, **values}
        item = fact(
            id=work.office.ids.new(),
            organisation_id=organisation.id,
            created_at=work.at,
            created_by=work.actor.id,
            created_by_name=work.actor.name,
            demo=demo,
            **said,
        )
        return completed(work, item, organisation, self.known)

    def revised(self, before: Some, organisation: Organisation, parts: NeedParts | OfferParts) -> Some:
        """Return an item with some parts changed and what follows from that, not stored yet."""
        work, form = self.work, Form(self.work.actor.language)
        values = checked_parts(work, form, parts, fact=type(before))
        form.check()
        _keep_real(work, organisation, values.get("agreement_id"), demo=before.demo)
        if isinstance(before, Offer) and "attributes" in values:
            values["attributes"] = with_evidence(values["attributes"], before.attributes)
        return self.redone(before, replace(before, **values), organisation)

    def redone(self, before: Some, after: Some, organisation: Organisation) -> Some:
        """Return a changed item with what follows from the change, which may be that it is looked at again."""
        work = self.work
        after = completed(work, after, organisation, self.known)
        touched = any(getattr(after, name, None) != getattr(before, name, None) for name in _REVIEWED)
        if touched and before.state is ItemState.PUBLISHED and not allowed(work.actor, "market.import"):
            return replace(after, state=ItemState.IN_REVIEW, sent_at=work.at)
        return after


def posted(
    work: Work, fact: type[Some], organisation_id: str, parts: NeedParts | OfferParts, *, demo: bool | None = None
) -> Some:
    """Store a new item of an organisation as a draft; of the demo office where that is, and nothing else was said."""
    organisation = cast("Organisation", standing(work, "organisation", organisation_id))
    kept = organisation.demo if demo is None else demo
    return work.add(Maker.of(work).drafted(fact, organisation, parts, demo=kept))


def edited(work: Work, fact: type[Some], item_id: str, version: int | None, parts: NeedParts | OfferParts) -> Some:
    """Store an item with some parts changed.

    A published one of which an enterprise changed what is sought or offered has to be looked at again. What is over
    (withdrawn, closed) is not edited before it is sent for review again.
    """
    before = moved(work, fact, item_id, version)
    demand_state(work, before, *STILL_WRITTEN)
    organisation = cast("Organisation", standing(work, "organisation", before.organisation_id))
    return work.save(Maker.of(work).revised(before, organisation, parts), before=before)


def moved(work: Work, fact: type[Some], item_id: str, version: int | None) -> Some:
    """Return an item that a person may change, as it is kept."""
    item = item_at(work, fact, item_id, version)
    demand(work.actor, "market.edit", item)
    return item


def published(item: Some, work: Work) -> Some:
    """Return an item as it stands on the market from now on; one whose last day is over gets a new one."""
    today = work.office.clock.today()
    last_day = item.expires_on if item.expires_on >= today else last_day_of(type(item), today)
    return replace(
        item,
        state=ItemState.PUBLISHED,
        published_at=work.at,
        reviewed_by=work.actor.name,
        returned="",
        expires_on=last_day,
    )


def demand_state(work: Work, item: Item, *states: ItemState) -> None:
    """Raise ``Conflict`` where an item is in none of these states today: somebody was faster, or its time is over."""
    state = state_on(item, work.office.clock.today())
    if state not in states:
        raise Conflict("error.item-state", state=state)


def _keep_real(work: Work, organisation: Organisation, agreement_id: str | None, *, demo: bool) -> None:
    """Let nothing real rest on the demo office: an organisation becomes real, an agreement of the demo is refused."""
    real(work, organisation, demo=demo)
    agreement = work.unit.agreements.get(agreement_id) if agreement_id else None
    if agreement is not None and agreement.demo != demo:
        raise Conflict("error.demo-mixed")
