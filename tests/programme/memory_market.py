"""The tables of a store in memory come in; needs, offers and own concepts, and answers about them, go out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from nhipcau.facts.deal import Match
from nhipcau.facts.market import Item, ItemState, Listing, Offer
from nhipcau.programme.filters import DeskQuery, ItemFilter, MarketSight, SearchQuery
from nhipcau.programme.market.lifetime import state_on
from nhipcau.programme.market.listing import listing_of
from nhipcau.programme.market.masking import for_the_public
from nhipcau.programme.market.places import province_of
from nhipcau.programme.name_keys import folded
from nhipcau.programme.search_text import found_in, search_text
from nhipcau.programme.views import (
    ChainLink,
    DeskItem,
    ItemRow,
    ItemView,
    MarketEntry,
    MarketStamp,
    OwnConceptRow,
    SearchHit,
)
from tests.programme.memory_tables import Tables

SORTS: dict[str, Callable[[Any], Any]] = {
    "new": lambda row: row.item.created_at,
    "expires": lambda row: row.item.expires_on,
    "title": lambda row: folded(for_the_public(row.item).title),
}


def items(tables: Tables, side: str) -> dict[str, Any]:
    return tables.needs if side == "need" else tables.offers


def stamped(tables: Tables, side: str, item_id: str, *, gone: bool = False) -> None:
    tables.market["items"] = tables.market.get("items", 0) + 1
    tables.stamps[item_id] = (side, tables.market["items"], gone)


def lines(tables: Tables, side: str, wanted: ItemFilter) -> list[ItemRow[Any]]:
    return [line(tables, item, wanted.today) for item in items(tables, side).values() if _fits(item, wanted)]


def page_of(tables: Tables, side: str, item_id: str, today: date) -> ItemView[Any] | None:
    item = items(tables, side).get(item_id)
    if item is None:
        return None
    changes = sum((change.kind, change.subject_id) == (side, item_id) for change in tables.changes)
    return ItemView(row=line(tables, item, today), agreement=link_of(tables, item.agreement_id), changes=changes)


def link_of(tables: Tables, agreement_id: str | None) -> ChainLink | None:
    under = tables.agreements.get(agreement_id or "")
    if under is None:
        return None
    return ChainLink(id=under.id, title=under.title, type=under.type, signed=under.signed, expires_on=under.expires_on)


def own_concepts(tables: Tables) -> tuple[OwnConceptRow, ...]:
    everything: list[Item] = [*tables.needs.values(), *tables.offers.values()]
    return tuple(
        OwnConceptRow(
            concept=tables.own_concepts[key],
            used=sum(key in {*item.concepts, *item.found} for item in everything),
        )
        for key in sorted(tables.own_concepts)
    )


def stamp(tables: Tables) -> MarketStamp:
    items_, concepts = tables.market.get("items", 0), tables.market.get("concepts", 0)
    return MarketStamp(epoch="memory" if items_ or concepts else "", items=items_, concepts=concepts)


def entries(tables: Tables, side: str, item_id: str, *, limit: int, today: date, since: int) -> tuple[MarketEntry, ...]:
    known = items(tables, side)
    after = [known[key] for key in sorted(known) if key > item_id and (not since or tables.stamps[key][1] > since)]
    found = [MarketEntry(id=item.id, listing=listed(tables, item) if _shown(item, today) else None) for item in after]
    return tuple([entry for entry in found if since or entry.listing][:limit])


def listed(tables: Tables, item: Item) -> Listing:
    listing = listing_of(item)
    if not isinstance(item, Offer) or item.confidential:
        return listing
    deals = [match for match in tables.matches.values() if match.concluded and match.demo == item.demo]
    return replace(listing, deals=sum(match.offer_organisation_id == item.organisation_id for match in deals))


def deals_moved(tables: Tables, before: Match | None, after: Match | None) -> None:
    was, now = _deals(before), _deals(after)
    bodies = {body for body, _ in was ^ now}
    for offer in list(tables.offers.values()):
        if offer.organisation_id in bodies and not offer.confidential:
            stamped(tables, "offer", offer.id)


def _deals(match: Match | None) -> set[tuple[str, bool]]:
    return {(match.offer_organisation_id, match.demo)} if match is not None and match.concluded else set()


def gone(tables: Tables, side: str, since: int) -> tuple[str, ...]:
    return tuple(sorted(key for key, (of, at, away) in tables.stamps.items() if away and of == side and at > since))


def ended(tables: Tables, side: str, first: date, last: date) -> tuple[str, ...]:
    published = [item for item in items(tables, side).values() if item.state is ItemState.PUBLISHED]
    return tuple(sorted(item.id for item in published if first <= item.expires_on <= last))


def hits(tables: Tables, side: str, query: SearchQuery) -> list[SearchHit]:
    found = []
    for item in sorted(items(tables, side).values(), key=lambda item: (folded(for_the_public(item).title), item.id)):
        told = item if query.sight.knows(item) else for_the_public(item)
        if _within(item, query.sight, query.today) and found_in(query.terms, search_text(told)):
            found.append(SearchHit(kind=side, id=item.id, title=told.title, detail=item.kind, demo=item.demo))
    return found


def waiting(tables: Tables, code: str, query: DeskQuery) -> Iterable[DeskItem]:
    for side in ("need", "offer"):
        for item in items(tables, side).values():
            since = _waits_since(code, item, query)
            if since is not None:
                yield DeskItem(kind=side, id=item.id, title=item.title, since=since, code=item.kind, demo=item.demo)


def _waits_since(code: str, item: Item, query: DeskQuery) -> date | None:
    if code == "market-to-review":
        mine = query.reviewer is not None and item.created_by == query.reviewer
        sent = (item.sent_at or item.created_at).astimezone(query.zone).date()
        return sent if item.state is ItemState.IN_REVIEW and not mine else None
    ending = item.state is ItemState.PUBLISHED and query.today <= item.expires_on <= query.renew_until
    return item.expires_on if ending and query.visible_to in (None, item.organisation_id) else None


def line(tables: Tables, item: Any, today: date) -> ItemRow[Any]:
    name = tables.organisations[item.organisation_id].names[0].text
    return ItemRow(item=item, state=state_on(item, today), organisation_name=name)


def _shown(item: Item, today: date) -> bool:
    return state_on(item, today) is ItemState.PUBLISHED


def _within(item: Item, sight: MarketSight, today: date) -> bool:
    own = sight.organisation_id is not None and item.organisation_id == sight.organisation_id
    return sight.everything or own or _shown(item, today)


def _fits(item: Item, wanted: ItemFilter) -> bool:
    knows = wanted.sight.knows(item)
    telling = (wanted.organisation_id, wanted.agreement_id, wanted.city, wanted.created_by)
    return (
        _within(item, wanted.sight, wanted.today)
        and (knows or telling == (None, None, None, None))
        and found_in(wanted.search, search_text(item if knows else for_the_public(item)))
        and wanted.kind in (None, item.kind)
        and wanted.state in (None, state_on(item, wanted.today))
        and wanted.organisation_id in (None, item.organisation_id)
        and wanted.agreement_id in (None, item.agreement_id)
        and wanted.city in (None, item.place)
        and (not wanted.provinces or province_of(item.place) in wanted.provinces)
        and (not wanted.concepts or bool({*item.concepts, *item.found} & {*wanted.concepts}))
        and wanted.language in (None, item.language)
        and wanted.created_by in (None, item.created_by)
        and wanted.demo in (None, item.demo)
    )
