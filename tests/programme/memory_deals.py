"""The tables of a store in memory come in; matches, found pairs and followers, and answers about them, go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from nhipcau.facts.deal import Found, Match, Side, Stage
from nhipcau.facts.market import ItemState
from nhipcau.programme.filters import DeskQuery, FoundFilter, MatchFilter
from nhipcau.programme.market.lifetime import state_on
from nhipcau.programme.matching.stages import UNANSWERED, organisation_of
from nhipcau.programme.views import (
    Contact,
    DeskItem,
    FunnelRow,
    ItemRow,
    MatchFunnel,
    MatchRow,
    MatchView,
    MoneyTotal,
    NewMatch,
)
from tests.programme.memory_market import items, line, link_of
from tests.programme.memory_tables import Tables

SORTS: dict[str, Callable[[Any], Any]] = {
    "moved": lambda row: row.match.moved_at,
    "proposed": lambda row: row.match.proposed_at,
    "score": lambda row: row.match.score,
}


def item_rows(tables: Tables, side: str, ids: Iterable[str], today: date) -> dict[str, ItemRow[Any]]:
    known = items(tables, side)
    return {key: line(tables, known[key], today) for key in ids if key in known}


def item_matches(tables: Tables, side: str, item_id: str) -> tuple[Match, ...]:
    return tuple(match for match in _matches(tables) if getattr(match, f"{side}_id") == item_id)


def lines(tables: Tables, wanted: MatchFilter) -> list[MatchRow]:
    return [_row(tables, match, wanted.today) for match in _matches(tables) if _fits(match, wanted)]


def page_of(tables: Tables, match_id: str, today: date) -> MatchView | None:
    match = tables.matches.get(match_id)
    if match is None:
        return None
    row = _row(tables, match, today)
    return MatchView(
        row=row,
        contacts=(_contact(tables, Side.NEED, row.need), _contact(tables, Side.OFFER, row.offer)),
        agreement=link_of(tables, match.agreement_id),
        changes=sum((change.kind, change.subject_id) == ("match", match_id) for change in tables.changes),
    )


def funnel(tables: Tables, agreement_id: str | None, visible_to: str | None, *, by_agreement: bool) -> MatchFunnel:
    found = [
        match
        for match in _matches(tables)
        if agreement_id in (None, match.agreement_id) and visible_to in (None, *_bodies(match))
    ]
    apart: dict[str | None, list[Match]] = {}
    for match in found:
        apart.setdefault(match.agreement_id, []).append(match)
    reached = Counter(stage for match in found for stage in {step.stage for step in match.steps})
    return MatchFunnel(
        now=_in_order(Counter(match.stage for match in found)),
        reached=_in_order(reached),
        by_agreement=tuple(
            FunnelRow(
                agreement_id=key,
                agreement_title=tables.agreements[key].title if key else "",
                stages=_in_order(Counter(match.stage for match in some)),
            )
            for key, some in sorted(apart.items(), key=lambda one: (-len(one[1]), one[0] or "~"))
        )
        if by_agreement
        else (),
        totals=tuple(total for name in ("discussed", "mou", "contract") for total in _totals(found, name)),
    )


def found_pairs(tables: Tables, wanted: FoundFilter) -> tuple[NewMatch, ...]:
    rows = sorted(_new(tables, wanted), key=lambda found: found.id)
    rows.sort(key=lambda found: found.since, reverse=True)
    return tuple(
        NewMatch(
            id=found.id,
            need=line(tables, tables.needs[found.need_id], wanted.today),
            offer=line(tables, tables.offers[found.offer_id], wanted.today),
            mine=None,
            score=found.score,
            since=found.since,
            closed=found.closed,
        )
        for found in rows[: wanted.limit]
    )


def waiting(tables: Tables, code: str, query: DeskQuery) -> Iterable[DeskItem]:
    if code == "new-matches":
        yield from _news(tables, query)
        return
    for match in _matches(tables):
        own = query.visible_to
        if own not in (None, *_bodies(match)) or not _waits(code, match, query):
            continue
        sought, offered = tables.needs[match.need_id].title, tables.offers[match.offer_id].title
        mine = sought if match.need_organisation_id == own else offered
        yield DeskItem(
            kind="match",
            id=match.id,
            title=f"{sought} · {offered}" if own is None else mine,
            since=match.moved_at.astimezone(query.zone).date(),
            code=match.stage,
            demo=match.demo,
        )


def _waits(code: str, match: Match, query: DeskQuery) -> bool:
    if code == "matches-to-answer":
        return match.stage in UNANSWERED and (query.visible_to is None or query.visible_to in _silent(match))
    moved_before = query.moved_before
    return _under_way(match) and (moved_before is None or match.moved_at < moved_before)


def _news(tables: Tables, query: DeskQuery) -> Iterable[DeskItem]:
    wanted = FoundFilter(today=query.today, since=query.seen_at, visible_to=query.visible_to)
    first: dict[tuple[str, str], Found] = {}
    for found in sorted(_new(tables, wanted), key=lambda one: one.since):
        for side in ("need",) if query.visible_to is None else ("need", "offer"):
            item = items(tables, side)[getattr(found, f"{side}_id")]
            if query.visible_to in (None, item.organisation_id):
                first.setdefault((side, item.id), found)
    for (side, key), found in first.items():
        item = items(tables, side)[key]
        since = found.since.astimezone(query.zone).date()
        yield DeskItem(kind=side, id=key, title=item.title, since=since, code=item.kind, demo=item.demo)


def _new(tables: Tables, wanted: FoundFilter) -> list[Found]:
    return [found for found in tables.found.values() if _is_new(tables, found, wanted)]


def _is_new(tables: Tables, found: Found, wanted: FoundFilter) -> bool:
    need, offer = tables.needs[found.need_id], tables.offers[found.offer_id]
    return (
        not found.near
        and found.gone_at is None
        and (wanted.since is None or found.since > wanted.since)
        and wanted.visible_to in (None, need.organisation_id, offer.organisation_id)
        and all(state_on(item, wanted.today) is ItemState.PUBLISHED for item in (need, offer))
        and not any((match.need_id, match.offer_id) == (need.id, offer.id) for match in tables.matches.values())
    )


def _matches(tables: Tables) -> list[Match]:
    return [tables.matches[key] for key in sorted(tables.matches)]


def _bodies(match: Match) -> tuple[str, str]:
    return match.need_organisation_id, match.offer_organisation_id


def _silent(match: Match) -> set[str]:
    return {organisation_of(match, side) for side in Side if side not in match.accepted_by}


def _under_way(match: Match) -> bool:
    return match.stage not in (Stage.DECLINED, Stage.CONTRACT, Stage.REPEAT_ORDER)


def _fits(match: Match, wanted: MatchFilter) -> bool:
    unanswered = match.stage in UNANSWERED and (wanted.answerer is None or wanted.answerer in _silent(match))
    return (
        wanted.stage in (None, match.stage)
        and wanted.agreement_id in (None, match.agreement_id)
        and wanted.organisation_id in (None, *_bodies(match))
        and wanted.visible_to in (None, *_bodies(match))
        and wanted.need_id in (None, match.need_id)
        and wanted.offer_id in (None, match.offer_id)
        and wanted.demo in (None, match.demo)
        and wanted.proposed_by in (None, match.proposed_by)
        and (wanted.idle_before is None or (_under_way(match) and match.moved_at < wanted.idle_before))
        and (not wanted.unanswered or unanswered)
    )


def _row(tables: Tables, match: Match, today: date) -> MatchRow:
    need, offer = tables.needs[match.need_id], tables.offers[match.offer_id]
    return MatchRow(match=match, need=line(tables, need, today), offer=line(tables, offer, today))


def _contact(tables: Tables, side: Side, row: ItemRow[Any]) -> Contact:
    body = tables.organisations[row.item.organisation_id]
    return Contact(
        side=side,
        organisation_id=body.id,
        organisation_name=row.organisation_name,
        person=row.item.created_by_name,
        address=body.address or "",
        phone=body.phone or "",
        domain=body.domain or "",
    )


def _totals(found: list[Match], name: str) -> Iterable[MoneyTotal]:
    by_currency: dict[str, list[Decimal]] = {}
    for match in found:
        money = getattr(match, name)
        if money is not None:
            by_currency.setdefault(money.currency, []).append(money.amount)
    for currency in sorted(by_currency):
        amounts = by_currency[currency]
        yield MoneyTotal(kind=name, currency=currency, amount=sum(amounts, Decimal(0)), matches=len(amounts))


def _in_order(counts: Counter[Stage]) -> dict[Stage, int]:
    return {stage: counts[stage] for stage in Stage if counts[stage]}
