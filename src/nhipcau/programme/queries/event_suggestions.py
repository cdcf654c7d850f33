"""A registration comes in; the others at its event whom the market says it should meet go out, with the reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from nhipcau.facts.actor import Actor
from nhipcau.facts.attendance import Registration, RegistrationState
from nhipcau.facts.errors import Unavailable
from nhipcau.facts.market import Item, ItemState, Need
from nhipcau.facts.matching import Fit, Ranking
from nhipcau.programme.events.views import RequestRow
from nhipcau.programme.hosting.requesting import NO
from nhipcau.programme.hosting.sight import event_seen, registration_seen, row_seen
from nhipcau.programme.hosting.views import Reason, SuggestedMeeting
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.market.sight import within_sight
from nhipcau.programme.matching.found import may_pair
from nhipcau.programme.matching.offered import offered
from nhipcau.programme.office import Office
from nhipcau.programme.permissions import allowed, demand
from nhipcau.programme.queries.asking import not_found
from nhipcau.programme.views import ItemRow

# Most of what fits on the market is of who does not come: so many are asked for, for each item.
_LOOKED_AT: Final = 300
# To rank the needs for an offer, every likely need is read anew: a second for a thousand of them.
_MOST_ITEMS: Final = {"need": 10, "offer": 2}
_MOST_REASONS: Final = 3


def event_suggestions(
    office: Office, actor: Actor, registration_id: str, *, top: int = 20
) -> tuple[SuggestedMeeting, ...]:
    """Return whom to meet, best first: by what the registration brings, else by all that its organisation offers there.

    Left out are those to whom either side said no, and what others keep in confidence, as their name stands beside it;
    whom one has asked, or is asked by, is shown with that.
    """
    demand(actor, "event.request")
    reads = office.store.reads()
    mine = reads.registration(registration_id)
    if mine is None or mine.kept_for is not None or not allowed(actor, "event.request", mine):
        raise not_found("registration", registration_id)
    event = event_seen(reads, actor, mine.event_id)
    if office.finder is None:
        raise Unavailable("error.market-index")
    others = {
        one.organisation_id: one
        for one in reads.registrations(event.id)
        if one.state is RegistrationState.REGISTERED and one.kept_for is None and one.id != mine.id
        if one.organisation_id not in (None, mine.organisation_id)
    }
    reasons: dict[str, list[Reason]] = {}
    for item in _brought(office, mine):
        for organisation_id, reason in _reasons(office, actor, item):
            if organisation_id in others:
                reasons.setdefault(organisation_id, []).append(reason)
    found = _Suggestions(office, actor, mine).of({others[key]: why for key, why in reasons.items()})
    return tuple(sorted(found, key=lambda one: (-one.score, one.registration.id)))[:top]


def _brought(office: Office, mine: Registration) -> list[Item]:
    """Return what a registration brings that is on the market, else what its organisation has there."""
    today = office.clock.today()
    reads = office.store.reads()
    ids = {"need": mine.needs, "offer": mine.offers}
    if not any(ids.values()) and mine.organisation_id is not None:
        with office.store.unit() as unit:
            needs = tuple(one.id for one in unit.needs.of_organisations([mine.organisation_id]))
            ids = {
                "need": needs,
                "offer": tuple(one.id for one in unit.offers.of_organisations([mine.organisation_id])),
            }
    brought: list[Item] = []
    for side, some in ids.items():
        rows = reads.item_rows(side, some, today=today)
        shown = [rows[key].item for key in some if key in rows and rows[key].state is ItemState.PUBLISHED]
        brought.extend(shown[: _MOST_ITEMS[side]])
    return brought


def _reasons(office: Office, actor: Actor, item: Item) -> Iterator[tuple[str, Reason]]:
    """Yield whose item fits, and how, the best first; near misses are no reason to meet."""
    ranking, other = _ranking(office, item)
    keys = [_found(fit, other) for fit in ranking.matches]
    rows: Mapping[str, ItemRow[Any]] = office.store.reads().item_rows(other, keys, today=office.clock.today())
    for fit, key in zip(ranking.matches, keys, strict=True):
        row = rows.get(key)
        if row is None or row.state is not ItemState.PUBLISHED or not may_pair(item, row.item):
            continue
        seen = within_sight(actor, row)
        if seen.known:
            yield row.item.organisation_id, Reason(fit=fit, mine=item.id, other=seen)


def _ranking(office: Office, item: Item) -> tuple[Ranking, str]:
    if office.finder is None:
        raise Unavailable("error.market-index")
    if isinstance(item, Need):
        return office.finder.for_need(listing_of(item), top=_LOOKED_AT), "offer"
    return office.finder.for_offer(offered(office.store.reads(), item), top=_LOOKED_AT), "need"


def _found(fit: Fit, other: str) -> str:
    return fit.need if other == "need" else fit.offer


class _Suggestions:
    """Reasons on their way to suggestions."""

    def __init__(self, office: Office, actor: Actor, mine: Registration) -> None:
        self._actor = actor
        self._mine = mine
        self._now = office.clock.now()
        requests = office.store.reads().requests_of(mine.id)
        self._known = {one.asked_id if one.asker_id == mine.id else one.asker_id: one for one in requests}

    def of(self, reasons: Mapping[Registration, list[Reason]]) -> Iterator[SuggestedMeeting]:
        """Yield those whom nobody said no to."""
        for other, why in reasons.items():
            request = self._known.get(other.id)
            seen = registration_seen(self._actor, other)
            if seen is None or (request is not None and request.state in NO):
                continue
            best = sorted(why, key=lambda one: -one.fit.score)[:_MOST_REASONS]
            row = self._row(request, other) if request is not None else None
            yield SuggestedMeeting(
                registration=seen, score=best[0].fit.score, reasons=tuple(best), request=row.request if row else None
            )

    def _row(self, request: Any, other: Registration) -> RequestRow | None:
        names = RequestRow(request=request, asker_name=self._mine.name, asked_name=other.name)
        return row_seen(self._actor, names, (self._mine, other), self._now)
