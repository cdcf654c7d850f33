"""The tables of a store in memory come in; answers about doubtful pairs and merges go out."""

from __future__ import annotations

from collections import Counter
from typing import Any

from nhipcau.facts.organisation import Organisation, Person
from nhipcau.facts.resolving import UNDECIDED, Doubt, DoubtState
from nhipcau.programme.filters import DeskQuery, DoubtFilter
from nhipcau.programme.views import BandCounts, DeskItem, DoubtRow, DoubtView, Side
from tests.programme.memory_tables import Tables


def things(tables: Tables, kind: str) -> dict[str, Any]:
    return tables.organisations if kind == "organisation" else tables.people


def stands_for(tables: Tables, kind: str, thing_id: str) -> str | None:
    here = things(tables, kind).get(thing_id)
    while here is not None and here.merged_into is not None:
        here = things(tables, kind).get(here.merged_into)
    return here.id if here is not None else None


def members(tables: Tables, kind: str, thing_id: str) -> tuple[Any, ...]:
    mine = [thing for thing in things(tables, kind).values() if thing.merged_into == thing_id]
    mine.sort(key=lambda thing: thing.id)
    return (*mine, *(deeper for thing in mine for deeper in members(tables, kind, thing.id)))


def for_the_office(tables: Tables, thing_id: str, kind: str = "organisation") -> dict[str, Any]:
    merged = members(tables, kind, thing_id)
    cluster = {thing_id, *(member.id for member in merged)}
    merges = [
        merge
        for merge in tables.merges.values()
        if merge.kind == kind and (merge.kept in cluster or merge.gone == thing_id)
    ]
    doubts = matching(tables, DoubtFilter(kind=kind, states=UNDECIDED, thing_id=thing_id))
    sources = [source for source in tables.source_records.values() if source.organisation_id == thing_id]
    sources.sort(key=lambda source: (-source.received_on.toordinal(), source.id))
    said = {"sources": tuple(sources)} if kind == "organisation" else {}
    return said | {
        "members": merged,
        "merges": tuple(sorted(merges, key=lambda merge: (-merge.merged_at.timestamp(), merge.id))),
        "doubts": tuple(line(tables, doubt) for doubt in sorted(doubts, key=lambda doubt: (-rank(doubt), doubt.id))),
    }


def matching(tables: Tables, wanted: DoubtFilter) -> list[Doubt]:
    return [
        doubt
        for doubt in tables.doubts.values()
        if doubt.kind == wanted.kind
        and (not wanted.states or doubt.state in wanted.states)
        and wanted.thing_id in (None, doubt.left, doubt.right)
        and (wanted.least is None or doubt.score >= wanted.least)
        and (wanted.below is None or doubt.score < wanted.below)
        and wanted.demo in (None, doubt.demo)
    ]


def rank(doubt: Doubt) -> float:
    return doubt.weight + doubt.score


def line(tables: Tables, doubt: Doubt) -> DoubtRow:
    known = things(tables, doubt.kind)
    return DoubtRow(doubt=doubt, left=known[doubt.left], right=known[doubt.right])


def doubt_page(tables: Tables, doubt_id: str, least: float) -> DoubtView | None:
    doubt = tables.doubts.get(doubt_id)
    if doubt is None:
        return None
    queue = matching(tables, DoubtFilter(kind=doubt.kind, states=UNDECIDED, least=least))
    ring = sorted({doubt.id: doubt, **{item.id: item for item in queue}}.values(), key=_in_queue)
    place = ring.index(doubt)
    alone = len(ring) == 1
    return DoubtView(
        doubt=doubt,
        left=_side(tables, doubt.kind, doubt.left),
        right=_side(tables, doubt.kind, doubt.right),
        waiting=len(queue),
        previous_id=None if alone else ring[place - 1].id,
        next_id=None if alone else ring[(place + 1) % len(ring)].id,
    )


def _in_queue(doubt: Doubt) -> tuple[bool, float, str]:
    return doubt.state is DoubtState.LATER, -rank(doubt), doubt.id


def _side(tables: Tables, kind: str, thing_id: str) -> Side:
    thing: Organisation | Person = things(tables, kind)[thing_id]
    if isinstance(thing, Person):
        named = [a for a in tables.agreements.values() if thing_id in {person.person_id for person in a.people}]
        return Side(thing=thing, members=members(tables, kind, thing_id), agreements=len(named))
    signed = [a for a in tables.agreements.values() if thing_id in {party.organisation_id for party in a.parties}]
    return Side(
        thing=thing,
        sources=for_the_office(tables, thing_id)["sources"],
        members=members(tables, kind, thing_id),
        parent=tables.organisations.get(thing.parent_id or ""),
        agreements=len(signed),
    )


def doubt_counts(tables: Tables, kind: str, least: float) -> dict[str, int]:
    counts = Counter(
        str(doubt.state)
        for doubt in tables.doubts.values()
        if doubt.kind == kind and (doubt.state not in UNDECIDED or doubt.score >= least)
    )
    return {str(state): counts[str(state)] for state in DoubtState}


def band_counts(tables: Tables, kind: str, link: float, review: float) -> BandCounts:
    doubts = matching(tables, DoubtFilter(kind=kind, states=UNDECIDED))
    linked = sum(not doubt.vetoes and doubt.score >= link for doubt in doubts)
    between = sum(not doubt.vetoes and review <= doubt.score < link for doubt in doubts)
    return BandCounts(link=linked, review=between, apart=len(doubts) - linked - between)


def waiting(tables: Tables, query: DeskQuery) -> list[DeskItem]:
    if query.visible_to is not None:
        return []
    asked = DoubtFilter(kind="organisation", states=(DoubtState.OPEN,), least=query.least_score)
    return [
        DeskItem(
            kind="doubt",
            id=doubt.id,
            title=" · ".join(tables.organisations[side].names[0].text for side in (doubt.left, doubt.right)),
            since=doubt.proposed_at.astimezone(query.zone).date(),
            demo=doubt.demo,
        )
        for doubt in matching(tables, asked)
    ]
